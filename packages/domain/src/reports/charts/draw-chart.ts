import type { Svg } from '../../drawing/svg.ts';
import type { Chart } from '../report.ts';
import { drawDivergingBars } from './diverging-bars.ts';
import { drawDots } from './dots.ts';
import { drawHistogram } from './histogram.ts';
import { drawRanking } from './ranking.ts';
import type { ChartSetting } from './setting.ts';

/** Draws a chart as SVG text that stands alone: no style sheet, no script, no font to load. */
export function drawChart(chart: Chart, setting: ChartSetting): Svg {
  switch (chart.type) {
    case 'diverging-bars':
      return drawDivergingBars(chart, setting);
    case 'dots':
      return drawDots(chart, setting);
    case 'bars':
      return chart.layout === 'histogram'
        ? drawHistogram(chart, setting)
        : drawRanking(chart, setting);
  }
}
