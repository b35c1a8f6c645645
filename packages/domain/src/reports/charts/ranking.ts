import { scaleLinear } from 'd3-scale';
import { INK } from '../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth } from '../../drawing/text-width.ts';
import { formatNumber, formatPercent } from '../../text/index.ts';
import type { Bars } from '../report.ts';
import { drawing } from './drawing.ts';
import { AXIS, PLAIN_BAR } from './palette.ts';
import { drawLabel, placeRows } from './row-layout.ts';
import { type ChartSetting, HALF, NARROW } from './setting.ts';

/** Named things as horizontal bars from zero, each with its count and share in figures at its end. */
export function drawRanking(chart: Bars, setting: ChartSetting): Svg {
  const { layout, language } = setting;
  const isWide = layout === 'wide';
  const width = isWide ? HALF : NARROW;
  const figures = ({ count, percent }: Bars['rows'][number]) =>
    percent === null
      ? formatNumber(count, language)
      : `${formatNumber(count, language)} (${formatPercent(percent, language)})`;
  const figureWidth = Math.max(0, ...chart.rows.map((row) => textWidth(figures(row), 13))) + 10;
  const top = 4;
  const place = placeRows(
    chart.rows.map(({ label }) => label),
    { layout, width, aside: isWide ? figureWidth : 0, top },
  );
  const longest = Math.max(1, ...chart.rows.map(({ count }) => count));
  const right = isWide ? place.right : width - figureWidth;
  const x = scaleLinear([0, longest], [place.left, right]);
  const thickness = place.barHeight - 4;
  const marks = chart.rows.flatMap((row, i) => {
    const placed = place.rows[i];
    if (!placed) return [];

    return [
      ...drawLabel(placed, place, isWide),
      element('rect', {
        x: place.left,
        y: placed.middle - thickness / 2,
        width: Math.max(x(row.count) - place.left, row.count > 0 ? 1 : 0),
        height: thickness,
        rx: 1.5,
        fill: PLAIN_BAR,
      }),
      textLine(figures(row), {
        x: x(row.count) + 7,
        y: placed.middle,
        size: 13,
        fill: INK,
      }),
    ];
  });
  return drawing(
    { ...setting, width, height: top + place.height + 4 },
    ...marks,
    isWide
      ? element('line', {
          x1: place.left,
          x2: place.left,
          y1: top,
          y2: top + place.height,
          stroke: AXIS,
          'stroke-width': 1.5,
        })
      : '',
  );
}
