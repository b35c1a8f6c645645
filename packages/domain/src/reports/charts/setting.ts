import type { Language } from '../../text/index.ts';

export type ChartLayout = 'wide' | 'narrow';

/** How a chart is to be drawn: for a desk or paper, or for a phone with the labels above the bars. */
export type ChartSetting = {
  /** Unique on the page: names the title and the description. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly layout: ChartLayout;
};

/** Units across; a unit is a pixel at the size it was made for. */
export const NARROW = 328;

/** Charts of one line a thing stand beside their table on a desk, hence half as wide as a page. */
export const HALF = 560;

/** Stacked bars need the whole page. */
export const WHOLE = 960;
