import { percentOf, proportionInterval } from '@tirek/statistics';
import { type BandSet, type CompiledForm, isIn, type Scale } from '../../instruments/index.ts';
import { formatNumber } from '../../text/index.ts';
import { sourceText } from '../citations.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Interval, Row, TableDraft } from '../report.ts';
import type { ScoreCase } from '../scores.ts';
import { formText, type Speech } from '../variables.ts';
import { hasWholeScores } from './score-distribution.ts';

const LEVEL = 0.95;

/**
 * How many scores lie in each band. Exclusive bands add up to n and say so in a last row. Nested
 * ones are indented under the band they lie in, with what is outside the first band on top, so
 * that nobody adds the inner band to the outer one a second time.
 */
export function buildScoreBands(
  {
    form,
    scale,
    bandSet,
    cases,
    place,
  }: {
    form: CompiledForm;
    scale: Scale;
    bandSet: BandSet;
    cases: readonly ScoreCase[];
    /** Place of the band set in the scale: part of the table's id. */
    place: number;
  },
  speech: Speech & { unit: string; title: string },
): TableDraft {
  const { t, unit, title, language } = speech;
  const values = cases.flatMap(({ value }) => value ?? []);
  const n = values.length;
  const row = (
    { id, label, limits }: { id: string; label: string; limits: string | null },
    role: Row['role'],
    count: number,
  ): Row => ({
    id,
    label,
    role,
    n,
    cells: [limits, count, percentOf(count, n), role === 'total' ? null : shareInterval(count, n)],
  });
  const bandRows = bandSet.bands.map((band, depth) => {
    const isNested = bandSet.kind === 'nested' && depth > 0;
    const label = formText(form, speech, band.label) ?? band.id;
    const count = values.filter((value) => isIn(band, value)).length;
    return row(
      { id: band.id, label, limits: limitsOf(band, scale, { t, language }) },
      isNested ? 'nested' : 'category',
      count,
    );
  });
  const outside = values.filter((value) => !bandSet.bands.some((band) => isIn(band, value))).length;
  const total = row({ id: 'total', label: t('bands.total'), limits: null }, 'total', n);
  return {
    kind: 'table',
    id: `bands-${form.code}-${scale.id}-${place}`,
    title: t(`bands.title.${bandSet.kind}`, { scale: title }),
    base: { unit, cases: cases.length, n },
    rowHead: t('bands.band'),
    columns: [
      { id: 'limits', label: t('bands.scores'), kind: 'text', decimals: 0 },
      { id: 'count', label: t('column.count'), kind: 'count', decimals: 0 },
      { id: 'percent', label: t('column.validPercent'), kind: 'percent', decimals: 1 },
      { id: 'interval', label: t('column.interval'), kind: 'percent-interval', decimals: 1 },
    ],
    rows: [
      ...(bandSet.kind === 'nested' || outside > 0
        ? [row({ id: 'outside', label: t('bands.outside'), limits: null }, 'category', outside)]
        : []),
      ...bandRows,
      total,
    ],
    notes: [t(`bands.note.${bandSet.kind}`), t('bands.screen')],
    receipt: scaleReceipt(
      t('receipt.bands'),
      { form, scale, method: sourceText(form, speech, bandSet.source) },
      t,
    ),
  };
}

function shareInterval(count: number, n: number): Interval | null {
  const interval = proportionInterval({ count, n, level: LEVEL });
  if (interval.kind === 'not-estimable') return null;
  return { low: 100 * interval.low, high: 100 * interval.high, level: LEVEL };
}

/**
 * "1–3" and "4–12" where scores are whole numbers; else "from 2, below 4": half open, so that no
 * score lies in two exclusive bands.
 */
function limitsOf(
  { from, below }: BandSet['bands'][number],
  scale: Scale,
  { t, language }: Speech,
): string {
  const write = (value: number) => formatNumber(value, language);
  if (!hasWholeScores(scale)) {
    return below === undefined ? t('bands.from', { from }) : t('bands.between', { from, below });
  }
  const last = below === undefined ? scale.range.max : Math.ceil(below) - 1;
  return last === from ? write(from) : `${write(from)}\u2013${write(last)}`;
}
