import { describe, pairedTTest, percentOf, standardisedResponseMean } from '@tirek/statistics';
import { formatNumber } from '../../text/index.ts';
import type { EarlierWave } from '../facts.ts';
import { methodReceipt } from '../receipts.ts';
import type { Cell, Row, TableDraft } from '../report.ts';
import type { ScoreChange } from '../score-changes.ts';
import type { Speech } from '../variables.ts';

type Setting = Speech & { unit: string };

/** Mean scores then and now of those who answered both times. */
export function buildScoreChange(
  changes: readonly ScoreChange[],
  { before, responses }: { before: EarlierWave; responses: number },
  { t, unit, language }: Setting,
): TableDraft {
  const rows = changes.map((change): Row => {
    const test = pairedTTest(change.after, change.before);
    const srm = standardisedResponseMean(change.before, change.after);
    const isTested = test.kind === 'estimated';
    return {
      id: change.variable.id,
      label: change.variable.title,
      role: 'category',
      n: change.pairs,
      cells: [
        change.pairs,
        describe(change.before).mean,
        describe(change.after).mean,
        isTested ? test.difference : null,
        isTested ? intervalOf(test) : null,
        isTested ? test.p : null,
        srm.kind === 'estimated' ? srm.estimate : null,
        srm.kind === 'estimated' ? intervalOf(srm) : null,
      ],
    };
  });
  return {
    kind: 'table',
    id: 'score-change',
    title: t('change.title'),
    base: { unit, cases: responses, n: Math.max(...rows.map(({ n }) => n)) },
    rowHead: t('scores.scale'),
    columns: [
      { id: 'n', label: t('change.pairs'), kind: 'count', decimals: 0 },
      { id: 'before', label: t('change.before'), kind: 'number', decimals: 2 },
      { id: 'after', label: t('change.after'), kind: 'number', decimals: 2 },
      { id: 'change', label: t('change.change'), kind: 'number', decimals: 2 },
      { id: 'interval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'srm', label: t('change.srm'), kind: 'number', decimals: 2 },
      { id: 'srmInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
    ],
    rows,
    notes: [
      t('change.attrition', {
        earlier: formatNumber(before.responses, language),
        back: formatNumber(before.scores.filter((scores) => scores !== null).length, language),
      }),
      t('change.note'),
    ],
    receipt: methodReceipt(t('receipt.change'), {
      forms: changes.map(({ variable }) => variable.form),
      method: t('receipt.changeRule'),
    }),
  };
}

/** How many got better or worse by more than the error of measurement; null where no scale has an alpha. */
export function buildReliableChange(
  changes: readonly ScoreChange[],
  responses: number,
  { t, unit }: Setting,
): TableDraft | null {
  const rows = changes.flatMap(({ variable, reliable, pairs }): Row[] => {
    if (!reliable) return [];
    const { risen, fallen, unchanged, threshold } = reliable.changes;
    const isBetterHigh = variable.scale.direction === 'higher-is-better';
    const share = (count: number): Cell => ({ count, percent: percentOf(count, pairs) });
    return [
      {
        id: variable.id,
        label: variable.title,
        role: 'category',
        n: pairs,
        cells: [
          pairs,
          reliable.alpha,
          threshold,
          share(isBetterHigh ? risen : fallen),
          share(unchanged),
          share(isBetterHigh ? fallen : risen),
        ],
      },
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'reliable-change',
    title: t('change.reliable'),
    base: { unit, cases: responses, n: Math.max(...rows.map(({ n }) => n)) },
    rowHead: t('scores.scale'),
    columns: [
      { id: 'n', label: t('change.pairs'), kind: 'count', decimals: 0 },
      { id: 'alpha', label: t('column.alpha'), kind: 'number', decimals: 2 },
      { id: 'threshold', label: t('change.threshold'), kind: 'number', decimals: 2 },
      { id: 'better', label: t('change.better'), kind: 'share', decimals: 1 },
      { id: 'unchanged', label: t('change.unchanged'), kind: 'share', decimals: 1 },
      { id: 'worse', label: t('change.worse'), kind: 'share', decimals: 1 },
    ],
    rows,
    notes: [t('change.reliableNote'), t('change.screen')],
    receipt: methodReceipt(t('receipt.reliableChange'), {
      forms: changes.map(({ variable }) => variable.form),
      method: t('receipt.reliableChangeRule'),
    }),
  };
}

const intervalOf = ({ low, high, level }: { low: number; high: number; level: number }): Cell => ({
  low,
  high,
  level,
});
