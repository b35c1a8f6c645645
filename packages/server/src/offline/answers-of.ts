import { may, type Permission } from '@tirek/domain/access';
import type { StoredAnswer } from '@tirek/domain/offline';
import { Problem } from '@tirek/domain/problem';
import * as z from 'zod/mini';
import { type AuditEntry, insertAuditEntries } from '../db/audit-entries.ts';
import { accountOf } from '../http/account-of.ts';
import type { Request, Route, Told } from '../http/handler.ts';

/** One read that the device wants to answer by itself later. */
export interface WantedRead {
  readonly route: Route;
  readonly input: Record<string, unknown>;
}

/**
 * Asks read endpoints for somebody who is signed in, in the transaction of her request: each is permitted, answered and logged as
 * if she had opened it, and those of one kind are asked together. In the order of what was wanted; null where her roles do not
 * allow a read.
 */
export async function answersOf(
  request: Request<unknown>,
  wanted: readonly WantedRead[],
): Promise<(StoredAnswer | null)[]> {
  const actor = accountOf(request.actor);
  const answers: (StoredAnswer | null)[] = wanted.map(() => null);
  const entries: (AuditEntry | null)[] = wanted.map(() => null);
  const places = Map.groupBy(wanted.keys(), (at) => wanted[at]?.route);
  for (const [route, at] of places) {
    if (!route) continue;
    const { endpoint, name } = route;
    const { permission } = endpoint;
    if (permission !== 'signed-in' && !may(actor, permission as Permission)) continue;
    const inputs = at.map((each) => wanted[each]?.input ?? {});
    const told = await tellAll(route, request, inputs);
    for (const [turn, { output, about, facts }] of told.entries()) {
      const place = at[turn] as number;
      const input = inputs[turn] as Record<string, unknown>;
      answers[place] = { name, input, output: z.parse(endpoint.output, output) };
      if (endpoint.audit === 'read') {
        entries[place] = { action: name, effect: 'read', about, facts: { ...facts, along: true } };
      }
    }
  }
  await insertAuditEntries(
    request.tx,
    actor,
    entries.filter((entry) => entry !== null),
  );
  return answers;
}

type ToldWithFacts = Told<unknown> & { readonly facts?: NonNullable<AuditEntry['facts']> };

/** @throws Problem `not-found` as the endpoint itself does. */
async function tellAll(
  { several, handler }: Route,
  request: Request<unknown>,
  inputs: readonly Record<string, unknown>[],
): Promise<ToldWithFacts[]> {
  if (several) {
    return (await several(request, inputs)).map((told) => {
      if (!told) throw new Problem('not-found');
      return told;
    });
  }
  const all: ToldWithFacts[] = [];
  for (const input of inputs) {
    const about: string[] = [];
    const facts: Record<string, string | number | boolean> = {};
    const output = await handler({
      ...request,
      input,
      about(ids, more = {}) {
        about.push(...ids);
        Object.assign(facts, more);
      },
    });
    all.push({ output, about, facts });
  }
  return all;
}
