import { percentOf } from '@tirek/statistics';
import { formatDate } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { countReceipt } from '../receipts.ts';
import type { TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** More days than this are told by the month. */
const MOST_DAYS = 31;

/** When the answers arrived: the day is all that is kept, so that nobody is known by the hour. */
export function buildArrivals({ responses }: WaveFacts, { t, language }: Speech): TableDraft {
  const days = [...new Set(responses.map(({ receivedOn }) => receivedOn))];
  const width = days.length <= MOST_DAYS ? 'long' : 'month';
  const periodOf = (day: string) => (width === 'long' ? day : day.slice(0, 7));
  const periods = [...new Set(days.map(periodOf))].sort();
  const n = responses.length;
  let cumulative = 0;
  return {
    kind: 'table',
    id: 'arrivals',
    title: t('arrivals.title'),
    base: { unit: t('unit.respondents'), cases: n, n },
    rowHead: t(width === 'long' ? 'arrivals.day' : 'arrivals.month'),
    columns: [
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.percent'), kind: 'percent', decimals: 1, bar: true },
      { id: 'cumulative', label: t('column.cumulative'), kind: 'percent', decimals: 1 },
    ],
    rows: periods.map((period) => {
      const count = responses.filter(({ receivedOn }) => periodOf(receivedOn) === period).length;
      cumulative += count;
      return {
        id: period,
        label: formatDate(period, language, width),
        role: 'category' as const,
        n,
        cells: [count, percentOf(count, n), percentOf(cumulative, n)],
      };
    }),
    notes: [t('arrivals.note')],
    receipt: countReceipt(t('receipt.arrivals'), { forms: [], t }),
  };
}
