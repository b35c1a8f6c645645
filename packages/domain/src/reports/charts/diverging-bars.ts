import { scaleLinear } from 'd3-scale';
import { INK } from '../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth } from '../../drawing/text-width.ts';
import { formatPercent } from '../../text/index.ts';
import type { DivergingBars } from '../report.ts';
import { axisNumber, gridLines } from './axis.ts';
import { drawing } from './drawing.ts';
import { drawLegend } from './legend.ts';
import { divergingTones, GRID, type Tone, WARNING_INK } from './palette.ts';
import { drawLabel, type PlacedRow, placeRows, type RowLayout } from './row-layout.ts';
import { type ChartSetting, NARROW, WHOLE } from './setting.ts';

/** Room for the number under a tick. */
const TICK_ROOM = 46;

type Segment = { from: number; to: number; percent: number; tone: Tone };
type DataRow = DivergingBars['rows'][number];

/**
 * Stacked bars that part at zero: unfavourable answers to the left, favourable to the right, a
 * neutral one half on each side, so that rows compare at a glance on both sides.
 */
export function drawDivergingBars(chart: DivergingBars, setting: ChartSetting): Svg {
  const { layout, language } = setting;
  const isWide = layout === 'wide';
  const width = isWide ? WHOLE : NARROW;
  const percent = (value: number) => formatPercent(value, language, { decimals: 0 });
  const sides = chart.categories.map(({ side }) => side);
  const tones = divergingTones(sides);
  const bars = chart.rows.map((row) => segmentsOf(row, sides, tones));
  const legend = drawLegend(
    chart.categories.map(({ label }, i) => ({ label, fill: tones[i]?.fill ?? GRID })),
    { width, size: isWide ? 14 : 13, centred: isWide },
  );
  const headHeight = 24;
  const top = legend.height + headHeight;
  const aside = Math.max(
    textWidth(chart.sideLabel, isWide ? 13 : 12, 'bold'),
    textWidth(percent(100), 14, 'bold'),
  );
  const place = placeRows(
    chart.rows.map(({ label }) => label),
    { layout, width, aside: aside + 12, top },
  );
  const [low, high] = domainOf(bars);
  const x = scaleLinear([low, high], [place.left, place.right]);
  const ticks = ticksOf([low, high], place.right - place.left);
  const bottom = top + place.height;
  return drawing(
    { ...setting, width, height: bottom + 28 },
    ...legend.marks,
    textLine(chart.sideLabel, {
      x: width - 1,
      y: legend.height + headHeight / 2,
      size: isWide ? 13 : 12,
      'font-weight': 700,
      fill: WARNING_INK,
      'text-anchor': 'end',
    }),
    ...gridLines(ticks, x, { place, isWide }),
    ...chart.rows.flatMap((row, i) => {
      const placed = place.rows[i];
      return placed
        ? drawRow({ row, placed, place, isWide, width, segments: bars[i] ?? [], sides }, x, percent)
        : [];
    }),
    ...ticks.map((tick) => axisNumber(percent(Math.abs(tick)), x(tick), { bottom, width })),
  );
}

function drawRow(
  given: {
    row: DataRow;
    placed: PlacedRow;
    place: RowLayout;
    isWide: boolean;
    width: number;
    segments: readonly Segment[];
    sides: ReadonlyArray<DivergingBars['categories'][number]['side']>;
  },
  x: (value: number) => number,
  percent: (value: number) => string,
): Svg[] {
  const { row, placed, place, isWide, width, segments, sides } = given;
  const unfavourable = row.percents.reduce(
    (sum, share, i) => sum + (sides[i] === 'unfavourable' ? share : 0),
    0,
  );
  return [
    ...drawLabel(placed, place, isWide),
    ...segments.flatMap((segment) => drawSegment(segment, { x, placed, place })),
    textLine(percent(unfavourable), {
      x: width - 1,
      y: isWide ? placed.middle : placed.labelY,
      size: 14,
      'font-weight': 700,
      fill: WARNING_INK,
      'text-anchor': 'end',
    }),
  ];
}

function drawSegment(
  { from, to, percent, tone }: Segment,
  at: { x: (value: number) => number; placed: PlacedRow; place: RowLayout },
): Svg[] {
  if (percent === 0) return [];
  const { x, placed, place } = at;
  const left = x(from);
  const width = x(to) - left;
  const number = String(Math.round(percent));
  const bar = element('rect', {
    x: left,
    y: placed.middle - place.barHeight / 2,
    width: Math.max(width, 0.75),
    height: place.barHeight,
    fill: tone.fill,
    // A hair of white between neighbours of like brightness.
    stroke: '#ffffff',
    'stroke-width': 0.75,
  });
  if (textWidth(number, 13) + 4 > width) return [bar];
  return [
    bar,
    textLine(number, {
      x: left + width / 2,
      y: placed.middle,
      size: 13,
      fill: tone.ink,
      'text-anchor': 'middle',
    }),
  ];
}

/** From the most unfavourable to the most favourable, laid out around zero. */
function segmentsOf(
  row: DataRow,
  sides: ReadonlyArray<DivergingBars['categories'][number]['side']>,
  tones: readonly Tone[],
): Segment[] {
  let at = -row.percents.reduce((sum, share, i) => {
    if (sides[i] === 'unfavourable') return sum + share;
    return sides[i] === 'neutral' ? sum + share / 2 : sum;
  }, 0);
  return row.percents.map((percent, i) => {
    const from = at;
    at += percent;
    return { from, to: at, percent, tone: tones[i] ?? { fill: GRID, ink: INK } };
  });
}

/** Whole fives, so that the axis neither wastes room nor cuts a bar. */
function domainOf(bars: ReadonlyArray<readonly Segment[]>): [low: number, high: number] {
  const low = Math.min(-5, ...bars.flat().map(({ from }) => from));
  const high = Math.max(5, ...bars.flat().map(({ to }) => to));
  return [Math.floor(low / 5) * 5, Math.ceil(high / 5) * 5];
}

/** Every quarter, or every half where numbers under quarters would touch. */
function ticksOf([low, high]: readonly [low: number, high: number], room: number): number[] {
  const step = (room * 25) / (high - low) < TICK_ROOM ? 50 : 25;
  return [-100, -75, -50, -25, 0, 25, 50, 75, 100].filter(
    (tick) => tick >= low && tick <= high && tick % step === 0,
  );
}
