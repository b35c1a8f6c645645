import { percentOf } from '@tirek/statistics';
import { type Absence, ASKED_ABSENCES } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { countAbsences, observe } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';

/** A question that skip logic hid was not asked, hence is not missing. */
const MISSING: readonly Absence[] = [...ASKED_ABSENCES, 'not-reached'];

/** Questions that somebody left without an answer, and why; questions that all answered are counted in the note. */
export function buildMissingAnswers(
  responses: readonly WaveResponse[],
  variables: readonly Variable[],
  { t }: Speech,
): TableDraft {
  const rows = variables.flatMap((variable): Row[] => {
    const observations = observe(responses, variable);
    const absences = countAbsences(observations);
    if (absences.length === 0) return [];
    const countOf = (reason: Absence) => absences.find((a) => a.reason === reason)?.count ?? 0;
    const missing = MISSING.reduce((sum, reason) => sum + countOf(reason), 0);
    const asked = observations.length - countOf('not-shown');
    return [
      {
        id: `${variable.form.code}-${variable.linkId}`,
        label: variable.label,
        role: 'category',
        n: asked,
        cells: [
          asked,
          missing,
          percentOf(missing, asked),
          ...MISSING.map(countOf),
          countOf('not-shown'),
        ],
      },
    ];
  });
  return {
    kind: 'table',
    id: 'missing-answers',
    title: t('missing.title'),
    base: { unit: t('unit.respondents'), cases: responses.length, n: responses.length },
    rowHead: t('column.question'),
    columns: [
      { id: 'asked', label: t('missing.asked'), kind: 'count', decimals: 0 },
      { id: 'missing', label: t('missing.all'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('missing.percent'), kind: 'percent', decimals: 1 },
      ...MISSING.map((reason) => ({
        id: reason,
        label: t(`absent.${reason}`),
        kind: 'count' as const,
        decimals: 0,
      })),
      { id: 'not-shown', label: t('absent.not-shown'), kind: 'count', decimals: 0 },
    ],
    rows,
    notes: [t('missing.complete', { count: variables.length - rows.length })],
    receipt: countReceipt(t('receipt.missing'), { forms: variables.map(({ form }) => form), t }),
  };
}
