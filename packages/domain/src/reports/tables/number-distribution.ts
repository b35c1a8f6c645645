import { percentOf } from '@tirek/statistics';
import { formatNumber, type Language } from '../../text/index.ts';
import type { WaveResponse } from '../facts.ts';
import { numbersOf, observe } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';
import { missingRows } from './frequency.ts';

type Class = { readonly from: number; readonly below: number };

/** Up to this many different whole numbers are listed one by one. */
const MOST_SINGLE = 20;
const MOST_CLASSES = 12;

/**
 * How often each number occurs. Whole numbers close together stand alone; others in classes of equal
 * width that are half open, so that no number belongs to two. Null when nobody gave a number.
 */
export function buildNumberDistribution(
  responses: readonly WaveResponse[],
  variable: Variable,
  speech: Speech & { unit: string },
): TableDraft | null {
  const { t, unit, language } = speech;
  const observations = observe(responses, variable);
  const values = numbersOf(observations).filter((value) => value !== null);
  if (values.length === 0) return null;
  const isWhole = variable.type === 'integer';
  const classes = classesOf(Math.min(...values), Math.max(...values), isWhole);
  return {
    kind: 'table',
    id: `classes-${variable.form.code}-${variable.linkId}`,
    title: variable.label,
    base: { unit, cases: observations.length, n: values.length },
    rowHead: variable.label,
    columns: [
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percentOfAll', label: t('column.percentOfAll'), kind: 'percent', decimals: 1 },
      {
        id: 'validPercent',
        label: t('column.validPercent'),
        kind: 'percent',
        decimals: 1,
        bar: true,
      },
    ],
    rows: [
      ...classes.map(({ from, below }) => {
        const count = values.filter((value) => value >= from && value < below).length;
        return {
          id: String(from),
          label: labelOf({ from, below }, isWhole, language),
          role: 'category' as const,
          n: values.length,
          cells: [count, percentOf(count, observations.length), percentOf(count, values.length)],
        };
      }),
      ...missingRows(observations, speech),
    ],
    notes: isWhole ? [] : [t('numeric.halfOpen')],
    receipt: countReceipt(t('receipt.frequency'), { forms: [variable.form], t }),
  };
}

function classesOf(low: number, high: number, isWhole: boolean): Class[] {
  const width = isWhole && high - low < MOST_SINGLE ? 1 : widthFor(high - low);
  const first = Math.floor(low / width) * width;
  const count = Math.floor((high - first) / width) + 1;
  return Array.from({ length: count }, (_, i) => ({
    from: first + i * width,
    below: first + (i + 1) * width,
  }));
}

/** 5, 10, 20 or 50 times a power of ten: classes people think in. */
function widthFor(spread: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(spread, 1) / MOST_CLASSES));
  const wanted = Math.max(spread, 1) / (MOST_CLASSES - 1);
  return [1, 2, 5, 10, 20, 50].map((n) => n * power).find((width) => width >= wanted) ?? spread;
}

function labelOf({ from, below }: Class, isWhole: boolean, language: Language): string {
  const write = (value: number) => formatNumber(value, language);
  if (!isWhole) return `${write(from)}\u2013${write(below)}`;
  return below - from === 1 ? write(from) : `${write(from)}\u2013${write(below - 1)}`;
}
