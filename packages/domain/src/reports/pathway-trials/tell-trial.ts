import * as z from 'zod/mini';
import { policyFor } from '../disclosure/policy.ts';
import { populationOfUnits } from '../disclosure/population.ts';
import { type ProtectedTable, protectTables, publishedCell } from '../disclosure/protect-tables.ts';
import { totalOf } from '../disclosure/table-spec.ts';
import {
  TRIAL_SIDES,
  TRIED_STEPS,
  type TrialCell,
  type TrialResult,
  type TrialSide,
  type TriedStep,
} from './trial-result.ts';
import type { Tried } from './tried-on.ts';

/** What was told of one trial, by what was protected together, with the true counts. */
const Releases = z.record(z.string(), z.unknown());
export type TrialReleases = z.infer<typeof Releases>;

export interface TrialOrder {
  /** The trial: another one counts other people. */
  readonly id: string;
  readonly people: readonly Tried[];
  /** What was told of earlier trials; two of them must not tell whom a rule is about. */
  readonly ledger: readonly unknown[];
  /** A secret of the installation. */
  readonly seed: string;
}

export type ToldTrial =
  | { readonly kind: 'told'; readonly result: TrialResult; readonly releases: TrialReleases }
  /** So few people that nothing can be told. */
  | { readonly kind: 'refused' };

/** Whoever may write versions could write many that differ in one person; a told number is therefore one of whole fives. */
const ROUNDED_TO = 5;
const TOTAL = 'total';

/** Each pair is one small system of its own: all four together would be more than can be proved. */
const PAIRS = [
  ['now', 'tried'],
  ...(['region', 'language'] as const).flatMap((group) =>
    TRIAL_SIDES.map((side) => [group, side] as const),
  ),
] as const;
type Pair = (typeof PAIRS)[number];

/** The numbers as those may be told who write pathways: small groups hidden, and what would give them away. */
export function tellTrial({ id, people, ledger, seed }: TrialOrder): ToldTrial {
  const earlier = ledger.flatMap((each) => {
    const { success, data } = z.safeParse(Releases, each);
    return success ? [data] : [];
  });
  const decided = PAIRS.flatMap((pair) => {
    const key = pair.join(' ');
    const seen = earlier.flatMap((each) => (each[key] === undefined ? [] : [each[key]]));
    const decision = protectPair(pair, { id, people, seen, seed: `${seed} ${id}` });
    const isTold = decision?.kind === 'protected' && decision.account.told > 0;
    return isTold ? [{ key, pair, decision }] : [];
  });
  if (decided.length === 0) return { kind: 'refused' };
  const tableOf = (...pair: Pair) =>
    decided.find(({ key }) => key === pair.join(' '))?.decision.tables[0];
  const groupsOf = (group: 'region' | 'language') =>
    TRIAL_SIDES.flatMap((side) =>
      innerCells(tableOf(group, side)).map(([name, step, cell]) => ({
        ...{ group: name, side, step, cell },
      })),
    );
  return {
    kind: 'told',
    result: {
      totals: TRIAL_SIDES.flatMap((side) =>
        TRIED_STEPS.map((step) => ({ side, step, cell: totalCell(decided, side, step) })),
      ),
      moves: innerCells(tableOf('now', 'tried')).map(([now, tried, cell]) => ({
        ...{ now: now as TriedStep, tried, cell },
      })),
      regions: groupsOf('region'),
      languages: groupsOf('language'),
    },
    releases: Object.fromEntries(
      decided.map(({ key, decision }) => [key, { ...decision.release, id }]),
    ),
  };
}

function protectPair(
  [first, second]: Pair,
  {
    id,
    people,
    seen,
    seed,
  }: { id: string; people: readonly Tried[]; seen: readonly unknown[]; seed: string },
) {
  if (people.length === 0) return null;
  const valuesOf = (variable: Pair[number]) =>
    variable === 'now' || variable === 'tried'
      ? [...TRIED_STEPS]
      : [...new Set(people.map((person) => person[variable]))].toSorted();
  const population = populationOfUnits(
    {
      snapshot: id,
      variables: { [first]: valuesOf(first), [second]: valuesOf(second) },
      places: first === 'region' ? ['region'] : [],
    },
    people.map((person) => ({
      family: person.family,
      values: { [first]: person[first], [second]: person[second] },
    })),
  );
  const each = (variable: Pair[number]) =>
    valuesOf(variable).map((value) => ({ id: value, values: [value] }));
  const isGroup = first !== 'now';
  return protectTables({
    population,
    tables: [
      {
        ...{ id: `${first} ${second}`, filters: [], hasMeans: false },
        // Where a family lives and what it speaks its neighbours know; that all of a step move on together tells of a rule.
        visible: isGroup ? [first] : [first, second],
        dimensions: [
          {
            variable: first,
            ...(first === 'region' && { place: 'region' as const }),
            // What all steps make together is not told: a step that nobody comes to would follow from it.
            categories: [...(isGroup ? [totalOf(population, first)] : []), ...each(first)],
          },
          { variable: second, categories: each(second) },
        ],
      },
    ],
    // Most moves are nobody's, and no table is useless for that.
    policy: { ...policyFor('network'), rounding: ROUNDED_TO, keptAtLeast: 0 },
    ...{ ledger: seen, seed },
  });
}

/** Without the totals. */
function innerCells(table: ProtectedTable | undefined): [string, TriedStep, TrialCell][] {
  return (table?.cells ?? []).flatMap((cell) => {
    const [first = TOTAL, second = TOTAL] = cell.categories;
    if (first === TOTAL) return [];
    return [[first, second as TriedStep, publishedCell(cell)] as [string, TriedStep, TrialCell]];
  });
}

/** How many come to a step in all; told only where every table that has it may tell it. */
function totalCell(
  decided: ReadonlyArray<{
    readonly pair: Pair;
    readonly decision: { readonly tables: readonly ProtectedTable[] };
  }>,
  side: TrialSide,
  step: TriedStep,
): TrialCell {
  const cells = decided.flatMap(({ pair: [first, second], decision }) => {
    if (first === 'now' || second !== side) return [];
    const found = decision.tables[0]?.cells.find(
      ({ categories }) => categories[0] === TOTAL && categories[1] === step,
    );
    return found ? [publishedCell(found)] : [];
  });
  return cells.includes('hidden') ? 'hidden' : (cells[0] ?? 'hidden');
}
