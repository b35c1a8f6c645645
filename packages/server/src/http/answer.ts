import { createHmac } from 'node:crypto';
import { type Actor, may, type Permission } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import * as z from 'zod/mini';
import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Database, Tx } from '../db/database.ts';
import { inRequest } from '../db/request-transaction.ts';
import { claimWrite, keepAnswer } from '../db/write-receipts.ts';
import { problemOfConstraint } from './constraint-problems.ts';
import type { Request, Route } from './handler.ts';

/** One incoming call, already free of HTTP. */
export interface Call {
  readonly route: Route;
  readonly actor: Actor;
  readonly rawInput: Record<string, unknown>;
  readonly now: string;
  readonly newId: () => string;
  readonly origin: string;
  readonly address: string;
  readonly sessionToken: string | null;
  setSession(token: string | null): void;
  keyFor(purpose: string): Buffer;
  /** Test only, see `Locks`. */
  readonly locks?: Locks;
}

/**
 * The first lock is the verb on the route. The access matrix is run once more with it off, to prove that the row policies of
 * the database hold alone; nothing else may ever set this.
 */
export interface Locks {
  readonly verb: boolean;
}

/**
 * The life of a request: permission, shape, transaction, idempotency, handler, audit row, commit, output shape.
 * @throws Problem whenever the call is not answered by the handler's value.
 */
export async function answerCall(database: Database, call: Call): Promise<unknown> {
  const { route, actor } = call;
  try {
    if (call.locks?.verb !== false) requirePermission(route, actor);
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'not-allowed')
      await recordRefusal(database, call);
    throw problem;
  }
  const input = parseInput(route, call.rawInput);
  try {
    if (route.lone) {
      const { now, keyFor } = call;
      return z.parse(route.endpoint.output, await route.lone({ database, input, now, keyFor }));
    }
    return await inRequest(database, actor, (tx) => answerInTransaction(tx, call, input));
  } catch (error) {
    throw problemOfConstraint(error);
  }
}

async function answerInTransaction(
  tx: Tx,
  call: Call,
  input: Record<string, unknown>,
): Promise<unknown> {
  const { route, actor } = call;
  const { endpoint } = route;
  if (endpoint.kind === 'write') {
    const claim = await claimWrite(tx, actor, {
      id: String(input.id),
      endpoint: route.name,
      // Keyed: who has the database alone must not be able to try names and dates of birth against it.
      inputHash: createHmac('sha256', call.keyFor('write receipts'))
        .update(JSON.stringify(input))
        .digest(),
    });
    if (claim.kind === 'repeated') {
      if (endpoint.isSecret) throw new Problem('already-done', { id: input.id });
      return claim.output;
    }
  }
  const told = {
    ids: [] as string[],
    facts: {} as Record<string, string | number | boolean>,
    programmeId: undefined as string | undefined,
  };
  const request: Request<unknown> = {
    tx,
    actor,
    input,
    now: call.now,
    newId: call.newId,
    origin: call.origin,
    address: call.address,
    sessionToken: call.sessionToken,
    setSession: call.setSession,
    about(ids, facts = {}) {
      told.ids.push(...ids);
      Object.assign(told.facts, facts);
    },
    ofProgramme(programmeId) {
      told.programmeId = programmeId;
    },
    keyFor: call.keyFor,
  };
  const output = z.parse(endpoint.output, await route.handler(request));
  if (endpoint.kind === 'write' && !endpoint.isSecret)
    await keepAnswer(tx, String(input.id), output);
  if (endpoint.audit === 'read' || endpoint.audit === 'write') {
    await insertAuditEntry(tx, actor, {
      action: route.name,
      effect: endpoint.audit,
      about: told.ids,
      facts: told.facts,
      ...(told.programmeId ? { programmeId: told.programmeId } : {}),
    });
  }
  return output;
}

/** @throws Problem `not-signed-in`, `second-factor-needed`, `session-locked` or `not-allowed`. */
function requirePermission(route: Route, actor: Actor): void {
  const { permission } = route.endpoint;
  if (permission === 'anyone') return;
  if (actor.kind !== 'account') throw new Problem('not-signed-in');
  if (!actor.isFullySignedIn) {
    const { awaited } = actor;
    if (awaited === 'unlock') {
      if (permission === 'locked-or-signed-in') return;
      throw new Problem('session-locked');
    }
    if (permission === 'half-signed-in') return;
    throw new Problem('second-factor-needed', { awaited });
  }
  if (isSignIn(permission)) return;
  if (!may(actor, permission)) throw new Problem('not-allowed', { permission });
}

type NeededSignIn = Exclude<Route['endpoint']['permission'], Permission>;
const isSignIn = (permission: Permission | NeededSignIn): permission is NeededSignIn =>
  permission === 'signed-in' ||
  permission === 'half-signed-in' ||
  permission === 'locked-or-signed-in' ||
  permission === 'anyone';

function parseInput(route: Route, raw: Record<string, unknown>): Record<string, unknown> {
  const parsed = z.safeParse(route.endpoint.input, raw);
  if (!parsed.success) {
    throw new Problem('input-invalid', {
      places: parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        rule: issue.code,
      })),
    });
  }
  return parsed.data as Record<string, unknown>;
}

async function recordRefusal(database: Database, call: Call): Promise<void> {
  await inRequest(database, call.actor, (tx) =>
    insertAuditEntry(tx, call.actor, { action: call.route.name, effect: 'refused', about: [] }),
  );
}
