import type { CsvFile } from '@tirek/domain/reports/documents';
import { zip } from '../zip.ts';

/** Archives begin in 1980; a fixed day gives the same bytes for the same report. */
const DAY = '1980-01-02T12:00:00.000Z';

/** The files of a report in one ZIP archive. */
export async function csvArchive(files: readonly CsvFile[]): Promise<Buffer> {
  const entries = files.map(({ name, text }) => ({ name, pieces: [Buffer.from(text)] }));
  const pieces: Uint8Array[] = [];
  for await (const piece of zip(entries, DAY)) pieces.push(piece);
  return Buffer.concat(pieces);
}
