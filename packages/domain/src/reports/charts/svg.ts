/** A piece of SVG text; `element` and `textLine` are the only makers, and both escape. */
export type Svg = string & { readonly __svg?: never };

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe between tags and inside quotes of SVG and HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

export function element(name: string, attributes: Attributes, ...children: Svg[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? tidy(value) : escapeMarkup(String(value))}"`,
    )
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of text; `y` is its vertical middle, since `dominant-baseline` is not drawn alike everywhere. */
export function textLine(
  text: string,
  { x, y, size, ...attributes }: { x: number; y: number; size: number } & Attributes,
): Svg {
  return element(
    'text',
    { x, y: y + size * 0.36, 'font-size': size, ...attributes },
    escapeMarkup(text),
  );
}

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

/** Fonts with Kazakh letters that come with the systems people have; none is loaded. */
export const FONT_FAMILY =
  "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

const tidy = (value: number) => String(Math.round(value * 100) / 100);
