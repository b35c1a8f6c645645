import { percentOf } from '@tirek/statistics';
import type { CompiledForm } from '../../instruments/index.ts';
import { isIn, type Scale } from '../../instruments/index.ts';
import { formatNumber } from '../../text/index.ts';
import { scaleReceipt } from '../receipts.ts';
import type { FigureDraft, TableDraft } from '../report.ts';
import type { ScoreCase } from '../scores.ts';
import { formText, type Speech } from '../variables.ts';
import { describeInWords } from '../words.ts';

type Setting = Speech & { unit: string; title: string };
type Scored = {
  readonly form: CompiledForm;
  readonly scale: Scale;
  readonly cases: readonly ScoreCase[];
};

/** More bars than this are a curve, not a distribution one can read. */
const MOST_BARS = 45;

/** A table of more scores than this leaves out those that nobody has. */
const LONG = 15;

/** Whether the scores are whole numbers few enough to show one by one. */
export function hasDistribution({ scale }: Pick<Scored, 'scale'>): boolean {
  return hasWholeScores(scale) && possibleScores(scale).length <= MOST_BARS;
}

/** A sum of whole points; a prorated one may fall between. */
export function hasWholeScores({ combine, multiplyBy = 1, proration, decimals }: Scale): boolean {
  return (
    combine === 'sum' &&
    Number.isInteger(multiplyBy) &&
    (proration !== 'person-mean' || decimals === 0)
  );
}

/** Every possible score with its count, those nobody has included. */
export function buildScoreDistribution(
  { form, scale, cases }: Scored,
  { t, unit, title, language }: Setting,
): TableDraft {
  const values = cases.flatMap(({ value }) => value ?? []);
  let cumulative = 0;
  const scores = possibleScores(scale);
  const isLong = scores.length > LONG;
  const rows = scores.flatMap((score) => {
    const count = values.filter((value) => value === score).length;
    cumulative += count;
    if (isLong && count === 0) return [];
    return [
      {
        id: String(score),
        label: formatNumber(score, language),
        role: 'category' as const,
        n: values.length,
        cells: [count, percentOf(count, values.length), percentOf(cumulative, values.length)],
      },
    ];
  });
  return {
    kind: 'table',
    id: `distribution-${form.code}-${scale.id}`,
    title: t('distribution.title', { scale: title }),
    base: { unit, cases: cases.length, n: values.length },
    rowHead: t('distribution.score'),
    columns: [
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.validPercent'), kind: 'percent', decimals: 1 },
      { id: 'cumulative', label: t('column.cumulative'), kind: 'percent', decimals: 1 },
    ],
    rows,
    notes: [
      t('scores.rule', { version: scale.version, coding: scale.printedCoding }),
      ...(isLong ? [t('distribution.nobody')] : []),
    ],
    receipt: scaleReceipt(t('receipt.distribution'), { form, scale }, t),
  };
}

export function buildDistributionFigure(
  { form, scale, cases }: Scored,
  { t, language, unit, title }: Setting,
): FigureDraft | null {
  const values = cases.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const bands = scale.bandSets[0]?.bands ?? [];
  const toneOf = (score: number) =>
    bands.filter((band) => isIn(band, score)).at(-1)?.id ?? 'outside';
  const rows = possibleScores(scale).map((score) => {
    const count = values.filter((value) => value === score).length;
    return {
      id: String(score),
      label: formatNumber(score, language),
      n: values.length,
      count,
      percent: percentOf(count, values.length),
      tone: toneOf(score),
    };
  });
  const isUsed = (id: string) => rows.some(({ tone }) => tone === id);
  const ordered = [
    { id: 'outside', label: t('bands.outside') },
    ...bands.map((band) => ({
      id: band.id,
      label: formText(form, { t, language }, band.label) ?? band.id,
    })),
  ].filter(({ id }) => isUsed(id));
  const tones = ordered.map((tone, place) => ({
    ...tone,
    rank: scale.direction === 'higher-is-worse' ? place : ordered.length - 1 - place,
  }));
  return {
    kind: 'figure',
    id: `figure-distribution-${form.code}-${scale.id}`,
    title: t('distribution.title', { scale: title }),
    description: describeInWords(
      rows.map(({ label, percent }) => ({ label, percent })),
      { t, language, lead: t('distribution.description') },
    ),
    base: { unit, cases: cases.length, n: values.length },
    chart: {
      type: 'bars',
      layout: 'histogram',
      axisLabel: t('distribution.axis'),
      tones: bands.length > 0 ? tones : [],
      rows: rows.map(({ tone, ...row }) => (bands.length > 0 ? { ...row, tone } : row)),
    },
    notes: [],
  };
}

function possibleScores({ range, multiplyBy = 1 }: Scale): number[] {
  const steps = Math.round((range.max - range.min) / multiplyBy);
  return Array.from({ length: steps + 1 }, (_, i) => range.min + i * multiplyBy);
}
