import type { KeyObject } from 'node:crypto';
import { Problem } from '@tirek/domain/problem';
import type pg from 'pg';
import { acceptAnswers, type Outcome } from './queries.ts';
import { sealArrivals } from './seal-arrivals.ts';

/** One validated submission on its way to the disk; nothing in it is readable for the database but the wave. */
export interface Arrival {
  readonly waveId: string;
  /** The day of arrival, `YYYY-MM-DD` in the programme's time zone. */
  readonly receivedOn: string;
  /** Keyed hash of the client's id. */
  readonly receipt: string;
  /** Keyed hash of the one-time code or of the pseudonym; null where anybody may answer. */
  readonly use: string | null;
  /** The lot of a pseudonym's card. */
  readonly lot: string | null;
  /** What the shuffling job will store, as JSON. */
  readonly record: string;
}

interface Waiting {
  readonly arrival: Arrival;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** A commit takes as many as have come while the one before it was on its way to the disk, up to this. */
const MOST_AT_ONCE = 256;
/** More than this would wait longer than a phone does; it tries again by itself. */
const MOST_WAITING = 4096;

export interface AnswerWriter {
  /** Gives the outcome when it is on disk. Throws `unavailable` when too many wait or the database is away. */
  write(arrival: Arrival): Promise<Outcome>;
}

/**
 * Group commit: one connection at a time takes all that wait and stores them in one transaction, which costs one disk
 * sync. A submission that cannot be stored (a used code, an id that was done before) leaves the group, and the others go
 * again without it; an error of the database is searched for one by one, so that it harms nobody else.
 */
export function createAnswerWriter(pool: pg.Pool, key: KeyObject): AnswerWriter {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    try {
      while (waiting.length > 0) await storeTogether(takeGroup());
    } finally {
      isRunning = false;
    }
  }

  /** The same id or the same code twice in one group would see each other too late; the second waits for the next. */
  function takeGroup(): Waiting[] {
    const seen = new Set<string>();
    const group: Waiting[] = [];
    const left: Waiting[] = [];
    for (const one of waiting) {
      const { receipt, use } = one.arrival;
      const isFree = !seen.has(receipt) && (use === null || !seen.has(use));
      if (group.length < MOST_AT_ONCE && isFree) {
        seen.add(receipt);
        if (use !== null) seen.add(use);
        group.push(one);
      } else left.push(one);
    }
    waiting = left;
    return group;
  }

  async function storeTogether(group: readonly Waiting[]): Promise<void> {
    let outcomes: Outcome[];
    try {
      outcomes = await store(group.map(({ arrival }) => arrival));
    } catch (error) {
      await storeOneByOne(group, error);
      return;
    }
    if (outcomes.every((outcome) => outcome === 'done')) {
      for (const one of group) one.resolve('done');
      return;
    }
    group.forEach((one, place) => {
      if (outcomes[place] !== 'done') one.resolve(outcomes[place]!);
    });
    const rest = group.filter((_, place) => outcomes[place] === 'done');
    if (rest.length > 0) await storeTogether(rest);
  }

  async function storeOneByOne(group: readonly Waiting[], error: unknown): Promise<void> {
    const isOfDatabase = typeof error === 'object' && error !== null && 'severity' in error;
    if (!isOfDatabase || group.length === 1) {
      for (const one of group) one.reject(isOfDatabase ? error : new Problem('unavailable'));
      return;
    }
    for (const one of group) await storeTogether([one]);
  }

  async function store(arrivals: readonly Arrival[]): Promise<Outcome[]> {
    const { receivedOn } = arrivals[0]!;
    const sealed = await Promise.all(
      [...Map.groupBy(arrivals, (one) => one.waveId)].map(async ([waveId, own]) => {
        const records = own.map(({ record }) => record);
        const about = `${waveId} ${receivedOn}`;
        return { waveId, answers: own.length, sealed: await sealArrivals(key, records, about) };
      }),
    );
    return await acceptAnswers(pool, { receivedOn, arrivals, sealed });
  }

  return {
    write(arrival) {
      if (waiting.length >= MOST_WAITING) return Promise.reject(new Problem('unavailable'));
      return new Promise((resolve, reject) => {
        waiting.push({ arrival, resolve, reject });
        // The rest of this turn of the event loop may bring company.
        if (!isRunning) {
          isRunning = true;
          setImmediate(() => void run());
        }
      });
    },
  };
}
