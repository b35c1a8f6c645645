import { INK } from '../../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../../drawing/svg.ts';
import type { Evidence, GraphPerson } from '../family-graph.ts';
import { HALF_SYMBOL } from '../layout/sizes.ts';

/** What rests on somebody's word alone is drawn in dashes. */
export const ASSERTED_DASH = '5 4';
export const dashOf = ({ kind }: Pick<Evidence, 'kind'>) =>
  kind === 'asserted' ? ASSERTED_DASH : undefined;

type Place = { readonly x: number; readonly y: number; readonly half?: number };

/** A person's symbol: its outline tells the sex, what is in it where life stands, a second outline whose family it is. */
export function drawSymbol(
  person: Pick<GraphPerson, 'sex' | 'life'>,
  { x, y, half = HALF_SYMBOL, isIndex }: Place & { isIndex: boolean },
): Svg[] {
  const stroke = { stroke: INK, fill: '#ffffff', 'stroke-width': isIndex ? 3.5 : 2 };
  return [
    outline(person.sex, { x, y, half }, stroke),
    ...(isIndex
      ? [
          outline(
            person.sex,
            { x, y, half: half - (person.sex === 'unknown' ? 7 : 5) },
            { stroke: INK, fill: 'none', 'stroke-width': 1.2 },
          ),
        ]
      : []),
    ...markOf(person, { x, y, half }),
  ];
}

function outline(
  sex: GraphPerson['sex'],
  { x, y, half }: Required<Place>,
  attributes: Record<string, string | number>,
): Svg {
  if (sex === 'male') {
    return element('rect', {
      x: x - half,
      y: y - half,
      width: 2 * half,
      height: 2 * half,
      ...attributes,
    });
  }
  if (sex === 'female') return element('circle', { cx: x, cy: y, r: half, ...attributes });
  const d = `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`;
  return element('path', { d, ...attributes });
}

/** The sign within a symbol: a cross, bars, a question mark in a ring, three dots; dashed when only somebody said so. */
function markOf({ sex, life }: Pick<GraphPerson, 'sex' | 'life'>, place: Required<Place>): Svg[] {
  const { x, y, half } = place;
  const line = {
    stroke: INK,
    'stroke-width': 1.8,
    fill: 'none',
    'stroke-dasharray': life?.evidence.kind === 'asserted' ? '3.5 3' : undefined,
  };
  const path = (d: string) => element('path', { d, ...line });
  // How far the sign may reach within each outline.
  const inner = half * { male: 1, female: Math.SQRT1_2, unknown: 0.5 }[sex];
  switch (life?.state) {
    case undefined:
    case 'alive':
      return [];
    case 'deceased':
      return [
        path(`M${x - inner} ${y - inner}L${x + inner} ${y + inner}`),
        path(`M${x + inner} ${y - inner}L${x - inner} ${y + inner}`),
      ];
    case 'imprisoned':
      return [-0.6, -0.2, 0.2, 0.6].map((share) => {
        const at = share * half;
        const tall =
          sex === 'male'
            ? half
            : sex === 'female'
              ? Math.sqrt(half ** 2 - at ** 2)
              : half - Math.abs(at);
        return path(`M${x + at} ${y - tall}L${x + at} ${y + tall}`);
      });
    case 'missing':
      return [
        element('circle', { cx: x, cy: y, r: half * 0.5, ...line }),
        textLine('?', {
          x,
          y,
          size: half * 0.72,
          fill: INK,
          'font-weight': '700',
          'text-anchor': 'middle',
        }),
      ];
    case 'unknown':
      return [-1, 0, 1].map((step) =>
        element('circle', {
          cx: x + step * half * 0.32,
          cy: y,
          r: half * 0.1,
          fill: life?.evidence.kind === 'asserted' ? '#ffffff' : INK,
          stroke: INK,
          'stroke-width': 1.2,
        }),
      );
  }
}
