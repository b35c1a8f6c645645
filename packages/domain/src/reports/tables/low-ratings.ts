import { proportionInterval, type RankInterval } from '@tirek/statistics';
import { rankLowRatings } from '../low-rating-ranks.ts';
import { chosenOptions } from '../observations.ts';
import { scaleReceipt } from '../receipts.ts';
import type { FigureDraft, Interval, Row, TableDraft } from '../report.ts';
import type { ScaleItem, ScaleItems } from '../scale-items.ts';
import type { Speech } from '../variables.ts';
import { describeInWords } from '../words.ts';
import { unfavourableOptions } from './scale-items.ts';

type Setting = Speech & { unit: string };

export type LowRating = {
  readonly id: string;
  readonly label: string;
  readonly n: number;
  readonly count: number;
  readonly percent: number;
  readonly low: number;
  readonly high: number;
};

const LEVEL = 0.95;

/** Share of unfavourable answers of every item that somebody answered, the worst first, with Wilson intervals. */
export function countLowRatings({ items }: ScaleItems): LowRating[] {
  return items.flatMap((item) => lowRatingOf(item) ?? []).sort((a, b) => b.percent - a.percent);
}

function lowRatingOf(item: ScaleItem): LowRating | null {
  const chosen = chosenOptions(item.observations).filter((id) => id !== null);
  const count = chosen.filter((id) => item.sideOf[id] === 'unfavourable').length;
  const interval = proportionInterval({ count, n: chosen.length, level: LEVEL });
  if (interval.kind === 'not-estimable') return null;
  return {
    id: item.variable.linkId,
    label: item.variable.label,
    n: interval.n,
    count,
    percent: (100 * count) / interval.n,
    low: 100 * interval.low,
    high: 100 * interval.high,
  };
}

export function buildLowRatings(scale: ScaleItems, { t, unit }: Setting): TableDraft {
  const ratings = countLowRatings(scale);
  const places = placesOf(scale, ratings);
  return {
    kind: 'table',
    id: `low-${scale.form.code}-${scale.scale.id}`,
    title: t(`low.title.${scale.scale.direction}`, { scale: scale.title }),
    base: baseOf(scale, ratings, unit),
    rowHead: t('column.statement'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.validPercent'), kind: 'percent', decimals: 1 },
      { id: 'interval', label: t('column.interval'), kind: 'percent-interval', decimals: 1 },
      { id: 'rank', label: t('low.rank'), kind: 'count', decimals: 0 },
      { id: 'ranks', label: t('low.ranks'), kind: 'interval', decimals: 0 },
    ],
    rows: ratings.map(
      ({ id, label, n, count, percent, low, high }, i): Row => ({
        id,
        label,
        role: 'category',
        n,
        cells: [
          n,
          count,
          percent,
          { low, high, level: LEVEL },
          places[i]?.rank ?? null,
          intervalOfPlace(places[i]),
        ],
      }),
    ),
    notes: [
      t('low.counted', { options: unfavourableOptions(scale, t) }),
      t('low.wilson'),
      t(scale.roster === null ? 'low.ranksExact' : 'low.ranksClustered'),
    ],
    receipt: scaleReceipt(t('receipt.low'), { ...scale, method: t('receipt.lowRule') }, t),
  };
}

function placesOf(scale: ScaleItems, ratings: readonly LowRating[]): RankInterval[] {
  const items = ratings.flatMap(({ id }) =>
    scale.items.filter(({ variable }) => variable.linkId === id),
  );
  const shares = ratings.map(({ percent }) => percent);
  return rankLowRatings(items, shares, { roster: scale.roster, level: LEVEL });
}

const intervalOfPlace = (place: RankInterval | undefined): Interval | null =>
  place ? { low: place.low, high: place.high, level: LEVEL } : null;

/** The items with the largest shares as dots with intervals; null when nobody answered. */
export function buildLowFigure(
  scale: ScaleItems,
  { t, language, unit }: Setting,
): FigureDraft | null {
  const ratings = countLowRatings(scale);
  if (ratings.length === 0) return null;
  const title = t(`low.figure.${scale.scale.direction}`, { scale: scale.title });
  return {
    kind: 'figure',
    id: `figure-low-${scale.form.code}-${scale.scale.id}`,
    title,
    description: describeInWords(ratings, { t, language, lead: t('low.figureDescription') }),
    base: baseOf(scale, ratings, unit),
    chart: {
      type: 'dots',
      axisLabel: t('low.axis'),
      rows: ratings.map(({ id, label, n, percent, low, high }) => ({
        id,
        label,
        n,
        percent,
        low,
        high,
      })),
    },
    notes: [t('low.wilson')],
  };
}

function baseOf({ items }: ScaleItems, ratings: readonly LowRating[], unit: string) {
  return {
    unit,
    cases: items[0]?.observations.length ?? 0,
    n: Math.max(0, ...ratings.map(({ n }) => n)),
  };
}
