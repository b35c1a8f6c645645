import { createHash, randomBytes } from 'node:crypto';
import type { FileAnswer } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import {
  type AnalysisPlan,
  type ExportCost,
  type ExportFile,
  exportCost,
  exportFiles,
  type WaveExport,
  type WaveFacts,
} from '@tirek/domain/reports';
import { VERSION } from '../../version.ts';
import { formsOf } from '../forms-of.ts';
import { snapshotOf } from '../releases/snapshot.ts';
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
  { language, k, l }: WaveExport,
  writtenAt: string,
): ExportFile[] {
  return exportFiles(facts, formsOf(facts), {
    language,
    writtenAt,
    origin: originOf(facts),
    anonymous: anonymousOf({ k, l }),
    random,
  });
}

/** What these files will cost, before there are any. */
export function costOf(facts: WaveFacts, protection: Pick<WaveExport, 'k' | 'l'>): ExportCost {
  return exportCost(facts, formsOf(facts), { anonymous: anonymousOf(protection), random });
}

const anonymousOf = ({ k, l }: Pick<WaveExport, 'k' | 'l'>) => (k > 1 ? { k, l } : null);
const random = (count: number) => new Uint8Array(randomBytes(count));

/** The report of an export is that of the whole wave, exact; whoever runs this plan over the same answers gets the same fingerprint. */
function originOf(facts: WaveFacts) {
  const { id: waveId, forms } = facts.wave;
  const plan = {
    waveId,
    audience: 'internal',
    population: [],
    sections: null,
  } satisfies AnalysisPlan;
  const snapshot = snapshotOf(facts);
  const whole = JSON.stringify([plan, forms, snapshot, VERSION]);
  const fingerprint = createHash('sha256').update(whole).digest('hex');
  return { fingerprint, snapshot, programVersion: VERSION };
}

/** The same in one archive, as an answer. */
export function exportAnswer(facts: WaveFacts, request: WaveExport, writtenAt: string): FileAnswer {
  return {
    fileName: `answers-${writtenAt.slice(0, 10)}.zip`,
    mediaType: 'application/zip',
    pieces: packExport(filesOf(facts, request, writtenAt), writtenAt),
  };
}
