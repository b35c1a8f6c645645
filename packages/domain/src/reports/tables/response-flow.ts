import { percentOf } from '@tirek/statistics';
import { LANGUAGE_NAMES } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { countReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

const STEPS = ['invited', 'opened', 'consented', 'completed'] as const;

/** From the invitation to the answers in this report; each share is of the nearest known step before. */
export function buildResponseFlow({ flow, responses }: WaveFacts, { t }: Speech): TableDraft {
  const steps: { id: (typeof STEPS)[number] | 'analysed'; count: number | null }[] = [
    ...STEPS.map((id) => ({ id, count: flow[id] })),
    { id: 'analysed', count: responses.length },
  ];
  let before: number | null = null;
  const rows = steps.map(({ id, count }): Row => {
    const base = before;
    if (count !== null) before = count;
    return {
      id,
      label: t(`flow.${id}`),
      role: id === 'analysed' ? 'total' : 'category',
      n: base ?? count ?? 0,
      cells: [
        count === null ? t('flow.notRecorded') : count,
        count === null || base === null ? null : shareOfStep(count, base),
      ],
    };
  });
  return {
    kind: 'table',
    id: 'response-flow',
    title: t('flow.title'),
    base: { unit: t('unit.respondents'), cases: responses.length, n: responses.length },
    rowHead: t('flow.step'),
    columns: [
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('flow.ofPrevious'), kind: 'percent', decimals: 1 },
    ],
    rows,
    notes: steps.some(({ count }) => count === null) ? [t('flow.notRecordedNote')] : [],
    receipt: countReceipt(t('receipt.flow'), { forms: [], t }),
  };
}

/** Null when more came out of a step than went in (answers imported from elsewhere): no share then. */
function shareOfStep(count: number, base: number): number | null {
  return count > base ? null : percentOf(count, base);
}

/** In which language the answers were given. */
export function buildLanguages({ wave, responses }: WaveFacts, { t }: Speech): TableDraft {
  const total = responses.length;
  const offered = new Set([...wave.languages, ...responses.map(({ language }) => language)]);
  return {
    kind: 'table',
    id: 'languages',
    title: t('languages.title'),
    base: { unit: t('unit.respondents'), cases: total, n: total },
    rowHead: t('languages.language'),
    columns: [
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1, bar: true },
    ],
    rows: [...offered].map((language) => {
      const count = responses.filter((response) => response.language === language).length;
      return {
        id: language,
        label: LANGUAGE_NAMES[language],
        role: 'category' as const,
        n: total,
        cells: [count, percentOf(count, total)],
      };
    }),
    notes: [],
    receipt: countReceipt(t('receipt.languages'), { forms: [], t }),
  };
}
