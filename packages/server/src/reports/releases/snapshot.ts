import { createHash } from 'node:crypto';
import type { WaveFacts } from '@tirek/domain/reports';

/**
 * SHA-256 of everything a report of the wave is made from, in one order: the same answers give the same fingerprint, and any
 * change of one of them another.
 */
export function snapshotOf({ wave, flow, responses, before, waves, themes }: WaveFacts): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([wave.id, wave.forms, flow, before ?? null]));
  if (waves) hash.update(JSON.stringify(waves));
  if (themes) hash.update(JSON.stringify(themes));
  for (const response of responses.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(JSON.stringify(response));
  }
  return hash.digest('hex');
}
