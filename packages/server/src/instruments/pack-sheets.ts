import type { XlsSheet } from '@tirek/domain/instruments/exchange';
import { workbookFile } from '@tirek/domain/reports/documents';
import { oneArchive } from '../reports/index.ts';

const WIDTH = 24;

/** Plain sheets as an Excel workbook, the names of the columns standing still. */
export async function packSheets(sheets: readonly XlsSheet[]): Promise<Buffer> {
  return await oneArchive(
    workbookFile(
      sheets.map(({ name, rows }) => ({
        name,
        widths: (rows[0] ?? []).map(() => WIDTH),
        frozen: { rows: 1, columns: 0 },
        rows: rows.map((cells, at) =>
          cells.map((cell) => ({
            value: cell === '' ? null : cell,
            style: at === 0 ? ('head' as const) : ('value' as const),
          })),
        ),
      })),
    ),
  );
}
