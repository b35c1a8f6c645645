import { randomBytes } from 'node:crypto';
import type { FileAnswer } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import {
  type ExportFile,
  exportFiles,
  type WaveExport,
  type WaveFacts,
} from '@tirek/domain/reports';
import { formsOf } from '../forms-of.ts';
import { packExport } from './pack-export.ts';

/** @throws Problem `export-not-approved` or `export-expired`. */
export function requireFetchable({ decision }: WaveExport, now: string): void {
  if (decision?.kind !== 'approved') throw new Problem('export-not-approved');
  if (decision.fetchUntil === null || decision.fetchUntil < now)
    throw new Problem('export-expired');
}

/** The files of an approved export, under ids made for this time only. */
export function filesOf(
  facts: WaveFacts,
  { language }: WaveExport,
  writtenAt: string,
): ExportFile[] {
  return exportFiles(facts, formsOf(facts), {
    language,
    writtenAt,
    random: (count) => new Uint8Array(randomBytes(count)),
  });
}

/** The same in one archive, as an answer. */
export function exportAnswer(facts: WaveFacts, request: WaveExport, writtenAt: string): FileAnswer {
  return {
    fileName: `answers-${writtenAt.slice(0, 10)}.zip`,
    mediaType: 'application/zip',
    pieces: packExport(filesOf(facts, request, writtenAt), writtenAt),
  };
}
