import { textWidth } from '../../../drawing/text-width.ts';

export type ReadText = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Every text of a drawing's people and lines, with the room that it takes; the legend is another group with another origin. */
export function textsOf(svg: string): ReadText[][] {
  return svg
    .split(/<g transform="translate\([^"]*\)">/)
    .slice(1)
    .map((part) =>
      [...part.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
        const read = (name: string) =>
          new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
        const size = Number(read('font-size'));
        const width = textWidth(text, size, read('font-weight') === '700' ? 'bold' : 'regular');
        const x = Number(read('x'));
        const left = read('text-anchor') === 'middle' ? x - width / 2 : x;
        const baseline = Number(read('y'));
        // Capitals reach 0.72 of the size above the line, tails 0.24 below.
        const [top, bottom] = [baseline - 0.72 * size, baseline + 0.24 * size];
        return { text, left, right: left + width, top, bottom };
      }),
    );
}

/** What an attribute names in the whole drawing, one by one. */
export const named = (svg: string, attribute: string): string[] =>
  [...svg.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].flatMap(([, ids = '']) =>
    ids.split(' '),
  );
