import { formatBase } from '../format-cell.ts';
import type { Table } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';

/** What stands behind the numbers of a table, a line each: of whom, what, by which rule, in which version. */
export function notesOfTable({ base, receipt, notes }: Table, t: ReportTexts): string[] {
  return [
    formatBase(base, { t }),
    ...(receipt ? [receipt.definition, receipt.rule, receipt.version] : []),
    ...notes,
  ].map((line) => `   ${line}`);
}
