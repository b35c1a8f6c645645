import { percentOf } from '@tirek/statistics';
import type { CompiledForm } from '../../instruments/index.ts';
import { formatNumber } from '../../text/index.ts';
import type { WaveResponse } from '../facts.ts';
import { numbersOf, observe, rosterRows } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { FigureDraft, TableDraft } from '../report.ts';
import { rosterLabel, type Speech, type Variable } from '../variables.ts';
import { describeInWords } from '../words.ts';
import { missingRows } from './frequency.ts';

type Setting = Speech & { unit: string };

/** More different numbers than this are summarised, not listed. */
const MOST_ROWS = 40;

/**
 * A whole number asked of every row of a roster (the ages of the children): how many rows have it,
 * and how many respondents have at least one such row. Null when the numbers spread too far.
 */
export function buildRosterNumbers(
  responses: readonly WaveResponse[],
  variable: Variable,
  speech: Setting,
): { table: TableDraft; figure: FigureDraft } | null {
  const { t, unit, language } = speech;
  const observations = observe(responses, variable);
  const values = numbersOf(observations);
  const present = values.filter((value) => value !== null);
  const low = Math.min(...present);
  const high = Math.max(...present);
  if (present.length === 0 || high - low >= MOST_ROWS) return null;
  const parents = new Set(
    observations.filter((_, i) => values[i] !== null).map(({ respondent }) => respondent),
  ).size;
  const counted = Array.from({ length: high - low + 1 }, (_, i) => {
    const number = low + i;
    const holders = observations.filter((_, at) => values[at] === number);
    return {
      id: String(number),
      label: formatNumber(number, language),
      count: holders.length,
      percent: percentOf(holders.length, present.length),
      parents: new Set(holders.map(({ respondent }) => respondent)).size,
    };
  });
  const base = { unit, cases: observations.length, n: present.length };
  const title = t('roster.numbers', {
    roster: rosterLabel(variable.form, variable.roster ?? '', speech),
    question: variable.label,
  });
  return {
    table: {
      kind: 'table',
      id: `numbers-${variable.form.code}-${variable.linkId}`,
      title,
      base,
      rowHead: variable.label,
      columns: [
        { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
        { id: 'percent', label: t('column.validPercent'), kind: 'percent', decimals: 1 },
        { id: 'respondents', label: t('roster.respondentsWith'), kind: 'count', decimals: 0 },
        {
          id: 'percentOfRespondents',
          label: t('roster.percentWith'),
          kind: 'percent',
          decimals: 1,
        },
      ],
      rows: [
        ...counted.map((row) => ({
          id: row.id,
          label: row.label,
          role: 'category' as const,
          n: present.length,
          cells: [row.count, row.percent, row.parents, percentOf(row.parents, parents)],
        })),
        ...missingRows(observations, speech).map((row) => ({
          ...row,
          cells: [...row.cells, null],
        })),
      ],
      notes: [
        t('roster.eachIsARecord', { n: present.length, parents, unit }),
        t('roster.respondentsNote'),
      ],
      receipt: countReceipt(t('receipt.rosterNumbers'), { forms: [variable.form], t }),
    },
    figure: {
      kind: 'figure',
      id: `figure-numbers-${variable.form.code}-${variable.linkId}`,
      title,
      description: describeInWords(counted, { t, language, lead: t('roster.numbersDescription') }),
      base,
      chart: {
        type: 'bars',
        layout: 'histogram',
        axisLabel: variable.label,
        tones: [],
        rows: counted.map(({ id, label, count, percent }) => ({
          id,
          label,
          n: present.length,
          count,
          percent,
        })),
      },
      notes: [],
    },
  };
}

/** How many rows each respondent listed. */
export function buildRosterSizes(
  responses: readonly WaveResponse[],
  { form, roster }: { form: CompiledForm; roster: string },
  { t, language }: Setting,
): TableDraft {
  const sizes = responses.map(({ answers }) => rosterRows(answers[form.code], roster).length);
  const largest = Math.max(0, ...sizes);
  const total = sizes.length;
  return {
    kind: 'table',
    id: `sizes-${form.code}-${roster}`,
    title: t('roster.sizes', { roster: rosterLabel(form, roster, { t, language }) }),
    base: { unit: t('unit.respondents'), cases: total, n: total },
    rowHead: t('roster.listed'),
    columns: [
      { id: 'respondents', label: t('roster.respondents'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1, bar: true },
      { id: 'rows', label: t('roster.rows'), kind: 'count', decimals: 0 },
    ],
    rows: [
      ...Array.from({ length: largest + 1 }, (_, size) => {
        const count = sizes.filter((s) => s === size).length;
        return {
          id: String(size),
          label: formatNumber(size, language),
          role: 'category' as const,
          n: total,
          cells: [count, percentOf(count, total), count * size],
        };
      }),
      {
        id: 'total',
        label: t('roster.all'),
        role: 'total' as const,
        n: total,
        cells: [total, total === 0 ? null : 100, sizes.reduce((a, b) => a + b, 0)],
      },
    ],
    notes: [],
    receipt: countReceipt(t('receipt.rosterSizes'), { forms: [form], t }),
  };
}
