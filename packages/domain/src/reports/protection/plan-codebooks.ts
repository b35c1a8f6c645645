import type { CompiledForm } from '../../instruments/index.ts';
import type { Table } from '../report.ts';
import { type Plan, planTable } from './plan.ts';

const TELLS_ALL = { tells: () => true, keepsNotes: true };

/** What was asked and how it is scored tells nothing of anybody; how many answered each question is left out. */
export function planCodebooks(plan: Plan, forms: readonly CompiledForm[]): void {
  for (const { code } of forms) {
    const asked = plan.exact.get(`codebook-${code}`);
    if (asked) plan.planned.set(asked.id, { table: withoutAnswered(asked), mask: TELLS_ALL });
    planTable(plan, `codebook-scales-${code}`, () => TELLS_ALL);
  }
}

function withoutAnswered(table: Table): Table {
  const isKept = table.columns.map(({ id }) => id !== 'answered');
  return {
    ...table,
    columns: table.columns.filter((_, place) => isKept[place]),
    rows: table.rows.map((row) => ({
      ...row,
      n: table.base.n,
      cells: row.cells.filter((_, place) => isKept[place]),
    })),
  };
}
