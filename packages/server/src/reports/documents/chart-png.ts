import { Resvg } from '@resvg/resvg-js';
import { fontsOfChart } from './fonts.ts';

/** Dots for each point of the page: 108 to the inch, for the few readers that need this picture at all. */
const DENSITY = 1.5;

/**
 * A chart as a PNG, for word processors that show no SVG.
 * @param width points across on the page
 */
export function chartPng(svg: string, width: number): Buffer {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(width * DENSITY) },
    background: 'white',
    font: { fontFiles: fontsOfChart(svg), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  });
  return drawn.render().asPng();
}
