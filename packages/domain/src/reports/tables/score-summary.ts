import { cronbachAlpha, describe } from '@tirek/statistics';
import { answersNeeded } from '../answers-needed.ts';
import type { WaveResponse } from '../facts.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import { itemPoints, type ScaleItems, withRow } from '../scale-items.ts';
import { listScores, type ScoreCase } from '../scores.ts';
import type { Speech } from '../variables.ts';
import { intervalOfMean } from './numeric-summary.ts';

/** A group of cases that gets a row of its own: all of them, or one row of the roster. */
type Group = { readonly id: string; readonly label: string; readonly row: number | null };

/**
 * The scores of a scale: mean with interval, SD, median, percent of maximum and alpha. A scale of a
 * roster is told for the first row, the second row and all rows, since mothers who fill in one
 * child only would otherwise hide behind those who fill in three.
 */
export function buildScoreSummary(
  responses: readonly WaveResponse[],
  scale: ScaleItems,
  { t, unit }: Speech & { unit: string },
): TableDraft {
  const cases = listScores(responses, scale.form, scale.scale);
  const groups: Group[] = [
    ...(scale.roster === null
      ? []
      : [
          { id: 'first', label: t('roster.first'), row: 0 },
          { id: 'second', label: t('roster.second'), row: 1 },
        ]),
    { id: 'all', label: scale.roster === null ? scale.title : t('roster.all'), row: null },
  ];
  const rows = groups.map((group) => summaryRow(group, cases, scale));
  const { min, max } = scale.scale.range;
  return {
    kind: 'table',
    id: `scores-${scale.form.code}-${scale.scale.id}`,
    title: t('scores.title', { scale: scale.title }),
    base: {
      unit,
      cases: cases.length,
      n: cases.filter(({ value }) => value !== null).length,
    },
    rowHead: scale.roster === null ? t('scores.scale') : t('scores.group'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'mean', label: t('column.mean'), kind: 'number', decimals: 2 },
      { id: 'standardDeviation', label: t('column.sd'), kind: 'number', decimals: 2 },
      { id: 'meanInterval', label: t('column.meanInterval'), kind: 'interval', decimals: 2 },
      { id: 'median', label: t('column.median'), kind: 'number', decimals: 2 },
      { id: 'minimum', label: t('column.minimum'), kind: 'number', decimals: 2 },
      { id: 'maximum', label: t('column.maximum'), kind: 'number', decimals: 2 },
      { id: 'percentOfMaximum', label: t('column.pomp'), kind: 'number', decimals: 1 },
      { id: 'alpha', label: t('column.alpha'), kind: 'number', decimals: 2 },
      { id: 'alphaCases', label: t('column.alphaCases'), kind: 'count', decimals: 0 },
      { id: 'missing', label: t('column.missing'), kind: 'count', decimals: 0 },
    ],
    rows,
    notes: [
      t('scores.rule', { version: scale.scale.version, coding: scale.scale.printedCoding }),
      t('scores.range', { min, max }),
      t(`scores.combine.${scale.scale.combine}`),
      answersNeeded(scale.scale, t),
      t('scores.pomp'),
      t('scores.alpha'),
    ],
    receipt: scaleReceipt(t('receipt.scores'), scale, t),
  };
}

function summaryRow(
  { id, label, row }: Group,
  cases: readonly ScoreCase[],
  scale: ScaleItems,
): Row {
  const mine = row === null ? cases : cases.filter((c) => c.row === row);
  const values = mine.map(({ value }) => value);
  const d = describe(values);
  const alpha = cronbachAlpha(scale.items.map((item) => itemPoints(withRow(item, row))));
  return {
    id,
    label,
    role: row === null && scale.roster !== null ? 'total' : 'category',
    n: d.n,
    cells: [
      d.n,
      d.mean,
      d.standardDeviation,
      intervalOfMean(values),
      d.median,
      d.minimum,
      d.maximum,
      describe(mine.map(({ percentOfMaximum }) => percentOfMaximum)).mean,
      alpha.kind === 'estimated' ? alpha.raw : null,
      alpha.n,
      d.missing,
    ],
  };
}
