import { Problem } from '@tirek/domain/problem';
import { NetworkFailure } from '../api/network-failure.ts';
import type { Disk } from './disk.ts';
import { open, type StoreKeys, seal } from './sealing.ts';
import type { Input } from './waiting-rule.ts';

/** How a write stands. `sent` is kept for a while, so that she sees that it arrived. */
export type WriteState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sent'; readonly at: string }
  | { readonly kind: 'refused' | 'conflict'; readonly code: string; readonly details: Input };

/** A write as data: what the contract makes of it, and how it stands. */
export interface WaitingWrite {
  readonly id: string;
  readonly name: string;
  readonly input: Input;
  readonly about: string;
  readonly madeAt: string;
  readonly state: WriteState;
}

export interface PlacedWrite extends WaitingWrite {
  readonly place: number;
}

export interface Outbox {
  list(): Promise<PlacedWrite[]>;
  /** Keeps a write. The same id is the same write: it is kept once. */
  add(write: Omit<WaitingWrite, 'state'>): Promise<void>;
  change(place: number, write: WaitingWrite): Promise<void>;
  drop(places: readonly number[]): Promise<void>;
  /**
   * Sends what waits, in the order in which it was written. Only one tab does so at a time. A write behind one about the same
   * thing that is stuck stays where it is.
   * @returns the answers of what arrived, by id
   */
  sendAll(): Promise<ReadonlyMap<string, Outcome>>;
}

export type Outcome =
  | { readonly kind: 'sent'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'not-reached'; readonly error: unknown };

interface OutboxSurroundings {
  readonly disk: Disk;
  readonly keys: StoreKeys;
  readonly now: () => string;
  readonly call: (name: string, input: Input) => Promise<unknown>;
  /** One at a time, in all tabs of this browser. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly onChange: () => void;
}

const PLACE = 'outbox';
/** A row that was damaged on the disk: told as refused, and no reason for the others to stand still. */
const UNREADABLE: WaitingWrite = {
  id: '',
  name: 'unreadable',
  input: {},
  about: 'unreadable',
  madeAt: '1970-01-01T00:00:00.000Z',
  state: { kind: 'refused', code: 'internal', details: {} },
};
/** So many that arrived are still shown. */
const KEPT_SENT = 30;

export function outboxOn({ disk, keys, now, call, alone, onChange }: OutboxSurroundings): Outbox {
  async function list(): Promise<PlacedWrite[]> {
    const rows = await disk.listOutbox();
    return await Promise.all(
      rows.map(async ({ place, sealed }) => {
        const write = await open(keys, PLACE, sealed).catch(() => UNREADABLE);
        return { ...(write as WaitingWrite), place };
      }),
    );
  }

  async function change(place: number, write: WaitingWrite): Promise<void> {
    const { id, name, input, about, madeAt, state } = write;
    const sealed = await seal(keys, PLACE, { id, name, input, about, madeAt, state });
    await disk.putInOutbox({ place, sealed });
  }

  async function sendOne(write: PlacedWrite): Promise<Outcome> {
    try {
      const output = await call(write.name, write.input);
      await change(write.place, { ...write, state: { kind: 'sent', at: now() } });
      return { kind: 'sent', output };
    } catch (error) {
      if (!(error instanceof Problem)) {
        if (error instanceof NetworkFailure) return { kind: 'not-reached', error };
        throw error;
      }
      // Not a word about the write itself: the way to the server is closed for now.
      if (PASSING.has(error.code)) return { kind: 'not-reached', error };
      const { code, details } = error;
      const kind = code === 'changed-meanwhile' ? 'conflict' : 'refused';
      await change(write.place, { ...write, state: { kind, code, details } });
      return { kind: 'refused', problem: error };
    }
  }

  async function forgetOldSent(): Promise<void> {
    const sent = (await list()).filter(({ state }) => state.kind === 'sent');
    const old = sent.slice(0, Math.max(0, sent.length - KEPT_SENT));
    if (old.length > 0) await disk.dropFromOutbox(old.map(({ place }) => place));
  }

  return {
    list,
    async add(write) {
      // Waits for nobody who is sending: what she wrote is on the disk at once.
      if ((await list()).some(({ id, state }) => id === write.id && state.kind !== 'sent')) return;
      await disk.addToOutbox(await seal(keys, PLACE, { ...write, state: { kind: 'waiting' } }));
      onChange();
    },
    async change(place, write) {
      await alone(() => change(place, write));
      onChange();
    },
    async drop(places) {
      await alone(() => disk.dropFromOutbox(places));
      onChange();
    },
    async sendAll() {
      const outcomes = new Map<string, Outcome>();
      await alone(async () => {
        const stuck = new Set<string>();
        for (const write of await list()) {
          if (write.state.kind === 'sent') continue;
          if (write.state.kind !== 'waiting' || stuck.has(write.about)) {
            stuck.add(write.about);
            continue;
          }
          const outcome = await sendOne(write);
          outcomes.set(write.id, outcome);
          if (outcome.kind === 'refused') stuck.add(write.about);
          if (outcome.kind === 'not-reached') break;
        }
        if (outcomes.size > 0) await forgetOldSent();
      });
      if (outcomes.size > 0) onChange();
      return outcomes;
    },
  };
}

/** Refusals that will be none in a moment, or once she has signed in. */
const PASSING: ReadonlySet<string> = new Set([
  'unavailable',
  'too-many-requests',
  'not-signed-in',
  'session-locked',
  'second-factor-needed',
  'proof-needed',
]);
