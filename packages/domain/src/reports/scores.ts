import type { CompiledForm, Scale } from '../instruments/index.ts';
import type { WaveResponse } from './facts.ts';
import { rosterRows } from './observations.ts';

/** One case that a scale could have been scored for. */
export type ScoreCase = {
  readonly respondent: number;
  readonly row: number | null;
  /** Null when too little was answered, or the score was made by another version of the scale. */
  readonly value: number | null;
  readonly percentOfMaximum: number | null;
};

/** The cases of a scale in the order of the responses: one a response, or one a row of its roster. */
export function listScores(
  responses: readonly WaveResponse[],
  form: CompiledForm,
  scale: Scale,
): ScoreCase[] {
  const roster = rosterOfScale(form, scale);
  return responses.flatMap((response, respondent) => {
    const stored = response.scores.filter(
      (score) =>
        score.form === form.code && score.scale === scale.id && score.version === scale.version,
    );
    const rows: (number | null)[] =
      roster === null ? [null] : rosterRows(response.answers[form.code], roster).map((_, i) => i);
    return rows.map((row) => {
      const score = stored.find((candidate) => (candidate.row ?? null) === row);
      const isScored = score?.kind === 'scored';
      return {
        respondent,
        row,
        value: isScored ? score.value : null,
        percentOfMaximum: isScored ? score.pomp : null,
      };
    });
  });
}

/** linkId of the roster whose rows the scale scores; null for a scale of the whole form. */
export function rosterOfScale(form: CompiledForm, scale: Scale): string | null {
  const slot = form.byLinkId.get(scale.items[0] ?? '')?.roster ?? null;
  return slot === null ? null : (form.items[slot]?.linkId ?? null);
}
