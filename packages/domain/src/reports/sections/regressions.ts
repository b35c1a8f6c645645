import type { CountModel, LinearModel } from '@tirek/statistics';
import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { REGRESSION_PLANS } from '../regression/plan.ts';
import { type PlannedModel, plannedModel } from '../regression/planned-model.ts';
import { listScoreVariables } from '../score-variables.ts';
import { blockSentence, checkSentence } from '../sentences/model-checks.ts';
import { regressionSentence } from '../sentences/regression.ts';
import { buildCountModel, fitCount } from '../tables/count-model.ts';
import { buildLinearModel, fitLinear } from '../tables/linear-model.ts';
import { buildLogisticModel, fitAboveCut } from '../tables/logistic-model.ts';
import { buildCountBlocks, buildLinearBlocks } from '../tables/model-blocks.ts';
import { buildModelChecks } from '../tables/model-checks.ts';
import { buildModelFit } from '../tables/model-fit.ts';
import type { Speech } from '../variables.ts';
import { type Block, type DraftSection, present } from './draft.ts';

/** Cases a coefficient below which a model is not shown (F. E. Harrell, Regression Modeling Strategies, 2015, asks for 10 to 20). */
const CASES_PER_COEFFICIENT = 10;

/** The planned models whose outcome this wave asked for. */
export function buildRegressionSection(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const scores = listScoreVariables(responses, forms, speech);
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  return {
    id: 'regressions',
    title: speech.t('section.regressions'),
    blocks: REGRESSION_PLANS.flatMap((plan) => {
      const planned = plannedModel(plan, { responses, forms, scores }, speech);
      if (!planned) return [];
      return plan.kind === 'count'
        ? countBlocks(planned, setting)
        : measureBlocks(planned, setting);
    }),
  };
}

type Setting = Speech & { unit: string };

function countBlocks(planned: PlannedModel, setting: Setting): Block[] {
  const count = fitCount(planned);
  if (!count || isThin(count)) return [];
  const linear = fitLinear(planned);
  const above = fitAboveCut(planned);
  const table = buildCountModel(planned, count, setting);
  return present(
    regressionSentence(table, planned, setting),
    table,
    linear && buildLinearModel(planned, linear, setting),
    above && buildLogisticModel(planned, above, setting),
    buildModelFit(planned, { count, linear, logistic: above?.model ?? null }, setting),
    ...blocksAndChecks(planned, { count, linear }, setting),
  );
}

function measureBlocks(planned: PlannedModel, setting: Setting): Block[] {
  const linear = fitLinear(planned);
  if (!linear || isThin(linear)) return [];
  const table = buildLinearModel(planned, linear, setting);
  if (!table) return [];
  return [
    regressionSentence(table, planned, setting),
    table,
    buildModelFit(planned, { count: null, linear, logistic: null }, setting),
    ...blocksAndChecks(planned, { count: null, linear }, setting),
  ];
}

/** Predictors block by block, and how far least squares may be trusted, each with its sentence. */
function blocksAndChecks(
  planned: PlannedModel,
  { count, linear }: { count: CountModel | null; linear: LinearModel | null },
  setting: Setting,
): Block[] {
  const counted = count && buildCountBlocks(planned, count, setting);
  const squares = linear && buildLinearBlocks(planned, setting);
  const first = counted ?? squares;
  const checks = linear && buildModelChecks(planned, linear, setting);
  return present(
    first && blockSentence(first, planned, setting),
    counted,
    squares,
    checks && checkSentence(checks, planned, setting),
    checks,
  );
}

export const isThin = ({ n, coefficients }: { n: number; coefficients: readonly unknown[] }) =>
  n < CASES_PER_COEFFICIENT * coefficients.length;
