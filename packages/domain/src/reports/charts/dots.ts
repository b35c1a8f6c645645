import { scaleLinear } from 'd3-scale';
import { INK, QUIET_INK } from '../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth, wrapText } from '../../drawing/text-width.ts';
import { formatInterval, formatPercent } from '../../text/index.ts';
import type { Dots } from '../report.ts';
import { axisNumber, gridLines } from './axis.ts';
import { drawing } from './drawing.ts';
import { PLAIN_BAR } from './palette.ts';
import { drawLabel, placeRows } from './row-layout.ts';
import { type ChartSetting, HALF, NARROW } from './setting.ts';

const RADIUS = 5.5;

/** Room for the number under a tick. */
const TICK_ROOM = 52;

/** Percentages as dots on a common axis from zero, each with the whisker of its interval. */
export function drawDots(chart: Dots, setting: ChartSetting): Svg {
  const { layout, language } = setting;
  const isWide = layout === 'wide';
  const width = isWide ? HALF : NARROW;
  const shareOf = (row: Dots['rows'][number]) => formatPercent(row.percent, language);
  const rangeOf = (row: Dots['rows'][number]) => formatInterval([row.low, row.high], language);
  const valueWidth = Math.max(0, ...chart.rows.map((row) => textWidth(shareOf(row), 14, 'bold')));
  const rangeWidth = Math.max(0, ...chart.rows.map((row) => textWidth(rangeOf(row), 13)));
  const aside = isWide ? valueWidth + rangeWidth + 30 : valueWidth + 12;
  const top = 8;
  const place = placeRows(
    chart.rows.map(({ label }) => label),
    { layout, width, aside, top },
  );
  const highest = Math.max(1, ...chart.rows.map((row) => row.high));
  // On a phone the interval in figures stands to the right of the whisker.
  const right = isWide ? place.right : width - rangeWidth - 10;
  const x = scaleLinear([0, highest], [place.left + RADIUS, right]).nice(5);
  const ticks = x.ticks(Math.max(2, Math.floor((right - place.left) / TICK_ROOM)));
  const axisLabel = wrapText(chart.axisLabel, { width, size: 12 });
  const bottom = top + place.height;
  const marks = chart.rows.flatMap((row, i) => {
    const placed = place.rows[i];
    if (!placed) return [];
    return [
      ...drawLabel(placed, place, isWide),
      ...whisker(x(row.low), x(row.high), placed.middle),
      element('circle', { cx: x(row.percent), cy: placed.middle, r: RADIUS, fill: PLAIN_BAR }),
      textLine(shareOf(row), {
        x: isWide ? width - rangeWidth - 13 : width - 1,
        y: isWide ? placed.middle : placed.labelY,
        size: 14,
        'font-weight': 700,
        fill: INK,
        'text-anchor': 'end',
      }),
      textLine(rangeOf(row), {
        x: width - 1,
        y: placed.middle,
        size: 13,
        fill: QUIET_INK,
        'text-anchor': 'end',
      }),
    ];
  });
  return drawing(
    { ...setting, width, height: bottom + 32 + axisLabel.length * 16 },
    ...gridLines(ticks, x, { place, isWide }),
    ...marks,
    ...ticks.map((tick) =>
      axisNumber(formatPercent(tick, language, { decimals: 0 }), x(tick), { bottom, width }),
    ),
    ...axisLabel.map((line, i) =>
      textLine(line, {
        x: width / 2,
        y: bottom + 36 + i * 16,
        size: 12,
        fill: QUIET_INK,
        'text-anchor': 'middle',
      }),
    ),
  );
}

function whisker(from: number, to: number, y: number): Svg[] {
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    element('line', { x1, y1, x2, y2, stroke: PLAIN_BAR, 'stroke-width': 2 });
  return [line(from, y, to, y), line(from, y - 5, from, y + 5), line(to, y - 5, to, y + 5)];
}
