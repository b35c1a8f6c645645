import {
  cronbachAlpha,
  describe,
  type ReliableChanges,
  reliableChanges,
  standardErrorOfDifference,
} from '@tirek/statistics';
import type { CompiledForm } from '../instruments/index.ts';
import type { EarlierWave, WaveResponse } from './facts.ts';
import { gatherScaleItems } from './scale-items.ts';
import { scaleMatrix } from './scale-matrix.ts';
import { listScoreVariables, type ScoreVariable } from './score-variables.ts';
import type { Speech } from './variables.ts';

/** One scale asked once, of those who can be found in both waves. */
export type ScoreChange = {
  readonly variable: ScoreVariable;
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  readonly pairs: number;
  /** Null when the scale has no alpha or the first scores do not vary. */
  readonly reliable: { readonly alpha: number; readonly changes: ReliableChanges } | null;
};

/** Every scale that was scored by the same version of its rule in both waves. */
export function listScoreChanges(
  { responses, before }: { responses: readonly WaveResponse[]; before: EarlierWave },
  forms: readonly CompiledForm[],
  speech: Speech,
): ScoreChange[] {
  return listScoreVariables(responses, forms, speech)
    .filter(({ roster }) => roster === null)
    .flatMap((variable) => {
      const earlier = responses.map((_, i) => earlierScore(before, i, variable));
      const isPair = (i: number) => earlier[i] !== null && variable.values[i] !== null;
      const pairs = responses.filter((_, i) => isPair(i)).length;
      if (pairs === 0) return [];
      const paired = (values: readonly (number | null)[]) =>
        values.map((value, i) => (isPair(i) ? value : null));
      const change = { variable, before: paired(earlier), after: paired(variable.values), pairs };
      return [{ ...change, reliable: reliableOf(change, responses, speech) }];
    });
}

/** Her score of then, by the same version of the rule; null where she has none. */
export function earlierScore(
  { scores }: EarlierWave,
  place: number,
  { form, scale }: ScoreVariable,
): number | null {
  const found = scores[place]?.find(
    (score) =>
      score.form === form.code && score.scale === scale.id && score.version === scale.version,
  );
  return found?.kind === 'scored' ? found.value : null;
}

/** Jacobson and Truax's: spread of the first scores, alpha of this wave. */
function reliableOf(
  { variable, before, after }: Omit<ScoreChange, 'reliable'>,
  responses: readonly WaveResponse[],
  speech: Speech,
): ScoreChange['reliable'] {
  const items = gatherScaleItems(responses, variable, speech);
  const alpha = items ? cronbachAlpha(scaleMatrix(items)) : null;
  const { standardDeviation } = describe(before);
  if (alpha?.kind !== 'estimated' || !standardDeviation || alpha.raw < 0 || alpha.raw >= 1) {
    return null;
  }
  const error = standardErrorOfDifference({
    convention: 'jacobson-truax',
    standardDeviation,
    reliability: alpha.raw,
  });
  const changes = reliableChanges(before, after, { standardErrorOfDifference: error });
  return { alpha: alpha.raw, changes };
}
