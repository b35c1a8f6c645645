import type { Contract, Endpoint, InputOf, OutputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { type HttpCall, httpCall } from './http-call.ts';
import { NetworkFailure } from './network-failure.ts';

/**
 * The one border between the pages and the server. A write is `{ name, input }` and nothing else, so that an outbox can
 * stand behind this interface without any page knowing.
 */
export interface Api<C extends Contract> {
  /**
   * @throws Problem when the server refuses
   * @throws NetworkFailure when the server was not reached; a write may be sent again with the same input
   */
  call<Name extends keyof C & string>(
    name: Name,
    input: InputOf<C[Name]>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<OutputOf<C[Name]>>;
  /** A UUIDv7 for a thing that is about to be written. */
  newId(): string;
}

export interface ApiSurroundings {
  readonly fetch: typeof fetch;
  readonly newId: () => string;
  readonly isOnline: () => boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told of every refusal, so that the shell can ask for a sign-in on top of the page. */
  readonly onRefused?: (problem: Problem, name: string) => void;
  /** Told whether the last call reached the server. */
  readonly onReach?: (isReached: boolean) => void;
}

const TIMEOUT = 30_000;
/** A large body on a slow line needs its time: 20 KB a second is a bad mobile connection. */
const BYTES_PER_MILLISECOND = 20;
const RETRIES_AFTER = [400, 1600];

/** What a client has to know of an endpoint. */
export type CallableEndpoint = Pick<Endpoint, 'kind' | 'method' | 'path'>;

/** Makes the client of a contract. Reads and writes that did not reach the server are tried twice more by themselves. */
export function makeApi<C extends Contract>(
  endpoints: Readonly<Record<string, CallableEndpoint>>,
  surroundings: ApiSurroundings,
): Api<C> {
  return {
    newId: surroundings.newId,
    async call(name, input, { signal } = {}) {
      const endpoint = endpoints[name];
      if (!endpoint) throw new RangeError(`no endpoint ${name}`);
      const call = httpCall(endpoint, input as Record<string, unknown>);
      // A session call (a sign-in) is not known to be done once: people press again, we do not.
      const retries = endpoint.kind === 'session' ? [] : RETRIES_AFTER;
      for (let attempt = 0; ; attempt += 1) {
        try {
          const output = await callOnce(call, surroundings, signal);
          surroundings.onReach?.(true);
          return output as OutputOf<C[typeof name]>;
        } catch (error) {
          if (error instanceof Problem) {
            surroundings.onReach?.(true);
            surroundings.onRefused?.(error, name);
          }
          const pause = retries[attempt];
          if (pause === undefined || signal?.aborted || !isPassing(error)) {
            if (error instanceof NetworkFailure) surroundings.onReach?.(false);
            throw error;
          }
          await surroundings.wait(pause);
        }
      }
    },
  };
}

async function callOnce(
  call: HttpCall,
  { fetch, isOnline }: ApiSurroundings,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(
    TIMEOUT + Math.ceil((call.body?.length ?? 0) / BYTES_PER_MILLISECOND),
  );
  let response: Response;
  let text: string;
  try {
    response = await fetch(call.url, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(call.body === null ? {} : { 'content-type': 'application/json' }),
      },
      body: call.body,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeout.aborted) throw new NetworkFailure('too-slow');
    throw new NetworkFailure(isOnline() ? 'unreachable' : 'offline');
  }
  const type = response.headers.get('content-type') ?? '';
  const body = /^application\/(problem\+)?json\b/.test(type) ? parseJson(text) : undefined;
  if (body === undefined) throw new NetworkFailure('not-ours');
  if (!response.ok) throw Problem.from(body);
  return body;
}

/** What may be gone in a moment. A refusal stays a refusal, however often one asks. */
const isPassing = (error: unknown) =>
  error instanceof Problem
    ? error.code === 'unavailable'
    : error instanceof NetworkFailure && error.kind !== 'offline';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
