import type { CompiledForm, Scale } from '../instruments/index.ts';
import type { WaveResponse } from './facts.ts';
import { listScores, rosterOfScale, type ScoreCase } from './scores.ts';
import { formText, rosterLabel, type Speech } from './variables.ts';

/** One scale as a variable of respondents: a value for each response, null where there is no score. */
export type ScoreVariable = {
  readonly form: CompiledForm;
  readonly scale: Scale;
  readonly id: string;
  readonly title: string;
  /** Of a roster's scale each respondent has the mean of her rows. */
  readonly roster: string | null;
  readonly values: readonly (number | null)[];
};

/**
 * Every set of items once, in its first way of scoring: two ways of scoring the same answers would
 * correlate with each other by construction.
 */
export function listScoreVariables(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): ScoreVariable[] {
  return forms.flatMap((form) =>
    firstScorings(form.pkg.scales).map((scale) => {
      const roster = rosterOfScale(form, scale);
      const cases = listScores(responses, form, scale);
      const title = formText(form, speech, scale.title) ?? scale.id;
      const unit = roster === null ? '' : rosterLabel(form, roster, speech);
      return {
        form,
        scale,
        id: `${form.code}-${scale.id}`,
        title: roster === null ? title : speech.t('scores.meanOfRows', { scale: title, unit }),
        roster,
        values: meansByRespondent(cases, responses.length),
      };
    }),
  );
}

function firstScorings(scales: readonly Scale[]): Scale[] {
  const seen = new Set<string>();
  return scales.filter(({ items }) => {
    const key = [...items].sort().join();
    return !seen.has(key) && seen.add(key);
  });
}

function meansByRespondent(cases: readonly ScoreCase[], many: number): (number | null)[] {
  const held: number[][] = Array.from({ length: many }, () => []);
  for (const { respondent, value } of cases) {
    if (value !== null) held[respondent]?.push(value);
  }
  return held.map((values) =>
    values.length === 0
      ? null
      : withoutDust(values.reduce((sum, value) => sum + value, 0) / values.length),
  );
}

/** Two scores that are equal on paper must share a rank; a stored score is rounded in its tenth digit. */
const withoutDust = (value: number) => Number(value.toPrecision(8));
