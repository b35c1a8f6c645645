import type { Actor } from '@tirek/domain/access';
import type { Contract, InputOf, OutputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import type { AuditEntry } from '../db/audit-entries.ts';
import type { Database, Tx } from '../db/database.ts';

/** What a handler is given. Everything it may use is here: no clock, no randomness, no database of its own. */
export interface Request<Input> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly input: Input;
  /** UTC instant of the request. */
  readonly now: string;
  readonly newId: () => string;
  readonly origin: string;
  /** The network address, for counting attempts; never stored with answers. */
  readonly address: string;
  /** Names what was read or written for the audit log: opaque ids, and counts or codes. */
  about(ids: readonly string[], facts?: AuditEntry['facts']): void;
  /** Names the programme of the audit row where the actor has none, as when a visitor signs in. */
  ofProgramme(programmeId: string): void;
  /** 32 bytes derived from the installation key for one purpose; the same for every process, never in the database. */
  keyFor(purpose: string): Buffer;
  /** Signs this browser in or out: sets the session cookie, or takes it away with null. */
  setSession(token: string | null): void;
  /** The token of the session cookie, if any. */
  readonly sessionToken: string | null;
}

export type Handler<Input, Output> = (request: Request<Input>) => Promise<Output>;

/** One function for each endpoint of a contract, of the same name. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: Handler<InputOf<C[Name]>, OutputOf<C[Name]>>;
};

/** One of several answers of a read, and whom the log says it was about. */
export interface Told<Output> {
  readonly output: Output;
  readonly about: readonly string[];
}

/**
 * Answers many inputs of one read with as many queries as one needs: an answer for each input, in their order, null where there
 * is nothing within reach.
 */
export type Several<Input, Output> = (
  request: Omit<Request<unknown>, 'input' | 'about'>,
  inputs: readonly Input[],
) => Promise<readonly (Told<Output> | null)[]>;

/** The handler of a read that can be asked for many at once; it answers one as many of one. */
export function oneOf<Input, Output>(
  several: Several<Input, Output>,
): Handler<Input, Output> & { readonly several: Several<Input, Output> } {
  const handler: Handler<Input, Output> = async (request) => {
    const [told] = await several(request, [request.input]);
    if (!told) throw new Problem('not-found');
    request.about(told.about);
    return told.output;
  };
  return Object.assign(handler, { several });
}

/**
 * What a handler is given that brings its own transaction: the answers of respondents, which share one commit and are
 * nobody's. Only endpoints with `audit: 'silent'` may have such a handler; no session is looked at for them.
 */
export interface LoneRequest<Input> {
  readonly database: Database;
  readonly input: Input;
  /** UTC instant of the request. */
  readonly now: string;
  keyFor(purpose: string): Buffer;
}

export type LoneHandlers<C extends Contract> = {
  readonly [Name in keyof C]: (
    request: LoneRequest<InputOf<C[Name]>>,
  ) => Promise<OutputOf<C[Name]>>;
};

/** An endpoint with the function that answers it. */
export interface Route {
  readonly name: string;
  readonly endpoint: Contract[string];
  // biome-ignore lint/suspicious/noExplicitAny: routes of every shape stand in one list
  readonly handler: Handler<any, any>;
  /** Of a read that can be asked for many at once, see `oneOf`. */
  // biome-ignore lint/suspicious/noExplicitAny: routes of every shape stand in one list
  readonly several?: Several<any, any>;
  // biome-ignore lint/suspicious/noExplicitAny: routes of every shape stand in one list
  readonly lone?: (request: LoneRequest<any>) => Promise<any>;
}

/** Pairs a contract with its handlers; a missing or mistyped handler does not compile. */
export function routesOf<C extends Contract>(contract: C, handlers: Handlers<C>): Route[] {
  return Object.entries(contract).map(([name, endpoint]) => {
    const handler = handlers[name] as Route['handler'] & Pick<Route, 'several'>;
    const { several } = handler;
    return { name, endpoint, handler, ...(several ? { several } : {}) };
  });
}

/** The same for handlers that bring their own transaction. */
export function loneRoutesOf<C extends Contract>(contract: C, handlers: LoneHandlers<C>): Route[] {
  return Object.entries(contract).map(([name, endpoint]) => {
    if (endpoint.audit !== 'silent') throw new Error(`${name} must have a request transaction.`);
    const handler = () => Promise.reject(new Error(`${name} brings its own transaction.`));
    return { name, endpoint, handler, lone: handlers[name] as NonNullable<Route['lone']> };
  });
}

/** What the shell needs to know of sessions; the feature `access` supplies it. */
export type Identify = (database: Database, sessionToken: string, now: string) => Promise<Actor>;
