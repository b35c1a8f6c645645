import type { CsvFile } from '@tirek/domain/reports/documents';
import { strToU8, zipSync } from 'fflate';

/** Archives begin in 1980; a fixed day gives the same bytes for the same report. */
const DAY = '1980-01-02';

/** The files of a report in one ZIP archive. */
export function csvArchive(files: readonly CsvFile[]): Buffer {
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: DAY, level: 6 }));
}
