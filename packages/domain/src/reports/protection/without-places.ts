import type { Report, Table } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';

const PLACES = ['rank', 'ranks'];

/** A place says how many rows stand above, hidden ones too: protected tables of low ratings have none. */
export function withoutPlaces(report: Report, t: ReportTexts): Report {
  const notes = [t('low.ranksExact'), t('low.ranksClustered')];
  const strip = (table: Table): Table => {
    const kept = table.columns.map(({ id }) => !PLACES.includes(id));
    if (kept.every(Boolean)) return table;
    return {
      ...table,
      columns: table.columns.filter((_, i) => kept[i]),
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => kept[i]) })),
      notes: table.notes.filter((note) => !notes.includes(note)),
    };
  };
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.kind === 'table' ? strip(block) : block)),
    })),
  };
}
