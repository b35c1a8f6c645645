import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { imputeWave } from '../imputation/imputed-wave.ts';
import { REGRESSION_PLANS } from '../regression/plan.ts';
import { plannedModel } from '../regression/planned-model.ts';
import { reportTexts } from '../report-texts.ts';
import { listScoreVariables } from '../score-variables.ts';

/** What was filled in for one variable: whose value, counted from 1, and the values of all imputations. */
export type ImputedValues = {
  readonly name: string;
  readonly cases: readonly number[];
  readonly values: ReadonlyArray<ReadonlyArray<number | string>>;
};

/** The values that the report fills in, for R to pool models over the very same data. */
export function imputedValues(
  { responses }: WaveFacts,
  forms: readonly CompiledForm[],
): ImputedValues[] {
  const speech = { language: 'en', t: reportTexts('en') } as const;
  const scores = listScoreVariables(responses, forms, speech);
  const planned = REGRESSION_PLANS.flatMap(
    (plan) => plannedModel(plan, { responses, forms, scores }, speech) ?? [],
  );
  const imputed = imputeWave(planned);
  if (imputed.kind === 'not-imputed') return [];
  return imputed.variables
    .filter(({ missing }) => missing > 0)
    .map(({ name, holes }) => ({
      name,
      cases: holes.map((place) => place + 1),
      values: holes.map((place) =>
        imputed.dataSets.map((filled) => {
          const value = filled.get(name)?.values[place];
          if (value === undefined) throw new Error(`no value of ${name}`);
          return value;
        }),
      ),
    }));
}
