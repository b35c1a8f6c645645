import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { imputeWave, isWhole, MOST_FILLED } from '../imputation/imputed-wave.ts';
import { REGRESSION_PLANS } from '../regression/plan.ts';
import { type PlannedModel, plannedModel } from '../regression/planned-model.ts';
import { listScoreVariables } from '../score-variables.ts';
import { imputedMeansSentence, imputedModelSentence } from '../sentences/imputation.ts';
import { paragraph } from '../sentences/sentence.ts';
import { fitCount } from '../tables/count-model.ts';
import { buildImputedMeans } from '../tables/imputed-means.ts';
import { buildImputedModel } from '../tables/imputed-model.ts';
import { buildImputedVariables } from '../tables/imputed-variables.ts';
import type { Speech } from '../variables.ts';
import { type Block, type DraftSection, present } from './draft.ts';
import { isThin } from './regressions.ts';

type Setting = Speech & { unit: string };

/**
 * Whether the results hold once missing values are filled in: the planned count models and the means of their scales
 * again by multiple imputation, beside what complete cases gave. Where that cannot be done, why not.
 */
export function buildImputationSection(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const scores = listScoreVariables(responses, forms, speech);
  const planned = REGRESSION_PLANS.flatMap(
    (plan) => plannedModel(plan, { responses, forms, scores }, speech) ?? [],
  );
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  return {
    id: 'imputation',
    title: speech.t('section.imputation'),
    blocks: planned.some(({ plan }) => plan.kind === 'count') ? blocksOf(planned, setting) : [],
  };
}

function blocksOf(planned: readonly PlannedModel[], setting: Setting): Block[] {
  const { t } = setting;
  const skipped = (reason: 'nothing-missing' | 'empty-variable' | 'too-few' | 'too-many') => [
    paragraph('imputation-skipped', [t(`imputed.skipped.${reason}`, { most: MOST_FILLED })]),
  ];
  const models = planned.flatMap((model) => {
    const complete = model.plan.kind === 'count' ? fitCount(model) : null;
    return complete && !isThin(complete) ? [{ planned: model, complete }] : [];
  });
  if (models.length === 0) return skipped('too-few');
  const imputed = imputeWave(planned);
  if (imputed.kind === 'not-imputed') return skipped(imputed.reason);
  const means = buildImputedMeans(imputed, planned, setting);
  return present(
    buildImputedVariables(imputed, planned, setting),
    ...models.flatMap((model): Block[] => {
      const { plan, outcome } = model.planned;
      const untold = (reason: 'model-complete' | 'no-model') => [
        paragraph(`imputation-skipped-${plan.id}`, [
          t(`imputed.skipped.${reason}`, { scale: outcome.title }),
        ]),
      ];
      if (isWhole(model.planned, imputed.variables)) return untold('model-complete');
      const table = buildImputedModel(model, imputed, setting);
      if (!table) return untold('no-model');
      return [imputedModelSentence(table, outcome.title, setting), table];
    }),
    means && imputedMeansSentence(means, setting),
    means,
  );
}
