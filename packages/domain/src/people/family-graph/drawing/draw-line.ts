import { element, type Svg, textLine, tidy } from '../../../drawing/svg.ts';
import type { Evidence, Parentage } from '../family-graph.ts';
import type {
  CareLine,
  DescentLine,
  GenogramLine,
  LineWords,
  UnionLine,
} from '../layout/genogram-layout.ts';
import { crossingsOf, type Segment } from '../layout/segments.ts';
import { type Point, UNION_LINE, UNION_SIZE } from '../layout/sizes.ts';
import { ASSERTED_DASH, dashOf } from './draw-symbol.ts';

/** Half of the bow with which a line steps over another. */
const BOW = 4;
const WIDTH = 2;
export const CARE_DASHES = { guardianship: '1 5', 'kin-care': '9 4 1 4' } as const;

export type LineStyle = {
  readonly tone: string;
  readonly level: readonly Segment[];
};

/** One line of a genogram with its marks; words are drawn after all lines. */
export function drawLine(line: GenogramLine, style: LineStyle): Svg {
  switch (line.kind) {
    case 'union':
      return drawUnion(line, style);
    case 'descent':
      return drawDescent(line, style);
    case 'care':
      return drawCare(line, style);
  }
}

function drawUnion(line: UnionLine, style: LineStyle): Svg {
  const { union, couple, points } = line;
  const d = pathOf(points, { key: line.key, level: style.level });
  const stroke = {
    fill: 'none',
    stroke: style.tone,
    'stroke-linejoin': 'round',
    'stroke-width': union ? WIDTH : 1.2,
    'stroke-dasharray': union ? dashOf(union.evidence) : undefined,
  };
  return element(
    'g',
    { 'data-union': union?.id, 'data-couple': union ? undefined : couple.key },
    // Two lines are one broad line with a white one upon it, so that they stay beside each other round every corner.
    ...(couple.isRelated
      ? [
          element('path', { d, ...stroke, 'stroke-width': 6 }),
          element('path', {
            d,
            fill: 'none',
            stroke: '#ffffff',
            'stroke-width': 2.6,
            'stroke-linejoin': 'round',
          }),
        ]
      : [element('path', { d, ...stroke })]),
    ...endMarks(line, style.tone),
  );
}

/** One stroke through the line when two parted, two when they divorced, a short bar when death or disappearance ended it. */
function endMarks({ union, points, words }: UnionLine, tone: string): Svg[] {
  if (!union?.end || union.end.how === 'unknown') return [];
  const [x, y] = placeOfMark(points, words);
  const slash = (dx: number) =>
    `M${tidy(x + dx - 4)} ${tidy(y + 7)}L${tidy(x + dx + 4)} ${tidy(y - 7)}`;
  const d = {
    separation: slash(0),
    divorce: `${slash(-3)}${slash(3)}`,
    death: crossAt(x, y),
    missing: crossAt(x, y),
  }[union.end.how];
  return [element('path', { d, stroke: tone, 'stroke-width': WIDTH, fill: 'none' })];
}

const crossAt = (x: number, y: number) =>
  `M${tidy(x - 5)} ${tidy(y - 5)}L${tidy(x + 5)} ${tidy(y + 5)}M${tidy(x + 5)} ${tidy(y - 5)}L${tidy(x - 5)} ${tidy(y + 5)}`;

/** On the longest level piece, towards its beginning, where neither words nor the line to the children are. */
function placeOfMark(points: readonly Point[], words: LineWords | null): Point {
  const pieces = points.slice(1).flatMap((point, i) => {
    const from = points[i]!;
    return Math.abs(from[1] - point[1]) < 0.01 ? [[from, point] as const] : [];
  });
  const length = ([a, b]: readonly [Point, Point]) => Math.abs(a[0] - b[0]);
  const [a, b] = pieces.toSorted((one, other) => length(other) - length(one))[0] ?? [
    points[0]!,
    points[0]!,
  ];
  const left = Math.min(a[0], b[0]);
  const whole = Math.abs(a[0] - b[0]);
  return [left + Math.min(14, whole * (words ? 0.2 : 0.3)), a[1]];
}

function drawDescent(line: DescentLine, { tone, level }: LineStyle): Svg {
  const stroke = { fill: 'none', stroke: tone, 'stroke-width': WIDTH, 'stroke-linejoin': 'round' };
  const all = line.drops.flatMap(({ parentages }) => parentages);
  const trunkDash = all.every(isAsserted) ? ASSERTED_DASH : undefined;
  return element(
    'g',
    { 'data-parents': line.descent.parents.join(' ') },
    ...line.trunk.map((points) =>
      element('path', {
        d: pathOf(points, { key: line.key, level }),
        ...stroke,
        'stroke-dasharray': trunkDash,
      }),
    ),
    ...line.drops.map(({ child, parentages, points }) =>
      element(
        'g',
        { 'data-child': child, 'data-parentages': parentages.map(({ id }) => id).join(' ') },
        element('path', {
          d: pathOf(points, { key: line.key, level }),
          ...stroke,
          'stroke-dasharray': parentages.some(isAsserted) ? ASSERTED_DASH : undefined,
        }),
        ...parentageMark(parentages, { at: points.at(-1)!, tone }),
      ),
    ),
  );
}

const isAsserted = ({ evidence }: { evidence: Evidence }) => evidence.kind === 'asserted';

/** A ring on the line of an adopted child, a question mark where nobody says which parentage it is. */
function parentageMark(
  parentages: readonly Parentage[],
  { at: [x, y], tone }: { at: Point; tone: string },
): Svg[] {
  const isAdopted = parentages.some(({ kind }) => kind === 'adoptive');
  const isUnknown = parentages.some(({ kind }) => kind === 'unknown');
  if (!isAdopted && !isUnknown) return [];
  return [parentageRing({ x, y: y - 10, isUnknown: !isAdopted, tone })];
}

export function parentageRing(given: {
  x: number;
  y: number;
  isUnknown: boolean;
  tone: string;
}): Svg {
  const { x, y, isUnknown, tone } = given;
  const ring = element('circle', {
    cx: x,
    cy: y,
    r: isUnknown ? 6.5 : 5,
    fill: '#ffffff',
    stroke: tone,
    'stroke-width': isUnknown ? 1 : 2,
  });
  const sign = { x, y, size: 10, fill: tone, 'font-weight': '700', 'text-anchor': 'middle' };
  return isUnknown ? `${ring}${textLine('?', sign)}` : ring;
}

function drawCare(line: CareLine, { tone, level }: LineStyle): Svg {
  const { care, points } = line;
  const [tip, before] = [points.at(-1)!, points.at(-2)!];
  const way = Math.sign(tip[0] - before[0]) || 1;
  return element(
    'g',
    { 'data-care': care.id },
    element('path', {
      d: pathOf(points, { key: line.key, level }),
      fill: 'none',
      stroke: tone,
      'stroke-width': care.kind === 'guardianship' ? 2.6 : 1.8,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'stroke-dasharray': CARE_DASHES[care.kind],
    }),
    careArrow({ tip, way, tone, isFilled: care.evidence.kind === 'documented' }),
  );
}

/** The tip at the child: filled where a document was seen. */
export function careArrow(given: {
  tip: Point;
  way: number;
  tone: string;
  isFilled: boolean;
}): Svg {
  const {
    tip: [x, y],
    way,
    tone,
    isFilled,
  } = given;
  return element('path', {
    d: `M${tidy(x)} ${tidy(y)}L${tidy(x - way * 9)} ${tidy(y - 5)}V${tidy(y + 5)}Z`,
    fill: isFilled ? tone : '#ffffff',
    stroke: tone,
    'stroke-width': 1.4,
    'stroke-linejoin': 'round',
  });
}

/** The words of a line on a white ground, so that a line behind them does not strike them through. */
export function drawLineWords({ x, y, lines }: LineWords, tone: string): Svg[] {
  return lines.map((line, i) =>
    textLine(line, {
      x,
      y: y - (lines.length - 1 - i) * UNION_LINE,
      size: UNION_SIZE,
      fill: tone,
      'text-anchor': 'middle',
      stroke: '#ffffff',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  );
}

/** A path through the points that steps over the level lines of others in little bows. */
export function pathOf(
  points: readonly Point[],
  { key, level }: { key: string; level: readonly Segment[] },
): string {
  const [first, ...rest] = points;
  let [x, y] = first!;
  let d = `M${tidy(x)} ${tidy(y)}`;
  for (const [nextX, nextY] of rest) {
    if (Math.abs(nextX - x) < 0.01 && Math.abs(nextY - y) > 0.01) {
      d += uprightPath({ x, from: y, to: nextY, key, level });
    } else d += `L${tidy(nextX)} ${tidy(nextY)}`;
    [x, y] = [nextX, nextY];
  }
  return d;
}

function uprightPath(given: {
  x: number;
  from: number;
  to: number;
  key: string;
  level: readonly Segment[];
}): string {
  const { x, from, to, key, level } = given;
  const isDown = to > from;
  const piece = {
    line: key,
    isUpright: true,
    at: x,
    from: Math.min(from, to),
    to: Math.max(from, to),
  };
  const crossings = crossingsOf(piece, level);
  const bows = (isDown ? crossings : crossings.toReversed()).filter(
    (y) => Math.min(Math.abs(y - from), Math.abs(y - to)) > BOW,
  );
  const way = isDown ? 1 : -1;
  return `${bows
    .map(
      (y) =>
        `V${tidy(y - way * BOW)}A${BOW} ${BOW} 0 0 ${isDown ? 1 : 0} ${tidy(x)} ${tidy(y + way * BOW)}`,
    )
    .join('')}V${tidy(to)}`;
}
