import type { CompiledForm } from '../../instruments/index.ts';
import type { Table } from '../report.ts';
import { type Plan, planTable } from './plan.ts';
import { withoutColumns } from './without-columns.ts';

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
  const { rows, ...rest } = withoutColumns(table, ['answered']);
  return { ...rest, rows: rows.map((row) => ({ ...row, n: table.base.n })) };
}
