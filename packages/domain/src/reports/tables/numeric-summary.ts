import { describe, meanInterval } from '@tirek/statistics';
import type { WaveResponse } from '../facts.ts';
import { numbersOf, observe } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { Column, Interval, Row, TableDraft } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';
import type { Speech, Variable } from '../variables.ts';

/** Location and spread of the numeric questions, one a row. */
export function buildNumericSummary(
  responses: readonly WaveResponse[],
  variables: readonly Variable[],
  { t, unit, id }: Speech & { unit: string; id: string },
): TableDraft {
  const cases = variables.map((variable) => observe(responses, variable));
  const rows = variables.map((variable, i): Row => {
    const values = numbersOf(cases[i] ?? []);
    return numericRow({ id: variable.linkId, label: variable.label }, values);
  });
  return {
    kind: 'table',
    id,
    title: t('numeric.title'),
    base: {
      unit,
      cases: Math.max(0, ...cases.map(({ length }) => length)),
      n: Math.max(0, ...rows.map(({ n }) => n)),
    },
    rowHead: t('column.question'),
    columns: numericColumns(t),
    rows,
    notes: [t('numeric.note')],
    receipt: countReceipt(t('receipt.numeric'), { forms: variables.map(({ form }) => form), t }),
  };
}

export function numericColumns(t: ReportTexts): Column[] {
  const number = (id: string, label: string, decimals: number): Column => ({
    id,
    label,
    kind: 'number',
    decimals,
  });
  return [
    { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
    number('mean', t('column.mean'), 2),
    number('standardDeviation', t('column.sd'), 2),
    { id: 'meanInterval', label: t('column.meanInterval'), kind: 'interval', decimals: 2 },
    number('median', t('column.median'), 1),
    number('lowerQuartile', t('column.lowerQuartile'), 1),
    number('upperQuartile', t('column.upperQuartile'), 1),
    number('minimum', t('column.minimum'), 0),
    number('maximum', t('column.maximum'), 0),
    { id: 'missing', label: t('column.missing'), kind: 'count', decimals: 0 },
  ];
}

/** Cells in the order of `numericColumns`. */
export function numericRow(
  { id, label }: { id: string; label: string },
  values: ReadonlyArray<number | null>,
): Row {
  const d = describe(values);
  return {
    id,
    label,
    role: 'category',
    n: d.n,
    cells: [
      d.n,
      d.mean,
      d.standardDeviation,
      intervalOfMean(values),
      d.median,
      d.lowerQuartile,
      d.upperQuartile,
      d.minimum,
      d.maximum,
      d.missing,
    ],
  };
}

export function intervalOfMean(values: ReadonlyArray<number | null>): Interval | null {
  const interval = meanInterval(values);
  if (interval.kind === 'not-estimable') return null;
  const { low, high, level } = interval;
  return { low, high, level };
}
