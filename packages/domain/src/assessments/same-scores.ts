import type { Score } from '../instruments/index.ts';
import type { KeptScore } from './assessment.ts';

/** Whether the scores that a device showed are those of the server: whoever saw one number must not find another in the file. */
export function areSameScores(shown: readonly KeptScore[], made: readonly Score[]): boolean {
  if (shown.length !== made.length) return false;
  return made.every((score, at) => fieldsOf(score) === fieldsOf(shown[at] as KeptScore));
}

const fieldsOf = (score: KeptScore | Score): string =>
  JSON.stringify([
    ...[score.scale, score.version, score.row ?? null, score.answered, score.of, score.coding],
    ...(score.kind === 'scored'
      ? ['scored', score.value, score.pomp, ...score.bands]
      : ['incomplete', score.needed]),
  ]);
