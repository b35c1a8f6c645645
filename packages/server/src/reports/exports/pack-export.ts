import type { ExportFile } from '@tirek/domain/reports';
import { type ZipEntry, zip } from '../zip.ts';

/** All files of an export in one archive; a workbook is an archive in it. */
export function packExport(
  files: readonly ExportFile[],
  writtenAt: string,
): AsyncGenerator<Uint8Array> {
  return zip(entriesOf(files, writtenAt), writtenAt);
}

/** One file as it is told apart from the others: bytes as they are, or packed when it is a workbook. */
export function piecesOf(file: ExportFile, writtenAt: string): ZipEntry['pieces'] {
  return 'parts' in file ? zip(file.parts, writtenAt) : file.pieces;
}

function* entriesOf(files: readonly ExportFile[], writtenAt: string): Generator<ZipEntry> {
  for (const file of files) yield { name: file.name, pieces: piecesOf(file, writtenAt) };
}
