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

/** Fonts with Kazakh letters that come with the systems people have; none is loaded. */
export const FONT_FAMILY =
  "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/** A number as short as a drawing needs it. */
export const tidy = (value: number) => String(Math.round(value * 100) / 100);
