import { scaleBand, scaleLinear } from 'd3-scale';
import { formatNumber } from '../../text/index.ts';
import type { Bars } from '../report.ts';
import { drawLegend } from './legend.ts';
import { AXIS, BAR_TONES, GRID, INK, QUIET_INK } from './palette.ts';
import { CHART_WIDTHS, type ChartSetting } from './setting.ts';
import { drawing, element, type Svg, textLine } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

/** Columns in the order of their numbers, the count above each; empty places stay as gaps. */
export function drawHistogram(chart: Bars, setting: ChartSetting): Svg {
  const { layout, language } = setting;
  const isWide = layout === 'wide';
  const width = CHART_WIDTHS[layout];
  const size = isWide ? 13 : 11;
  const legend =
    chart.tones.length > 1
      ? drawLegend(
          chart.tones.map(({ label }, i) => ({ label, fill: BAR_TONES[i]?.fill ?? GRID })),
          { width, size: isWide ? 14 : 13, centred: isWide },
        )
      : { height: 0, marks: [] };
  const top = legend.height + 22;
  const bottom = top + (isWide ? 230 : 170);
  const x = scaleBand(
    chart.rows.map(({ id }) => id),
    [0, width],
  )
    .paddingInner(0.16)
    .paddingOuter(0.08);
  const highest = Math.max(1, ...chart.rows.map(({ count }) => count));
  const y = scaleLinear([0, highest], [bottom, top]);
  const columns = chart.rows.flatMap((row) => {
    const left = x(row.id) ?? 0;
    const middle = left + x.bandwidth() / 2;
    const tone =
      BAR_TONES[
        Math.max(
          0,
          chart.tones.findIndex(({ id }) => id === row.tone),
        )
      ];
    const column = element('rect', {
      x: left,
      y: y(row.count),
      width: x.bandwidth(),
      height: bottom - y(row.count),
      fill: tone?.fill,
    });
    const count = textLine(formatNumber(row.count, language), {
      x: middle,
      y: y(row.count) - 10,
      size,
      fill: INK,
      'text-anchor': 'middle',
    });
    return [
      ...(row.count > 0 ? [column, count] : []),
      textLine(row.label, {
        x: middle,
        y: bottom + 15,
        size: labelSize(chart, x.step(), size),
        fill: QUIET_INK,
        'text-anchor': 'middle',
      }),
    ];
  });
  const axisLabel = wrapText(chart.axisLabel, { width, size: 12 });
  return drawing(
    { ...setting, width, height: bottom + 34 + axisLabel.length * 16 },
    ...legend.marks,
    ...columns,
    element('line', {
      x1: 0,
      x2: width,
      y1: bottom,
      y2: bottom,
      stroke: AXIS,
      'stroke-width': 1.5,
    }),
    ...axisLabel.map((line, i) =>
      textLine(line, {
        x: width / 2,
        y: bottom + 38 + i * 16,
        size: 12,
        fill: QUIET_INK,
        'text-anchor': 'middle',
      }),
    ),
  );
}

/** As large as fits under the narrowest column. */
function labelSize(chart: Bars, step: number, size: number): number {
  const widest = Math.max(1, ...chart.rows.map(({ label }) => textWidth(label, size)));
  return widest <= step ? size : (size * step) / widest;
}
