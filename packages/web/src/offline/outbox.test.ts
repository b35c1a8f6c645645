import { Problem } from '@tirek/domain/problem';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../api/network-failure.ts';
import type { Disk, OutboxRow } from './disk.ts';
import { newLocks } from './locks.ts';
import { outboxOn } from './outbox.ts';

/** The browser's database, as far as an outbox uses it. */
function diskInMemory(): Disk {
  let rows: OutboxRow[] = [];
  let next = 1;
  const disk: Pick<Disk, 'addToOutbox' | 'putInOutbox' | 'dropFromOutbox' | 'listOutbox'> = {
    async addToOutbox(sealed) {
      rows.push({ place: next, sealed });
      next += 1;
      return next - 1;
    },
    async putInOutbox(row) {
      rows = rows.map((each) => (each.place === row.place ? row : each));
    },
    async dropFromOutbox(places) {
      rows = rows.filter(({ place }) => !places.includes(place));
    },
    listOutbox: async () => [...rows],
  };
  return disk as Disk;
}

const { keys } = await newLocks({
  kind: 'passphrase',
  passphrase: 'үш сөз жеткілікті болар',
});

type Way = 'through' | 'lost-before' | 'lost-after' | 'refused' | 'session-over';

/** A server that does each id once, and a line that fares as told. */
function world(ways: Way[]) {
  const done: string[] = [];
  const refused = new Set<string>();
  const outbox = outboxOn({
    disk: diskInMemory(),
    keys,
    now: () => '2026-11-29T10:00:00.000Z',
    async call(_name, { id }) {
      const way = ways.shift() ?? 'through';
      if (way === 'lost-before') throw new NetworkFailure('unreachable');
      if (way === 'session-over') throw new Problem('not-signed-in');
      if (refused.has(String(id)) || (way === 'refused' && !done.includes(String(id)))) {
        refused.add(String(id));
        throw new Problem('last-family');
      }
      if (!done.includes(String(id))) done.push(String(id));
      if (way === 'lost-after') throw new NetworkFailure('too-slow');
      return {};
    },
    alone: (work) => work(),
    onChange: () => undefined,
  });
  return { outbox, done, refused };
}

const write = (id: string, about: string) => ({
  id,
  name: 'recordMove',
  input: { id },
  about,
  madeAt: '2026-11-29T10:00:00.000Z',
});

describe('an outbox', () => {
  it('on any line loses nothing, does nothing twice, keeps the order and says what was refused', async () => {
    const anyWay = fc.constantFrom<Way>(
      'through',
      'lost-before',
      'lost-after',
      'refused',
      'session-over',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('Айгүл', 'Дина'), { minLength: 1, maxLength: 6 }),
        fc.array(anyWay, { maxLength: 12 }),
        async (subjects, ways) => {
          const { outbox, done, refused } = world([...ways]);
          for (const [at, about] of subjects.entries()) await outbox.add(write(`${at}`, about));
          for (let round = 0; round < ways.length + 2; round += 1) await outbox.sendAll();
          const writes = await outbox.list();
          expect(writes).toHaveLength(subjects.length);
          expect(done).toEqual([...done].toSorted((one, other) => Number(one) - Number(other)));
          for (const { id, about, place, state } of writes) {
            expect(state.kind === 'sent').toBe(done.includes(id));
            expect(state.kind === 'refused').toBe(refused.has(id));
            const isBehind = writes.some(
              (other) => other.about === about && other.place < place && refused.has(other.id),
            );
            expect(state.kind === 'waiting').toBe(isBehind && !refused.has(id));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps a write that is handed over twice once', async () => {
    const { outbox } = world([]);
    await outbox.add(write('1', 'Айгүл'));
    await outbox.add(write('1', 'Айгүл'));
    expect(await outbox.list()).toHaveLength(1);
  });
});
