import { createHash, randomBytes } from 'node:crypto';
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

/** How well people hide among each other in an export. */
export type ExportProtection = Pick<WaveExport, 'k' | 'l'>;

/** What its files hang on. */
export type ExportAsked = Pick<WaveExport, 'language' | 'k' | 'l'>;

/** The files of an approved export, under ids made for this time only. */
export function filesOf(
  facts: WaveFacts,
  { language, k, l }: ExportAsked,
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
export function costOf(facts: WaveFacts, protection: ExportProtection): ExportCost {
  return exportCost(facts, formsOf(facts), { anonymous: anonymousOf(protection), random });
}

const anonymousOf = ({ k, l }: ExportProtection) => (k > 1 ? { k, l } : null);
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
