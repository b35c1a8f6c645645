import { frequencyTable, percentOf } from '@tirek/statistics';
import type { WaveResponse } from '../facts.ts';
import { chosenOptions, countAbsences, type Observation, observe } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';

/** A choice or a yes-no question: every option with its count, share of all and share of answers. */
export function buildFrequency(
  responses: readonly WaveResponse[],
  variable: Variable,
  speech: Speech & { unit: string },
): TableDraft {
  const { t, unit } = speech;
  const observations = observe(responses, variable);
  const options =
    variable.type === 'boolean'
      ? [
          { id: 'true', label: t('yes') },
          { id: 'false', label: t('no') },
        ]
      : variable.options;
  const counted = frequencyTable(
    variable.type === 'boolean' ? truthsOf(observations) : chosenOptions(observations),
    options.map(({ id }) => id),
  );
  const rows = counted.rows.map(
    (row, i): Row => ({
      id: row.code,
      label: options[i]?.label ?? row.code,
      role: 'category',
      n: counted.n,
      cells: [row.count, row.percentOfAll, row.validPercent],
    }),
  );
  return {
    kind: 'table',
    id: `frequency-${variable.form.code}-${variable.linkId}`,
    title: variable.label,
    base: { unit, cases: counted.cases, n: counted.n },
    rowHead: t('column.answer'),
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
    rows: [...rows, ...missingRows(observations, speech)],
    notes: [],
    receipt: countReceipt(t('receipt.frequency'), { forms: [variable.form], t }),
  };
}

/** One row for each reason why an answer is not there; outside the base of valid shares. */
export function missingRows(observations: readonly Observation[], { t }: Speech): Row[] {
  return countAbsences(observations).map(({ reason, count }) => ({
    id: `missing-${reason}`,
    label: t(`absent.${reason}`),
    role: 'missing' as const,
    n: observations.length,
    cells: [count, percentOf(count, observations.length), null],
  }));
}

function truthsOf(observations: readonly Observation[]): (string | null)[] {
  return observations.map((o) =>
    o.kind === 'answered' && typeof o.value === 'boolean' ? String(o.value) : null,
  );
}
