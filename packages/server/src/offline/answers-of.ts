import { may, type Permission } from '@tirek/domain/access';
import type { StoredAnswer } from '@tirek/domain/offline';
import * as z from 'zod/mini';
import { type AuditEntry, insertAuditEntries } from '../db/audit-entries.ts';
import { accountOf } from '../http/account-of.ts';
import type { Request, Route } from '../http/handler.ts';

/** One read that the device wants to answer by itself later. */
export interface WantedRead {
  readonly route: Route;
  readonly input: Record<string, unknown>;
}

/**
 * Asks read endpoints for somebody who is signed in, in the transaction of her request: each is permitted, answered and logged as
 * if she had opened it. Reads that her roles do not allow are left out.
 */
export async function answersOf(
  request: Request<unknown>,
  wanted: readonly WantedRead[],
): Promise<StoredAnswer[]> {
  const actor = accountOf(request.actor);
  const answers: StoredAnswer[] = [];
  const entries: AuditEntry[] = [];
  for (const { route, input } of wanted) {
    const { endpoint, name } = route;
    const { permission } = endpoint;
    if (permission !== 'signed-in' && !may(actor, permission as Permission)) continue;
    const about: string[] = [];
    const facts: Record<string, string | number | boolean> = {};
    const output = await route.handler({
      ...request,
      input,
      about(ids, more = {}) {
        about.push(...ids);
        Object.assign(facts, more);
      },
    });
    answers.push({ name, input, output: z.parse(endpoint.output, output) });
    if (endpoint.audit === 'read') {
      entries.push({ action: name, effect: 'read', about, facts: { ...facts, along: true } });
    }
  }
  await insertAuditEntries(request.tx, actor, entries);
  return answers;
}
