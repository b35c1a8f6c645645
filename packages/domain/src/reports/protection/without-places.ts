import type { Report, Table } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';
import { withoutColumns } from './without-columns.ts';

const PLACES = ['rank', 'ranks'];

/** A place says how many rows stand above, hidden ones too: protected tables of low ratings have none. */
export function withoutPlaces(report: Report, t: ReportTexts): Report {
  const notes = [t('low.ranksExact'), t('low.ranksClustered')];
  const strip = (table: Table): Table => {
    if (!table.columns.some(({ id }) => PLACES.includes(id))) return table;
    return {
      ...withoutColumns(table, PLACES),
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
