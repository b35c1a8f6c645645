import { durbinWatson, influence, type LinearModel } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import { overCompleteCases } from '../regression/blocks.ts';
import type { PlannedModel } from '../regression/planned-model.ts';
import type { TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { fitLinear } from './linear-model.ts';

/** Times 1 / n: a distance beyond it is worth a look (K. A. Bollen and R. W. Jackman 1990). */
const LOOK = 4;

/**
 * Whether least squares rests on a few answers, and whether its line is bent: the largest of Cook's distances and how many lie
 * beyond 4 / n, none of them with the answer it belongs to; Durbin and Watson's statistic. Answers arrive shuffled and have no
 * order of time, so neighbours are those whom the model expects to score alike.
 */
export function buildModelChecks(
  planned: PlannedModel,
  model: LinearModel,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const { outcome, plan } = planned;
  const distances = influence(model).cookDistances.filter((distance) => distance !== null);
  const neighbours = neighboursOf(planned, model);
  if (distances.length === 0 || neighbours?.kind !== 'estimated') return null;
  const { n } = model;
  return {
    kind: 'table',
    id: `model-checks-${plan.id}`,
    title: t('checks.title', { scale: outcome.title }),
    base: { unit, cases: outcome.values.length, n },
    rowHead: t('model.model'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'cook', label: t('checks.cook'), kind: 'number', decimals: 3 },
      { id: 'look', label: '4/n', kind: 'number', decimals: 3 },
      { id: 'beyond', label: t('checks.beyond'), kind: 'count', decimals: 0 },
      { id: 'durbinWatson', label: t('checks.durbinWatson'), kind: 'number', decimals: 2 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
    ],
    rows: [
      {
        id: 'linear',
        label: t('model.ofLinear'),
        role: 'category',
        n,
        cells: [
          n,
          Math.max(...distances),
          LOOK / n,
          distances.filter((distance) => distance > LOOK / n).length,
          neighbours.statistic,
          neighbours.p,
        ],
      },
    ],
    notes: [t('checks.cookNote'), t('checks.durbinWatsonNote')],
    receipt: scaleReceipt(t('receipt.checks'), { ...outcome, method: t('receipt.checksRule') }, t),
  };
}

/** Of the same model with its cases by expected score, those with one expectation by their outcome. */
function neighboursOf(planned: PlannedModel, model: LinearModel) {
  // Two expectations that are equal on paper are equal.
  const expected = Array.from(model.fitted, (value) => Number(value.toPrecision(8)));
  const whole = overCompleteCases(planned);
  const scores = whole.outcome.values;
  const sorted = overCompleteCases(whole, (cases) =>
    cases.toSorted(
      (a, b) => (expected[a] ?? 0) - (expected[b] ?? 0) || (scores[a] ?? 0) - (scores[b] ?? 0),
    ),
  );
  const again = fitLinear(sorted);
  return again && durbinWatson(again);
}
