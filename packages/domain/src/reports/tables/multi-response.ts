import { multiResponse } from '@tirek/statistics';
import type { WaveResponse } from '../facts.ts';
import { observe } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { FigureDraft, Row, TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';
import { describeInWords } from '../words.ts';
import { missingRows } from './frequency.ts';

type Setting = Speech & { unit: string };

/** Ticks of a question with several answers, the most frequent first, on both bases. */
export function countTicks(responses: readonly WaveResponse[], variable: Variable) {
  const observations = observe(responses, variable);
  const counted = multiResponse(
    observations.map((o) => (o.kind === 'answered' && Array.isArray(o.value) ? o.value : null)),
    variable.options.map(({ id }) => id),
  );
  const labels = new Map(variable.options.map(({ id, label }) => [id, label]));
  const rows = counted.rows
    .map((row) => ({ ...row, label: labels.get(row.option) ?? row.option }))
    .sort((a, b) => b.count - a.count);
  return { ...counted, rows, observations };
}

export function buildMultiResponse(
  responses: readonly WaveResponse[],
  variable: Variable,
  speech: Setting,
): TableDraft {
  const { t, unit } = speech;
  const counted = countTicks(responses, variable);
  const rows = counted.rows.map(
    ({ option, label, count, percentOfRespondents, percentOfMentions }): Row => ({
      id: option,
      label,
      role: 'category',
      n: counted.respondents,
      cells: [count, percentOfRespondents, percentOfMentions],
    }),
  );
  const total: Row = {
    id: 'total',
    label: t('multi.total'),
    role: 'total',
    n: counted.mentions,
    // The shares of respondents add up to more than 100 and mean nothing together.
    cells: [counted.mentions, null, counted.mentions === 0 ? null : 100],
  };
  return {
    kind: 'table',
    id: `multi-${variable.form.code}-${variable.linkId}`,
    title: variable.label,
    base: { unit, cases: counted.cases, n: counted.respondents },
    rowHead: t('column.answer'),
    columns: [
      { id: 'count', label: t('multi.ticks'), kind: 'count', decimals: 0 },
      {
        id: 'percentOfRespondents',
        label: t('column.validPercent'),
        kind: 'percent',
        decimals: 1,
      },
      {
        id: 'percentOfMentions',
        label: t('multi.percentOfTicks'),
        kind: 'percent',
        decimals: 1,
      },
    ],
    rows: [...rows, total, ...missingRows(counted.observations, speech)],
    notes: [t('multi.note', { ticks: counted.mentions, n: counted.respondents, unit })],
    receipt: countReceipt(t('receipt.multi'), { forms: [variable.form], t }),
  };
}

/** The same as bars; null while nobody ticked anything. */
export function buildMultiFigure(
  responses: readonly WaveResponse[],
  variable: Variable,
  { t, language, unit }: Setting,
): FigureDraft | null {
  const counted = countTicks(responses, variable);
  if (counted.mentions === 0) return null;
  return {
    kind: 'figure',
    id: `figure-multi-${variable.form.code}-${variable.linkId}`,
    title: variable.label,
    description: describeInWords(
      counted.rows.map(({ label, percentOfRespondents }) => ({
        label,
        percent: percentOfRespondents,
      })),
      { t, language, lead: t('multi.description') },
    ),
    base: { unit, cases: counted.cases, n: counted.respondents },
    chart: {
      type: 'bars',
      layout: 'ranking',
      axisLabel: t('multi.axis'),
      tones: [],
      rows: counted.rows.map(({ option, label, count, percentOfRespondents }) => ({
        id: option,
        label,
        n: counted.respondents,
        count,
        percent: percentOfRespondents,
      })),
    },
    notes: [t('multi.figureNote', { unit })],
  };
}
