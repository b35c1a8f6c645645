import { type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale';
import { INK, QUIET_INK } from '../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../drawing/svg.ts';
import { textWidth, wrapText } from '../../drawing/text-width.ts';
import { formatNumber, type Language } from '../../text/index.ts';
import type { Bars } from '../report.ts';
import { drawing } from './drawing.ts';
import { drawLegend } from './legend.ts';
import { AXIS, GRID, rankedFill } from './palette.ts';
import { type ChartSetting, HALF, NARROW } from './setting.ts';

/** Columns in the order of their numbers, the count above each; empty places stay as gaps. */
export function drawHistogram(chart: Bars, setting: ChartSetting): Svg {
  const { layout, language } = setting;
  const isWide = layout === 'wide';
  const width = isWide ? HALF : NARROW;
  const size = isWide ? 13 : 11;
  const ranks = Math.max(1, ...chart.tones.map(({ rank }) => rank + 1));
  const legend =
    chart.tones.length > 1
      ? drawLegend(
          chart.tones.map(({ label, rank }) => ({ label, fill: rankedFill(rank, ranks) })),
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
  const step = x.step();
  const figures = chart.rows.map(({ count }) => formatNumber(count, language));
  const hasRoom = Math.max(...figures.map((text) => textWidth(text, size))) <= step * 1.1;
  const labelled = labelsToShow(chart, step, size);
  const columns = chart.rows.flatMap((row, i) => {
    const left = x(row.id) ?? 0;
    const middle = left + x.bandwidth() / 2;
    const tone = chart.tones.find(({ id }) => id === row.tone);
    const written = (text: string, at: number, fill: string) => {
      const half = textWidth(text, size) / 2;
      const within = Math.min(Math.max(middle, half), width - half);
      return textLine(text, { x: within, y: at, size, fill, 'text-anchor': 'middle' });
    };
    const column = element('rect', {
      x: left,
      y: y(row.count),
      width: x.bandwidth(),
      height: bottom - y(row.count),
      fill: rankedFill(tone?.rank ?? 0, ranks),
    });
    return [
      ...(row.count > 0 ? [column] : []),
      ...(row.count > 0 && hasRoom ? [written(figures[i] ?? '', y(row.count) - 10, INK)] : []),
      ...(labelled(i) ? [written(row.label, bottom + 15, QUIET_INK)] : []),
    ];
  });
  const scale = hasRoom ? [] : countLines(y, { width, size, language });
  const axisLabel = wrapText(chart.axisLabel, { width, size: 12 });
  return drawing(
    { ...setting, width, height: bottom + 34 + axisLabel.length * 16 },
    ...legend.marks,
    ...scale,
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

/** Every number where there is room, else every second, fifth or tenth of them. */
function labelsToShow(chart: Bars, step: number, size: number): (place: number) => boolean {
  const widest = Math.max(...chart.rows.map(({ label }) => textWidth(label, size)));
  const every = [1, 2, 5, 10, 20, 50].find((n) => widest + 4 <= step * n) ?? 100;
  return (place) => place % every === 0;
}

/** Where the columns are too narrow for their counts, lines to read them from. */
function countLines(
  y: ScaleLinear<number, number>,
  { width, size, language }: { width: number; size: number; language: Language },
): Svg[] {
  const ticks = y.ticks(4).filter((tick) => tick > 0 && Number.isInteger(tick));
  return ticks.flatMap((tick) => [
    element('line', { x1: 0, x2: width, y1: y(tick), y2: y(tick), stroke: GRID }),
    textLine(formatNumber(tick, language), {
      x: width - 1,
      y: y(tick) - size * 0.7,
      size,
      fill: QUIET_INK,
      'text-anchor': 'end',
    }),
  ]);
}
