import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../instruments/index.ts';
import { possibleChanges } from '../disclosure/possible-changes.ts';
import { rangeOf } from '../disclosure/ranges.ts';
import type { Statement, System } from '../disclosure/system.ts';
import { isHidden, type Report } from '../report.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { tablesOf } from '../tables-of.ts';
import type { OtherWave } from './other-wave.ts';
import { protectReport } from './protect-report.ts';

/** The women of a panel: some answer both times, some only then, some only now. */
type Panel = {
  readonly stayed: readonly Answers[];
  readonly left: readonly Answers[];
  readonly came: readonly Answers[];
  /** What those who stayed answer now, where it is not what they answered then. */
  readonly after?: readonly Answers[];
};

function wavesOf({ stayed, left, came, after = stayed }: Panel) {
  const facts = (women: readonly Answers[]) => smallWave(women.map((answers) => ({ answers })));
  const [then, now] = [facts([...stayed, ...left]), facts([...after, ...came])];
  const pairs = stayed.map(
    (_, i) => [then.responses[i]!.id, now.responses[i]!.id] as readonly [string, string],
  );
  return { then, now, pairs };
}

/** On a machine that does other things as well. */
const SLOW = 60_000;

/** So few are a small group for everybody. */
const FEW = 5;

type Audience = OtherWave['audience'];

/** Both reports as outsiders get them, the second held against the first or, as a control, not. */
function reportsOf(
  panel: Panel,
  {
    audience = 'network',
    before = audience,
    isHeld = true,
    erased = 0,
  }: { audience?: Audience; before?: Audience; isHeld?: boolean; erased?: number } = {},
) {
  const { then, now, pairs } = wavesOf(panel);
  const told = (facts: typeof then, to: Audience, otherWaves: readonly OtherWave[]) => {
    const made = protectReport(facts, [SMALL_FORM], { language: 'en', audience: to, otherWaves });
    if (made.kind === 'refused') throw new Error(made.code);
    return made;
  };
  const { report: first } = told(then, before, []);
  const tables = tablesOf(first).map(({ id }) => id);
  const other: OtherWave = { release: 1, audience: before, facts: then, tables, erased, pairs };
  const { report: second, lost } = told(now, audience, isHeld ? [other] : []);
  return { first, second, lost };
}

/** Counts that a report tells of a question, by answer. */
function countsOf(report: Report, table: string): Map<string, number> {
  const found = tablesOf(report).find(({ id }) => id === table);
  const column = found?.columns.findIndex(({ id }) => id === 'count') ?? -1;
  return new Map(
    (found?.rows ?? []).flatMap(({ id, role, cells }): [string, number][] => {
      const cell = cells[column] ?? null;
      return role === 'category' && typeof cell === 'number' && !isHidden(cell) ? [[id, cell]] : [];
    }),
  );
}

/**
 * Somebody who knows by name who left and who came and takes for granted that nobody who stayed answers otherwise. With a
 * linear program he works out how many of those who left, and of those who came, gave each answer.
 *
 * @returns how many numbers of small groups, of everybody and of nobody he knows for certain from both, not from the first alone
 */
function recovered(
  { stayed, left, came }: Panel,
  { first, second }: { first: Report; second: Report },
  { question, options }: { question: 'home' | 'works'; options: readonly string[] },
): number {
  const table = `frequency-small-${question}`;
  const gave = (women: readonly Answers[], option: string) =>
    women.filter((answers) => String(answers[question]) === option).length;
  const groups = [left, stayed, came];
  const counts = groups.flatMap((women) => options.map((option) => gave(women, option)));
  const kind = (group: number, option: string) => group * options.length + options.indexOf(option);
  const statement = (members: readonly number[], names: readonly string[]): Statement => ({
    terms: members.flatMap((group) => names.map((name) => [kind(group, name), 1] as const)),
    ...{ state: 'known', width: 0, loss: 1 },
  });
  const sizes = groups.map((_, group) => statement([group], options));
  const printed = (report: Report, members: readonly number[]) =>
    [...countsOf(report, table).keys()].map((option) => statement(members, [option]));
  const certain = (statements: readonly Statement[]) => {
    const system: System = { counts, impossible: new Set(), statements };
    const changes = possibleChanges(system, new Set(statements.keys()));
    return [0, 2].flatMap((group) =>
      options.filter((option) => {
        const { low, high } = rangeOf(changes, statement([group], [option]));
        const { length } = groups[group]!;
        const isRisky = low < FEW || low === length;
        return length > 0 && low === high && isRisky;
      }),
    ).length;
  };
  const alone = certain([...sizes, ...printed(first, [0, 1])]);
  return certain([...sizes, ...printed(first, [0, 1]), ...printed(second, [1, 2])]) - alone;
}

const QUESTIONS = [
  { question: 'home', options: ['own', 'rent'] },
  { question: 'works', options: ['true', 'false'] },
] as const;

const attack = (panel: Panel, reports: { first: Report; second: Report }) =>
  QUESTIONS.reduce((sum, asked) => sum + recovered(panel, reports, asked), 0);

const women = (number: number, from = 0): Answers[] =>
  Array.from({ length: number }, (_, i): Answers => {
    const n = from + i;
    return {
      age: 20 + (n % 20),
      home: n % 2 === 0 ? 'own' : 'rent',
      works: n % 4 < 1,
      calm: ['never', 'seldom', 'sometimes', 'often'][n % 4]!,
      tense: ['sometimes', 'often', 'never'][n % 3]!,
      wishes: n % 3 === 0 ? ['house'] : ['work'],
    };
  });

/** The same women half a year later: their days are better or worse, their homes are the same. */
const later = (given: readonly Answers[]): Answers[] =>
  given.map((answers, n) => ({
    ...answers,
    calm: ['often', 'never', 'seldom', 'sometimes'][(n * 7) % 4]!,
    tense: ['never', 'sometimes', 'often'][(n * 5) % 3]!,
    wishes: n % 5 < 2 ? ['house'] : ['work', 'rest'],
  }));

/** Numbers of a report that are told. */
const toldIn = (report: Report) =>
  tablesOf(report)
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter((cell) => cell !== null && !isHidden(cell)).length;

describe('two waves of one panel, laid beside each other,', () => {
  it(
    'would tell what the one woman answered who stayed away, if nobody held them against each other',
    () => {
      const panel = { stayed: women(40), left: women(1, 3), came: [] };
      expect(attack(panel, reportsOf(panel, { isHeld: false }))).toBeGreaterThan(0);
      expect(attack(panel, reportsOf(panel))).toBe(0);
    },
    SLOW,
  );

  it.each([
    ['one came', { left: [], came: women(1, 2) }],
    ['one left and one came in her place', { left: women(1, 1), came: women(1, 2) }],
    ['three left', { left: women(3), came: [] }],
    ['two left and three came', { left: women(2), came: women(3, 5) }],
    [
      'a dozen left, of whom few rent',
      { left: women(24).filter((_, i) => i % 2 === 0 || i === 1), came: [] },
    ],
  ])(
    'tell nothing certain of them when %s',
    (_, moved) => {
      const panel = { stayed: women(40), ...moved };
      expect(attack(panel, reportsOf(panel))).toBe(0);
    },
    SLOW,
  );

  it.each([
    ['network', 'public'],
    ['public', 'network'],
    ['public', 'public'],
  ] as const)(
    'tell nothing certain when the first went to the %s and the second to the %s',
    (before, audience) => {
      const panel = { stayed: women(40), left: women(2), came: women(3, 5) };
      expect(attack(panel, reportsOf(panel, { before, audience }))).toBe(0);
    },
    SLOW,
  );

  it(
    'tell nothing certain of those who left and came, however they answered',
    () => {
      const woman = fc.record({
        home: fc.constantFrom('own', 'rent'),
        works: fc.boolean(),
      });
      let unheld = 0;
      fc.assert(
        fc.property(
          fc.array(woman, { minLength: 16, maxLength: 30 }),
          fc.array(woman, { maxLength: 9 }),
          fc.array(woman, { maxLength: 9 }),
          (stayed, left, came) => {
            const panel = { stayed, left, came };
            unheld += attack(panel, reportsOf(panel, { isHeld: false }));
            expect(attack(panel, reportsOf(panel))).toBe(0);
          },
        ),
        { numRuns: 15 },
      );
      expect(unheld).toBeGreaterThan(0);
    },
    SLOW,
  );

  it(
    'still tell what is of use',
    () => {
      const stayed = women(92);
      const panel = { stayed, after: later(stayed), left: women(9, 92), came: women(7, 120) };
      const { second, lost } = reportsOf(panel);
      const alone = reportsOf(panel, { isHeld: false }).second;
      const share = toldIn(second) / toldIn(alone);
      console.info(
        `Told beside the other wave: ${Math.round(100 * share)} % of what is told alone.`,
      );
      expect(share).toBeGreaterThan(0.8);
      expect(lost).toEqual([]);
    },
    SLOW,
  );
});
