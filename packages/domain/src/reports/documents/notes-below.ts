import type { Table } from '../report.ts';

/** What stands below a table on paper: its notes, then what it counts and by which rule. */
export function notesBelow({ notes, receipt }: Table): string[] {
  return receipt ? [...notes, `${receipt.definition} ${receipt.rule}`] : [...notes];
}
