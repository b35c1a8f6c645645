import { Problem } from '@tirek/domain/problem';
import type { Connection } from '../api/connection.ts';
import { NetworkFailure } from '../api/network-failure.ts';
import type { TirekApi } from '../api.ts';
import type { Along, OpenStore } from './along.ts';
import type { KeptAnswer } from './kept-answers.ts';
import type { Input, WaitingRules } from './waiting-rule.ts';

/** So long the server may take to answer what lies on the device as well. */
const PATIENCE = 4000;

/** Answers that are made of others of the device: the list of families is that of the families that came along. */
export type ComposedReads = Readonly<
  Record<
    string,
    {
      readonly of: string;
      readonly compose: (outputs: readonly unknown[], input: Input) => unknown;
    }
  >
>;

interface OfflineSurroundings {
  readonly api: TirekApi;
  readonly along: Along;
  readonly connection: Connection;
  readonly rules: WaitingRules;
  readonly composed: ComposedReads;
  readonly kindOf: (name: string) => 'read' | 'write' | 'session' | undefined;
  readonly now: () => string;
  /** Told from when the answer is that a page was given, null when it is of now. */
  readonly onRead: (name: string, input: Input, savedAt: string | null) => void;
  /** Told that a write is kept and will be sent later. */
  readonly onKept: () => void;
}

/**
 * The client of the pages when families were taken along: reads are answered by the server or, where it cannot be reached, by the
 * device; writes go through the outbox. Without an open store it is the client behind it.
 */
export function offlineApi(surroundings: OfflineSurroundings): TirekApi {
  const { api, along, connection, rules, composed, kindOf, now, onRead, onKept } = surroundings;

  async function findKept(
    store: OpenStore,
    name: string,
    input: Input,
  ): Promise<KeptAnswer | null> {
    const made = composed[name];
    if (!made) return await store.answers.read(name, input);
    const parts = await store.answers.listOf(made.of);
    if (parts.length === 0) return null;
    const savedAt = parts.map((part) => part.savedAt).toSorted()[0] ?? now();
    return {
      name,
      input,
      output: made.compose(
        parts.map(({ output }) => output),
        input,
      ),
      savedAt,
    };
  }

  /** What was read, with what she has written since and what waits. What was refused or clashes has not happened. */
  async function withWrites(store: OpenStore, name: string, input: Input, output: unknown) {
    let shown = output;
    for (const write of await store.outbox.list()) {
      if (write.state.kind !== 'waiting') continue;
      shown = rules[write.name]?.shows({ name, input, output: shown }, write.input) ?? shown;
    }
    return shown;
  }

  async function read(store: OpenStore, name: string, input: Input, signal?: AbortSignal) {
    const ask = (until?: AbortSignal) =>
      api.call(name as never, input as never, until ? { signal: until } : {});
    const kept = await findKept(store, name, input);
    const fromDevice = async (answer: KeptAnswer) => {
      onRead(name, input, answer.savedAt);
      return await withWrites(store, name, input, answer.output);
    };
    if (kept && !connection.isReached()) return await fromDevice(kept);
    const patience = kept ? AbortSignal.timeout(PATIENCE) : null;
    const signals = [signal, patience].filter((each) => each instanceof AbortSignal);
    try {
      const output = await ask(signals.length > 0 ? AbortSignal.any(signals) : undefined);
      onRead(name, input, null);
      if (kept && !composed[name]) {
        // A full disk is no reason not to show what came.
        await store.answers.renew({ name, input, output, savedAt: now() }).catch(() => undefined);
      }
      return await withWrites(store, name, input, output);
    } catch (error) {
      const isLate = patience?.aborted && !signal?.aborted;
      if (!kept || !(isLate || error instanceof NetworkFailure)) throw error;
      return await fromDevice(kept);
    }
  }

  async function write(store: OpenStore, name: string, input: Input) {
    const rule = rules[name]!;
    const id = String(input.id);
    try {
      await store.outbox.add({ id, name, input, about: rule.about(input), madeAt: now() });
    } catch (error) {
      if (!isFull(error)) throw error;
      return await sendStraight(name, input);
    }
    if (connection.isReached()) {
      const outcome = (await store.outbox.sendAll()).get(id);
      if (outcome?.kind === 'sent') return outcome.output;
      if (outcome?.kind === 'refused') {
        // Her form is still open before her: the refusal belongs there.
        await dropAgain(store, id);
        throw outcome.problem;
      }
    }
    onKept();
    return rule.answer(input);
  }

  /**
   * Nothing can be kept: then it goes the straight way, or she is told and keeps her form. The server is asked whatever is thought
   * of the signal: what was thought may be as old as the last call.
   */
  async function sendStraight(name: string, input: Input) {
    try {
      return await api.call(name as never, input as never);
    } catch (error) {
      throw error instanceof NetworkFailure ? new Problem('device-full') : error;
    }
  }

  async function dropAgain(store: OpenStore, id: string): Promise<void> {
    const places = (await store.outbox.list()).filter((each) => each.id === id);
    await store.outbox.drop(places.map(({ place }) => place));
  }

  return {
    ...api,
    call: (async (name: string, input: Input, options?: { readonly signal?: AbortSignal }) => {
      const store = along.store();
      if (store && kindOf(name) === 'read') return await read(store, name, input, options?.signal);
      if (store && rules[name]) return await write(store, name, input);
      return await api.call(name as never, input as never, options);
    }) as TirekApi['call'],
  };
}

/** Browsers say it of the write itself or only that the whole transaction was given up. */
const isFull = (error: unknown) =>
  error instanceof Error && ['QuotaExceededError', 'AbortError'].includes(error.name);
