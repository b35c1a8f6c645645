import type { FileAnswer } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { requireManyEnough, type WaveExport, type WaveFacts } from '@tirek/domain/reports';
import { piecesApart } from '../../apart/pieces-apart.ts';
import { formsOf } from '../forms-of.ts';
import { isOfFew } from '../make-report.ts';
import type { ExportOrder } from './export-worker.ts';
import { filesOf } from './files-of.ts';
import { packExport } from './pack-export.ts';

/** @throws Problem `export-not-approved` or `export-expired`. */
export function requireFetchable({ decision }: WaveExport, now: string): void {
  if (decision?.kind !== 'approved') throw new Problem('export-not-approved');
  if (decision.fetchUntil === null || decision.fetchUntil < now)
    throw new Problem('export-expired');
}

/**
 * The files of an approved export in one archive. They are made in a process of its own, as far as they are read.
 * @throws Problem `export-too-few` where fewer people answered than must be alike
 */
export function exportAnswer(facts: WaveFacts, request: WaveExport, writtenAt: string): FileAnswer {
  const { language, k, l } = request;
  requireManyEnough(facts, formsOf(facts), k);
  const order: ExportOrder = { facts, asked: { language, k, l }, writtenAt };
  return {
    fileName: `answers-${writtenAt.slice(0, 10)}.zip`,
    mediaType: 'application/zip',
    pieces: isOfFew(facts)
      ? packExport(filesOf(facts, order.asked, writtenAt), writtenAt)
      : piecesApart(new URL('./export-worker.ts', import.meta.url), order),
  };
}
