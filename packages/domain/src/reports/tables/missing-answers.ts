import { percentOf } from '@tirek/statistics';
import { type Absence, ASKED_ABSENCES, COMPUTED_ABSENCES } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { countAbsences, observe } from '../observations.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';

const REASONS: readonly Absence[] = [...ASKED_ABSENCES, ...COMPUTED_ABSENCES];

/** Questions that somebody left without an answer, and why; questions that all answered are counted in the note. */
export function buildMissingAnswers(
  responses: readonly WaveResponse[],
  variables: readonly Variable[],
  { t }: Speech,
): TableDraft {
  const rows = variables.flatMap((variable): Row[] => {
    const observations = observe(responses, variable);
    const absences = countAbsences(observations);
    const missing = absences.reduce((sum, { count }) => sum + count, 0);
    if (missing === 0) return [];
    return [
      {
        id: `${variable.form.code}-${variable.linkId}`,
        label: variable.label,
        role: 'category',
        n: observations.length,
        cells: [
          observations.length,
          ...REASONS.map((reason) => absences.find((a) => a.reason === reason)?.count ?? 0),
          missing,
          percentOf(missing, observations.length),
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
      { id: 'cases', label: t('missing.cases'), kind: 'count', decimals: 0 },
      ...REASONS.map((reason) => ({
        id: reason,
        label: t(`absent.${reason}`),
        kind: 'count' as const,
        decimals: 0,
      })),
      { id: 'missing', label: t('missing.all'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('missing.percent'), kind: 'percent', decimals: 1, bar: true },
    ],
    rows,
    notes: [t('missing.complete', { count: variables.length - rows.length })],
  };
}
