import type { Language } from '../../text/index.ts';

export type ChartLayout = 'wide' | 'narrow';

/** How a chart is to be drawn: for a desk (960 units wide) or a phone (328, labels above the bars). */
export type ChartSetting = {
  /** Unique on the page: names the title and the description. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly layout: ChartLayout;
};

export const CHART_WIDTHS: Record<ChartLayout, number> = { wide: 960, narrow: 328 };
