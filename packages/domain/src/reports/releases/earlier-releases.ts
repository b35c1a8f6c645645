import { policyFor } from '../disclosure/policy.ts';
import { isHidden, type Report, type ReportAudience, type Table } from '../report.ts';
import { tablesOf } from '../tables-of.ts';
import { type Condition, canonicalPopulation } from './analysis-plan.ts';

/** What was released from the same wave before, withdrawn ones too: whoever read it has read it. */
export type EarlierRelease = {
  readonly number: number;
  readonly audience: ReportAudience;
  readonly population: readonly Condition[];
  /** Fingerprint of the answers it was made from. */
  readonly snapshot: string;
  /** In any one language: counts are the same in all. */
  readonly report: Report;
};

/** Why a report may not follow the releases before it. */
export type Clash =
  /** Another part of the same people was told of: subtracting one from the other would tell of those between. */
  | { readonly code: 'other-population'; readonly release: EarlierRelease }
  /** Beside the earlier one it tells that a few came or went. */
  | {
      readonly code: 'changed-by-few';
      readonly release: EarlierRelease;
      readonly tables: readonly string[];
    };

/**
 * Holds a protected report against everything that readers outside of the analysts' room have been given of the same wave.
 * The network reads what the public reads, so both are one room here. Exact releases are for analysts, who see the answers.
 */
export function clashWithEarlier(
  { report, population, snapshot }: Pick<EarlierRelease, 'report' | 'population' | 'snapshot'>,
  earlier: readonly EarlierRelease[],
): Clash | null {
  const { audience } = report;
  if (audience === 'internal') return null;
  const told = earlier.filter((release) => release.audience !== 'internal');
  const own = canonicalPopulation(population);
  const other = told.find((release) => canonicalPopulation(release.population) !== own);
  if (other) return { code: 'other-population', release: other };
  for (const release of told) {
    const tables =
      release.snapshot === snapshot
        ? tablesHiddenOtherwise(release.report, report)
        : tablesChangedByFew(release.report, report, fewFor(audience, release.audience));
    if (tables.length > 0) return { code: 'changed-by-few', release, tables };
  }
  return null;
}

/** How many people no difference may be below: who reads both is told by the wider thresholds only if both went to everybody. */
export function fewFor(one: ReportAudience, other: ReportAudience): number {
  return policyFor(one === 'public' && other === 'public' ? 'public' : 'network').people;
}

/**
 * Tables of the same answers for the same readers in which one report tells what the other hides, as when the program was
 * renewed between them: what the two tell together was never proved.
 */
function tablesHiddenOtherwise(before: Report, after: Report): string[] {
  return before.audience === after.audience ? tablesToldOtherwise(before, after) : [];
}

/** Tables that both reports have, with other numbers told. */
function tablesToldOtherwise(before: Report, after: Report): string[] {
  const then = numbersOf(before);
  const now = numbersOf(after);
  const tablesOf = (told: ReadonlyMap<string, Told>) =>
    new Set([...told.values()].map(({ table }) => table));
  const tablesThen = tablesOf(then);
  const inBoth = new Set([...tablesOf(now)].filter((table) => tablesThen.has(table)));
  const onlyIn = (one: ReadonlyMap<string, Told>, other: ReadonlyMap<string, Told>) =>
    [...one].flatMap(([key, { table }]) => (!other.has(key) && inBoth.has(table) ? [table] : []));
  return [...new Set([...onlyIn(then, now), ...onlyIn(now, then)])];
}

/**
 * Tables in which a count that both reports tell differs by fewer people than a group must have, and not by none. Where no more
 * people than that came or went altogether, no other number may differ either, since a mean tells of them as well, and none
 * may be told in one report and hidden in the other.
 */
function tablesChangedByFew(before: Report, after: Report, people: number): string[] {
  const then = numbersOf(before);
  const isFew = (a: number, b: number) => Math.abs(a - b) < people;
  const areFewInAll = isFew(before.responses, after.responses);
  const changed = [...numbersOf(after)].filter(([key, { isCount, value }]) => {
    const old = then.get(key);
    if (!old || old.value === value) return false;
    return isCount ? isFew(value, old.value) : areFewInAll;
  });
  return [
    ...new Set([
      ...changed.map(([, { table }]) => table),
      ...(areFewInAll ? tablesToldOtherwise(before, after) : []),
    ]),
  ];
}

type Told = { readonly table: string; readonly isCount: boolean; readonly value: number };

/** Every number that a report tells, by its place. */
function numbersOf(report: Report): Map<string, Told> {
  const told = new Map<string, Told>();
  const table = 'responses';
  told.set(table, { table, isCount: true, value: report.responses });
  for (const each of tablesOf(report)) numbersOfTable(each, told);
  return told;
}

function numbersOfTable({ id: table, base, rows, columns }: Table, told: Map<string, Told>): void {
  const count = (key: string, value: number) =>
    told.set(`${table} ${key}`, { table, isCount: true, value });
  count('base', base.n);
  for (const row of rows) {
    count(`${row.id} n`, row.n);
    columns.forEach(({ id, kind }, place) => {
      const cell = row.cells[place] ?? null;
      if (cell === null || typeof cell === 'string' || isHidden(cell)) return;
      const key = `${row.id} ${id}`;
      if (typeof cell === 'object' && 'count' in cell) count(key, cell.count);
      else if (typeof cell === 'object') {
        told.set(`${table} ${key} low`, { table, isCount: false, value: cell.low });
        told.set(`${table} ${key} high`, { table, isCount: false, value: cell.high });
      } else if (kind === 'count') count(key, cell);
      else told.set(`${table} ${key}`, { table, isCount: false, value: cell });
    });
  }
}
