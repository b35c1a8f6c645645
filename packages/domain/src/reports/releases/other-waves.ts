import type { LostTable } from '../protection/protect-report.ts';
import { isHidden, type Report, type Table } from '../report.ts';
import { tablesOf } from '../tables-of.ts';
import type { AnalysisPlan } from './analysis-plan.ts';
import { type EarlierRelease, fewFor } from './earlier-releases.ts';

/** Tables that may not stand beside those of another wave, and the release that told of it. */
export type WaveClash = {
  readonly release: number;
  readonly tables: ReadonlyArray<{ readonly id: string; readonly title: string }>;
};

/**
 * The tables that a plan asks for and of which disclosure control left nothing, for the sake of waves of the same panel.
 */
export function clashWithPanel(
  { sections, without = [] }: Pick<AnalysisPlan, 'sections' | 'without'>,
  lost: readonly LostTable[],
): WaveClash | null {
  const tables = lost.filter(
    ({ id, section }) => !without.includes(id) && (sections?.includes(section) ?? true),
  );
  const [first] = tables;
  return first ? { release: first.release, tables } : null;
}

/**
 * Where nobody can say who answered twice, two waves may still be of nearly the same people. If nearly as many answered, a table
 * in which nearly as many gave each answer would tell of the few by whom they differ; a table that is the same tells of nobody.
 */
export function clashWithApart(report: Report, apart: readonly EarlierRelease[]): WaveClash | null {
  if (report.audience === 'internal') return null;
  for (const { number, audience, report: other } of apart) {
    if (audience === 'internal') continue;
    const few = fewFor(report.audience, audience);
    if (Math.abs(report.responses - other.responses) >= few) continue;
    const theirs = new Map(tablesOf(other).map((table) => [table.id, table]));
    const tables = tablesOf(report).filter((table) =>
      isNearlyThat(table, theirs.get(table.id), few),
    );
    if (tables.length > 0) return { release: number, tables };
  }
  return null;
}

/** Whether a column of counts differs from the other table's by so few in all, and not by none. */
function isNearlyThat(table: Table, other: Table | undefined, few: number): boolean {
  if (!other) return false;
  return table.columns.some(({ id }) => {
    const then = countsOf(other, id);
    const differences = [...countsOf(table, id)].map(([row, count]) => {
      const before = then.get(row);
      return before === undefined ? 0 : Math.abs(count - before);
    });
    const sum = differences.reduce((a, b) => a + b, 0);
    return sum > 0 && sum < few;
  });
}

/** The counts of people that a column tells, by row. */
function countsOf({ rows, columns }: Table, column: string): Map<string, number> {
  const place = columns.findIndex(({ id }) => id === column);
  const isCount = columns[place]?.kind === 'count';
  return new Map(
    rows.flatMap(({ id, role, cells }): [string, number][] => {
      const cell = cells[place] ?? null;
      if (role !== 'category' || cell === null || typeof cell === 'string' || isHidden(cell)) {
        return [];
      }
      if (typeof cell === 'object') return 'count' in cell ? [[id, cell.count]] : [];
      return isCount ? [[id, cell]] : [];
    }),
  );
}
