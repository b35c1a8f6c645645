import { describe, expect, it } from 'vitest';
import type { Answers } from '../../instruments/index.ts';
import { policyFor } from '../disclosure/policy.ts';
import {
  type Cell,
  isHidden,
  protectReport,
  type Report,
  reportJson,
  type Table,
} from '../index.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { countClaim, kindsFrom, type Subject, squaresOf, summaryClaims, sumOf } from './subject.ts';
import { tellSubject } from './tell-subject.ts';

function protectedOf(
  given: readonly Answers[],
  { flow }: { flow?: { invited: number; opened: number; consented: number } } = {},
): Report {
  const facts = smallWave(given.map((answers) => ({ answers })));
  const outcome = protectReport(
    flow ? { ...facts, flow: { ...facts.flow, ...flow } } : facts,
    [SMALL_FORM],
    { language: 'en', audience: 'network' },
  );
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.report;
}

const times = (count: number, answers: Answers): Answers[] => new Array(count).fill(answers);

function tableOf({ sections }: Report, id: string): Table | null {
  const block = sections.flatMap(({ blocks }) => blocks).find((candidate) => candidate.id === id);
  return block?.kind === 'table' ? block : null;
}

/** The cells of a row, hidden ones as a star. */
const rowOf = (table: Table | null, id: string) =>
  table?.rows
    .find((row) => row.id === id)
    ?.cells.map((cell: Cell) => (isHidden(cell) ? '*' : cell));

describe('means of children', () => {
  const family = (children: number, from: number): Answers => ({
    home: 'own',
    children: Array.from({ length: children }, (_, i) => ({ child_age: from + (i % 7) })),
  });

  it('are not told of the children of two mothers, however many they are', () => {
    const report = protectedOf([family(7, 3), family(8, 6), ...times(6, { home: 'rent' })]);
    const numeric = tableOf(report, 'numeric-small-children');
    expect(numeric).toBeNull();
  });

  it('are told of the children of many', () => {
    const report = protectedOf([
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((from) => family(3, from)),
      ...times(6, { home: 'rent' }),
    ]);
    const [n, , , , median, , , minimum, maximum] =
      rowOf(tableOf(report, 'numeric-small-children'), 'child_age') ?? [];
    expect([n, median, minimum, maximum]).toEqual([24, 6.5, '*', '*']);
  });
});

describe('the way to the report', () => {
  it('hides a step that lost only a few, and what would be a share of it', () => {
    const report = protectedOf(times(30, { home: 'own' }), {
      flow: { invited: 60, opened: 45, consented: 32 },
    });
    const flow = tableOf(report, 'response-flow');
    expect(rowOf(flow, 'invited')).toEqual([60, null]);
    expect(rowOf(flow, 'opened')).toEqual([45, 75]);
    expect(rowOf(flow, 'consented')).toEqual(['*', '*']);
    expect(rowOf(flow, 'completed')).toEqual([30, '*']);
    // The base of the next step is the hidden number; an export must not have it either.
    expect(flow?.rows.map(({ n }) => n)).not.toContain(32);
  });

  it('is told whole where every step lost nobody or many', () => {
    const report = protectedOf(times(30, { home: 'own' }), {
      flow: { invited: 60, opened: 45, consented: 30 },
    });
    expect(rowOf(tableOf(report, 'response-flow'), 'consented')).toEqual([
      30,
      expect.closeTo(66.67, 1),
    ]);
  });
});

describe('answers of a few', () => {
  it('hide the reason why three did not answer, and keep the base', () => {
    const report = protectedOf([
      ...times(12, { home: 'own' }),
      ...times(9, { home: 'rent' }),
      ...times(3, { home: { absent: 'declined' } }),
    ]);
    const table = tableOf(report, 'frequency-small-home');
    expect(table?.base).toMatchObject({ n: 21, cases: 24 });
    expect(table?.rows.map(({ id }) => id)).toEqual(['own', 'rent']);
  });

  it('hide how many answers were given where that solves a single hidden one', () => {
    const report = protectedOf([
      ...times(12, { wishes: ['house', 'work'] }),
      ...times(7, { wishes: ['house'] }),
      ...times(6, { wishes: ['work'] }),
      ...times(3, { wishes: ['rest'] }),
    ]);
    const table = tableOf(report, 'multi-small-wishes');
    expect(rowOf(table, 'rest')).toEqual(['*', '*', '*']);
    expect(rowOf(table, 'total')).toEqual(['*', '*', '*']);
    expect(rowOf(table, 'work')).toEqual([18, expect.closeTo(64.29, 1), '*']);
    expect(table?.notes.join()).not.toContain('40');
    expect(table?.rows.map(({ n }) => n)).not.toContain(40);
    expect(JSON.stringify(JSON.parse(reportJson(report)).sections)).not.toMatch(/\b40 answers/);
  });
});

describe('one subject', () => {
  const names = ['1', '2', '3', '4'];
  const values = new Map(names.map((name) => [name, Number(name)]));
  const subject = (...counts: number[]): Subject => ({
    id: 'points',
    kinds: kindsFrom(
      names,
      counts.flatMap((count, i) =>
        Array.from({ length: count }, (_, n) => ({ kind: names[i]!, respondent: 100 * i + n })),
      ),
    ),
    claims: [
      ...names.map((name) => countClaim(name, [name], names)),
      ...summaryClaims('points', names, { mean: [values], spread: [squaresOf(values)] }),
    ],
    known: [sumOf(names)],
  });
  const told = (...counts: number[]) => [
    ...tellSubject(subject(...counts), policyFor('network'), null).told,
  ];

  it('tells all where nothing is small', () => {
    expect(told(8, 20, 30, 12)).toEqual([
      ...names,
      'points typical',
      'points mean',
      'points spread',
    ]);
  });

  it('does not tell mean, spread and two counts of four with one of them small', () => {
    const keys = told(3, 20, 30, 12);
    const counts = keys.filter((key) => names.includes(key)).length;
    const sums = keys.filter((key) => /mean|spread/.test(key)).length;
    expect(keys).not.toContain('1');
    // Four unknown counts, one equation for their number: one more of each leaves no way out.
    expect(counts + sums).toBeLessThanOrEqual(2);
    expect(keys).toContain('points typical');
  });

  it('tells no mean of nine people, and nothing that all of them share', () => {
    expect(told(0, 9, 0, 0)).toEqual([]);
    expect(told(0, 40, 0, 0)).not.toContain('2');
  });

  it('tells nothing that narrower readers must not be told', () => {
    const outcome = tellSubject(subject(8, 20, 30, 12), policyFor('network'), new Set(['2', '3']));
    expect([...outcome.told]).toEqual(['2', '3']);
  });
});
