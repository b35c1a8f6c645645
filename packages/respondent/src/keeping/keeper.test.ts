import { describe, expect, it, vi } from 'vitest';
import type { Step } from '../answering/draft.ts';
import type { JournalRow } from './database.ts';
import type { Journal } from './journal.ts';
import { createKeeper, type KeepingState } from './keeper.ts';

/** A journal whose disk can be slow or full. */
function aDisk() {
  const rows: JournalRow[] = [];
  const disk = { isFull: false, writes: 0, finish: [] as (() => void)[], isSlow: false };
  const journal: Journal = {
    async append(batch) {
      if (disk.isSlow) await new Promise<void>((resolve) => disk.finish.push(resolve));
      if (disk.isFull) throw new DOMException('full', 'QuotaExceededError');
      disk.writes += 1;
      rows.push(...batch);
    },
  };
  return { rows, disk, journal };
}

const age = (value: number): Step => ['answer', 'needs', 'age', value];
const wish = (value: string): Step => ['answer', 'needs', 'wish', value];

function aKeeper(journal: Journal) {
  const states: KeepingState[] = [];
  const keeper = createKeeper({
    slug: 'abcdefgh',
    journal,
    next: 5,
    onState: (s) => states.push(s),
  });
  return { keeper, states };
}

describe('the keeper of answers', () => {
  it('writes each tap at once, numbered in order', async () => {
    const { rows, journal } = aDisk();
    const { keeper, states } = aKeeper(journal);
    keeper.keep(age(34));
    await keeper.settled();
    keeper.keep(age(35));
    await keeper.settled();
    expect(rows.map(({ n, step }) => [n, step[3]])).toEqual([
      [5, 34],
      [6, 35],
    ]);
    expect(states).toEqual(['kept', 'kept']);
  });

  it('gathers what is tapped during a slow write into the next, and loses nothing', async () => {
    const { rows, disk, journal } = aDisk();
    const { keeper } = aKeeper(journal);
    disk.isSlow = true;
    keeper.keep(age(1));
    keeper.keep(age(2));
    keeper.keep(age(3));
    disk.isSlow = false;
    disk.finish[0]?.();
    await keeper.settled();
    expect(rows.map(({ step }) => step[3])).toEqual([1, 2, 3]);
    expect(disk.writes).toBe(2);
  });

  it('keeps typing within a quarter of a second, letters together', async () => {
    vi.useFakeTimers();
    const { rows, disk, journal } = aDisk();
    const { keeper } = aKeeper(journal);
    for (const text of ['т', 'ты', 'тын']) keeper.keep(wish(text), { isTyping: true });
    await vi.advanceTimersByTimeAsync(200);
    expect(rows.map(({ step }) => step[3])).toEqual(['тын']);
    expect(disk.writes).toBe(1);
    vi.useRealTimers();
  });

  it('does not swallow letters typed while the first ones are being written', async () => {
    vi.useFakeTimers();
    const { rows, disk, journal } = aDisk();
    const { keeper } = aKeeper(journal);
    disk.isSlow = true;
    keeper.keep(wish('т'), { isTyping: true });
    await vi.advanceTimersByTimeAsync(150);
    keeper.keep(wish('ты'), { isTyping: true });
    keeper.keep(wish('тын'), { isTyping: true });
    disk.isSlow = false;
    disk.finish[0]?.();
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    await keeper.settled();
    expect(rows.map(({ step }) => step[3])).toEqual(['т', 'тын']);
  });

  it('hurries when the page is about to go', async () => {
    const { rows, journal } = aDisk();
    const { keeper } = aKeeper(journal);
    keeper.keep(wish('тын'), { isTyping: true });
    keeper.hurry();
    await Promise.resolve();
    expect(rows).toHaveLength(1);
  });

  it('says when there is no room, keeps the answers in line and writes them once there is', async () => {
    vi.useFakeTimers();
    const { rows, disk, journal } = aDisk();
    const { keeper, states } = aKeeper(journal);
    disk.isFull = true;
    keeper.keep(age(34));
    await vi.advanceTimersByTimeAsync(10);
    keeper.keep(age(35));
    await vi.advanceTimersByTimeAsync(10);
    expect(new Set(states)).toEqual(new Set(['refused']));
    expect(rows).toEqual([]);
    disk.isFull = false;
    await vi.advanceTimersByTimeAsync(4000);
    expect(rows.map(({ step }) => step[3])).toEqual([34, 35]);
    expect(states.at(-1)).toBe('kept');
    vi.useRealTimers();
  });

  it('keeps nothing after it was told to stop', async () => {
    const { rows, journal } = aDisk();
    const { keeper } = aKeeper(journal);
    keeper.stop();
    keeper.keep(age(34));
    await keeper.settled();
    expect(rows).toEqual([]);
  });
});
