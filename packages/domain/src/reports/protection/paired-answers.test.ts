import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../instruments/index.ts';
import { possibleChanges } from '../disclosure/possible-changes.ts';
import { rangeOf } from '../disclosure/ranges.ts';
import type { Statement } from '../disclosure/system.ts';
import { buildWaveReport, isHidden, protectReport, type Report, type Table } from '../index.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';

/** How many women ticked each combination; "" ticked something else only. */
type Patterns = Readonly<Record<string, number>>;
const OPTIONS = ['house', 'work', 'rest'];

function waveOf(patterns: Patterns) {
  const women = Object.entries(patterns).flatMap(([pattern, count]): Answers[] =>
    new Array(count).fill({ wishes: pattern.split('+') }),
  );
  return smallWave(women.map((answers) => ({ answers })));
}

function tableIn({ sections }: Report, id: string): Table | null {
  const block = sections.flatMap(({ blocks }) => blocks).find((candidate) => candidate.id === id);
  return block?.kind === 'table' ? block : null;
}

const exactOf = (patterns: Patterns) =>
  buildWaveReport(waveOf(patterns), [SMALL_FORM], { language: 'en' });

function toldTo(audience: 'network' | 'public', patterns: Patterns): Report {
  const made = protectReport(waveOf(patterns), [SMALL_FORM], { language: 'en', audience });
  if (made.kind === 'refused') throw new Error(made.code);
  return made.report;
}

/** Counts that a table tells, by row. */
const countsOf = (report: Report, id: string) =>
  new Map(
    (tableIn(report, id)?.rows ?? []).flatMap(({ id: row, role, cells: [count] }) =>
      role === 'category' && typeof count === 'number' && !isHidden(count) ? [[row, count]] : [],
    ),
  );

const MANY: Patterns = {
  'house+work': 20,
  house: 15,
  work: 14,
  'house+rest': 16,
  rest: 17,
  'work+rest': 18,
};

describe('wishes that come together', () => {
  it('are counted against what chance would have it, for the analysts of the programme', () => {
    const table = tableIn(exactOf(MANY), 'pairs-small-wishes');
    expect(table?.base).toMatchObject({ cases: 100, n: 100 });
    const row = table?.rows.find(({ id }) => id === 'house--work');
    // R: phi of matrix(c(20, 31, 32, 17), 2), its expected count and fisher.test.
    const [both, percent, expected, lift, phi, p] = row?.cells ?? [];
    expect([both, percent]).toEqual([20, 20]);
    expect(expected).toBeCloseTo(26.52, 10);
    expect(lift).toBeCloseTo(20 / 26.52, 10);
    expect(phi).toBeCloseTo(-0.2610611, 6);
    expect(p).toBeCloseTo(0.01022141, 7);
  });

  it('say nothing of a handful, nor of a wish that hardly anybody has', () => {
    const few = Object.fromEntries(Object.keys(MANY).map((pattern) => [pattern, 4]));
    expect(tableIn(exactOf(few), 'pairs-small-wishes')).toBeNull();
    const table = tableIn(exactOf({ house: 30, work: 30, rest: 9 }), 'pairs-small-wishes');
    expect(table?.rows.map(({ id }) => id)).toEqual(['house--work']);
  });

  it.each(['network', 'public'] as const)('are told to the %s where many have them', (audience) => {
    const told = countsOf(toldTo(audience, MANY), 'pairs-small-wishes');
    expect(told.get('house--work')).toBe(20);
    const { columns = [] } = tableIn(toldTo(audience, MANY), 'pairs-small-wishes') ?? {};
    // Corrected for all pairs, a probability rests on those that are hidden as well.
    expect(columns.map(({ id }) => id)).not.toContain('pHolm');
  });

  it.each(['network', 'public'] as const)('hide what few have from the %s', (audience) => {
    const patterns = { ...MANY, 'house+work': 3, work: 31 };
    expect(countsOf(exactOf(patterns), 'pairs-small-wishes').get('house--work')).toBe(3);
    const row = tableIn(toldTo(audience, patterns), 'pairs-small-wishes')?.rows.find(
      ({ id }) => id === 'house--work',
    );
    expect((row?.cells ?? []).filter((cell) => !isHidden(cell))).toEqual([]);
  });

  it.each([
    ['network', 5],
    ['public', 10],
  ] as const)(
    'give nobody of a few away to the %s, who add and subtract all that is printed',
    (audience, few) => {
      let told = 0;
      const count = fc.integer({ min: 0, max: 24 });
      const women = fc.record({
        ...{ house: count, work: count, rest: count, 'house+work': count },
        ...{ 'house+rest': count, 'work+rest': count, 'house+work+rest': count },
      });
      fc.assert(
        fc.property(women, (patterns) => {
          fc.pre(Object.values(patterns).reduce((sum, each) => sum + each, 0) >= 30);
          const report = toldTo(audience, patterns);
          const pairs = countsOf(report, 'pairs-small-wishes');
          told += pairs.size;
          if (pairs.size > 0) expect(recovered(report, { patterns, pairs, few })).toEqual([]);
        }),
        { numRuns: 15, seed: 20_221_122 },
      );
      expect(told).toBeGreaterThan(5);
    },
    120_000,
  );
});

/** Pairs, and wishes beside the lack of another, of few women that follow for certain from what is printed. */
function recovered(
  report: Report,
  { patterns, pairs, few }: { patterns: Patterns; pairs: Map<string, number>; few: number },
): string[] {
  const names = Array.from({ length: 8 }, (_, bits) =>
    OPTIONS.filter((_, place) => (bits >> place) % 2 === 1).join('+'),
  );
  const counts = names.map((name) => patterns[name] ?? 0);
  const sum = (isMeant: (ticked: readonly string[]) => boolean): Statement => ({
    terms: names.flatMap((name, place) => (isMeant(name.split('+')) ? [[place, 1]] : [])),
    ...{ state: 'known', width: 0, loss: 1 },
  });
  const statements = [
    sum(() => true),
    ...[...countsOf(report, 'multi-small-wishes').keys()].map((option) =>
      sum((ticked) => ticked.includes(option)),
    ),
    ...[...pairs.keys()].map((pair) =>
      sum((ticked) => pair.split('--').every((option) => ticked.includes(option))),
    ),
  ];
  const changes = possibleChanges(
    { counts, impossible: new Set(), statements },
    new Set(statements.keys()),
  );
  return OPTIONS.flatMap((one) =>
    OPTIONS.filter((other) => other !== one).flatMap((other) =>
      [true, false].flatMap((has) => {
        const secret = sum((ticked) => ticked.includes(one) && ticked.includes(other) === has);
        const { low, high } = rangeOf(changes, secret);
        return low === high && low > 0 && low < few ? [`${one} ${other} ${has}`] : [];
      }),
    ),
  );
}
