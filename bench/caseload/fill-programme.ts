import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { Filled, Filling, Holder } from './filler.ts';
import { beginFilling, endFilling, readFilled } from './queries.ts';

/** They wait for the database in turn, so that more of them than processors are at work. */
const FILLERS = 4;
const NOTHING: Filled = { people: 0, families: 0, entries: 0, rows: 0 };

interface Plan {
  readonly owner: pg.ClientConfig;
  readonly programmeId: string;
  readonly installationKey: Uint8Array;
  readonly people: number;
  readonly today: string;
  /** Families are dealt out among them in turn. */
  readonly holders: readonly Holder[];
  readonly workers: number;
}

/** Ten years of a programme of so many people, four to a family; taken up where it was broken off. @returns how many of each there are. */
export async function fillProgramme(
  client: pg.Client,
  { people, ...plan }: Plan,
  told: (what: string, people: number) => void,
): Promise<{ made: Filled; isNew: boolean }> {
  const sent = await readFilled(client);
  if (sent?.every(({ isWhole }) => isWhole) && sent.length > 0) {
    return { made: sumOf(sent), isNew: false };
  }
  if (!sent) await beginFilling(client, FILLERS);
  // As many as began it: families are dealt out among them.
  const before = sent ?? Array.from({ length: FILLERS }, () => null);
  const filled = before.map((each): Filled => each ?? NOTHING);
  await Promise.all(
    filled.map(async (_, first) => {
      const own = {
        ...plan,
        people: Math.ceil(people / before.length),
        first,
        step: before.length,
        sent: before[first] ?? null,
      };
      await oneFiller(own, (done) => {
        filled[first] = done;
        told('filled', sumOf(filled).people);
      });
    }),
  );
  await endFilling(client, (table) => told(`indexes of ${table}`, sumOf(filled).people));
  return { made: sumOf(filled), isNew: true };
}

async function oneFiller(filling: Filling, told: (done: Filled) => void): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'filler.ts'), { workerData: filling });
  worker.on('message', told);
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

const sumOf = (filled: readonly Filled[]): Filled =>
  filled.reduce((sum, each) => ({
    people: sum.people + each.people,
    families: sum.families + each.families,
    entries: sum.entries + each.entries,
    rows: sum.rows + each.rows,
  }));
