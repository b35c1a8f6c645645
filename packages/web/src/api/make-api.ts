import type { Contract, Endpoint, InputOf, OutputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { type HttpCall, httpCall } from './http-call.ts';
import { NetworkFailure } from './network-failure.ts';
import { readLines } from './read-lines.ts';

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
  /** The file that an endpoint sends; refused and tried again as `call` is. */
  download<Name extends keyof C & string>(
    name: Name,
    input: InputOf<C[Name]>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Blob>;
  /**
   * Tells every line of JSON as it arrives from an endpoint that sends them one by one. Giving up by the signal closes the
   * connection, which stops the work on the server. When the connection broke, it is asked again from the first line.
   */
  lines<Name extends keyof C & string>(
    name: Name,
    input: InputOf<C[Name]>,
    options: { readonly signal?: AbortSignal; readonly onLine: (line: unknown) => void },
  ): Promise<void>;
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
/** Work of which every step is told may take its time. */
const LONG_WORK = 20 * TIMEOUT;
const RETRIES_AFTER = [400, 1600];

/** What a client has to know of an endpoint. */
export type CallableEndpoint = Pick<Endpoint, 'kind' | 'method' | 'path'>;

/** Makes the client of a contract. Reads and writes that did not reach the server are tried twice more by themselves. */
export function makeApi<C extends Contract>(
  endpoints: Readonly<Record<string, CallableEndpoint>>,
  surroundings: ApiSurroundings,
): Api<C> {
  async function ask<Answer>(
    name: string,
    input: unknown,
    { signal, ...wish }: Wish<Answer> & { readonly signal?: AbortSignal },
  ): Promise<Answer> {
    const endpoint = endpoints[name];
    if (!endpoint) throw new RangeError(`no endpoint ${name}`);
    const call = httpCall(endpoint, input as Record<string, unknown>);
    // A session call (a sign-in) is not known to be done once: people press again, we do not.
    const retries = endpoint.kind === 'session' ? [] : RETRIES_AFTER;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await askOnce(call, wish, surroundings, signal);
        surroundings.onReach?.(true);
        return answer;
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
  }
  return {
    newId: surroundings.newId,
    async call(name, input, options = {}) {
      return (await ask(name, input, { ...options, ...JSON_ANSWER })) as OutputOf<C[typeof name]>;
    },
    download: (name, input, options = {}) => ask(name, input, { ...options, ...FILE }),
    async lines(name, input, { onLine, ...options }) {
      const read = async (response: Response) =>
        isFile(response) ? await readLines(response, onLine) : undefined;
      await ask(name, input, { ...options, accept: '*/*', patience: LONG_WORK, read });
    },
  };
}

/** What kind of answer is waited for, and how long. */
interface Wish<Answer> {
  readonly accept: string;
  /** Milliseconds before the body of the call is counted. */
  readonly patience: number;
  /** The answer, or undefined when it is not one of ours. */
  readonly read: (response: Response) => Promise<Answer | undefined>;
}

const JSON_ANSWER: Wish<unknown> = {
  accept: 'application/json',
  patience: TIMEOUT,
  read: readJson,
};
/** A long report waits for its turn on the server. */
const FILE: Wish<Blob> = {
  accept: '*/*',
  patience: 4 * TIMEOUT,
  read: async (response) => (isFile(response) ? await response.blob() : undefined),
};

const isFile = (response: Response) =>
  response.headers.get('content-disposition')?.startsWith('attachment') ?? false;

async function askOnce<Answer>(
  call: HttpCall,
  { accept, patience, read }: Wish<Answer>,
  { fetch, isOnline }: ApiSurroundings,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(
    patience + Math.ceil((call.body?.length ?? 0) / BYTES_PER_MILLISECOND),
  );
  let isAnswered: boolean;
  let answer: unknown;
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: {
        accept,
        ...(call.body === null ? {} : { 'content-type': 'application/json' }),
      },
      body: call.body,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    isAnswered = response.ok;
    answer = await (isAnswered ? read(response) : readJson(response));
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeout.aborted) throw new NetworkFailure('too-slow');
    throw new NetworkFailure(isOnline() ? 'unreachable' : 'offline');
  }
  if (answer === undefined) throw new NetworkFailure('not-ours');
  if (!isAnswered) throw Problem.from(answer);
  return answer as Answer;
}

/** What may be gone in a moment. A refusal stays a refusal, however often one asks. */
const isPassing = (error: unknown) =>
  error instanceof Problem
    ? error.code === 'unavailable'
    : error instanceof NetworkFailure && error.kind !== 'offline';

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json\b/.test(type)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
