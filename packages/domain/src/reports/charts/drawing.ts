import { element, escapeMarkup, FONT_FAMILY, type Svg, tidy } from '../../drawing/svg.ts';

/** A drawing with its title and description, which screen readers read in place of it. */
export function drawing(
  given: {
    id: string;
    title: string;
    description: string;
    layout: 'wide' | 'narrow';
    width: number;
    height: number;
  },
  ...children: Svg[]
): Svg {
  const { id, title, description, layout, width, height } = given;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `report-chart report-chart-${layout}`,
      viewBox: `0 0 ${tidy(width)} ${tidy(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': FONT_FAMILY,
    },
    element('title', { id: `${id}-title` }, escapeMarkup(title)),
    element('desc', { id: `${id}-description` }, escapeMarkup(description)),
    ...children,
  );
}
