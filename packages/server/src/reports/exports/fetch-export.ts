import type { FileAnswer } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import {
  requireManyEnough,
  type WaveExport,
  type WaveFacts,
  type WaveResponse,
} from '@tirek/domain/reports';
import { piecesApart } from '../../apart/pieces-apart.ts';
import { formsOf } from '../forms-of.ts';
import { isOfFew } from '../make-report.ts';
import type { ExportOrder } from './export-worker.ts';
import { type ExportAsked, filesOf } from './files-of.ts';
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
  const asked = { language, k, l };
  return {
    fileName: `answers-${writtenAt.slice(0, 10)}.zip`,
    mediaType: 'application/zip',
    pieces: isOfFew(facts)
      ? packExport(filesOf(facts, asked, writtenAt), writtenAt)
      : madeApart(facts, asked, writtenAt),
  };
}

/** Answers handed over at a time. */
const PART = 500;

function madeApart(
  { responses, ...facts }: WaveFacts,
  asked: ExportAsked,
  writtenAt: string,
): AsyncIterable<Uint8Array> {
  const order: ExportOrder = { facts, asked, writtenAt };
  return piecesApart(new URL('./export-worker.ts', import.meta.url), order, inParts({ responses }));
}

/** What was handed over is let go, so that nothing is kept here while somebody reads slowly. */
function* inParts(left: { responses: readonly WaveResponse[] }): Generator<WaveResponse[]> {
  while (left.responses.length > 0) {
    const part = left.responses.slice(0, PART);
    left.responses = left.responses.slice(PART);
    yield part;
  }
}
