import { type CountModel, compareLikelihoods, compareLinearModels } from '@tirek/statistics';
import { scaleReceipt } from '../receipts.ts';
import { type ModelStep, modelSteps } from '../regression/blocks.ts';
import type { PlannedModel } from '../regression/planned-model.ts';
import type { Cell, Column, Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { fitCountAs } from './count-model.ts';
import { fitLinear } from './linear-model.ts';

type Setting = Speech & { unit: string };

/** What each block of predictors adds to least squares beyond the blocks before it: the change of R² with its F. */
export function buildLinearBlocks(planned: PlannedModel, setting: Setting): TableDraft | null {
  const found = modelSteps(planned);
  let before = found && fitLinear(found.empty);
  if (!found || !before) return null;
  const rows: Row[] = [];
  for (const step of found.steps) {
    const model = fitLinear(step.model);
    if (!model) return null;
    const change = compareLinearModels(before, model);
    if (change.kind === 'not-estimable') return null;
    rows.push(
      rowOf(step, { n: change.n, setting }, [
        model.rSquared,
        change.rSquaredChange,
        change.f,
        change.df1,
        change.df2,
        change.p,
      ]),
    );
    before = model;
  }
  return tableOf(planned, rows, {
    setting,
    kind: 'linear',
    columns: [
      { id: 'explained', label: 'R²', kind: 'number', decimals: 3 },
      { id: 'change', label: setting.t('blocks.change'), kind: 'number', decimals: 3 },
      { id: 'f', label: 'F', kind: 'number', decimals: 2 },
      { id: 'df1', label: setting.t('blocks.df1'), kind: 'count', decimals: 0 },
      { id: 'df2', label: setting.t('blocks.df2'), kind: 'count', decimals: 0 },
      { id: 'p', label: setting.t('column.p'), kind: 'p-value', decimals: 3 },
    ],
  });
}

/** The same for a model of counts: by how much the deviance falls. */
export function buildCountBlocks(
  planned: PlannedModel,
  whole: CountModel,
  setting: Setting,
): TableDraft | null {
  const found = modelSteps(planned);
  let before = found && fitCountAs(whole, found.empty);
  if (!found || !before) return null;
  const rows: Row[] = [];
  for (const step of found.steps) {
    const model = fitCountAs(whole, step.model);
    if (!model) return null;
    const change = compareLikelihoods(before, model);
    if (change.kind === 'not-estimable') return null;
    rows.push(
      rowOf(step, { n: change.n, setting }, [
        model.mcFadden,
        change.devianceChange,
        change.df,
        change.p,
      ]),
    );
    before = model;
  }
  return tableOf(planned, rows, {
    setting,
    kind: 'count',
    columns: [
      { id: 'explained', label: setting.t('blocks.mcFadden'), kind: 'number', decimals: 3 },
      { id: 'deviance', label: setting.t('blocks.deviance'), kind: 'number', decimals: 2 },
      { id: 'df', label: setting.t('column.df'), kind: 'count', decimals: 0 },
      { id: 'p', label: setting.t('column.p'), kind: 'p-value', decimals: 3 },
    ],
  });
}

function rowOf(
  { block, adds }: ModelStep,
  { n, setting: { t } }: { n: number; setting: Setting },
  cells: readonly Cell[],
): Row {
  const predictors = adds.map((text) => t('quoted', { text })).join(', ');
  const label = t('blocks.block', { name: t(`blocks.${block}`), predictors });
  return { id: block, label, role: 'category', n, cells: [n, ...cells] };
}

function tableOf(
  { outcome, plan }: PlannedModel,
  rows: readonly Row[],
  {
    setting: { t, unit },
    kind,
    columns,
  }: { setting: Setting; kind: 'linear' | 'count'; columns: readonly Column[] },
): TableDraft {
  return {
    kind: 'table',
    id: `${kind}-blocks-${plan.id}`,
    title: t(`blocks.title.${kind}`, { scale: outcome.title }),
    base: { unit, cases: outcome.values.length, n: rows[0]?.n ?? 0 },
    rowHead: t('blocks.rowHead'),
    columns: [{ id: 'n', label: t('column.n'), kind: 'count', decimals: 0 }, ...columns],
    rows: [...rows],
    notes: [t('blocks.note'), t(`blocks.note.${kind}`)],
    receipt: scaleReceipt(
      t('receipt.blocks'),
      { ...outcome, method: t(`receipt.blocksRule.${kind}`) },
      t,
    ),
  };
}
