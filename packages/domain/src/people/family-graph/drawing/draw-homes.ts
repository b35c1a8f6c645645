import { element, type Svg, textLine } from '../../../drawing/svg.ts';
import type { FamilyGraph } from '../family-graph.ts';
import { order } from '../layout/family.ts';
import type { Box, GenogramLayout } from '../layout/genogram-layout.ts';
import { HALF_SYMBOL } from '../layout/sizes.ts';

/** Soft grounds with their edges; words on them keep 4.5 to 1. */
const GROUNDS = [
  { fill: '#f2f6ea', edge: '#7f9457' },
  { fill: '#eef3fb', edge: '#6b86b5' },
  { fill: '#fbf1ea', edge: '#b48561' },
  { fill: '#f5eefa', edge: '#9478b0' },
] as const;
const PAD = 7;
const ABOVE = 13;
const BADGE = 8;

type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Home = {
  readonly letter: string;
  readonly ground: (typeof GROUNDS)[number];
  readonly rects: readonly Rect[];
};

/** Where the households of today lie under the drawing: one ground for neighbours, joined with the row below where they overlap. */
export function homesOf(graph: FamilyGraph, { boxes }: GenogramLayout): Home[] {
  const inOrder = boxes.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const worn = new Map<string, number>();
  return graph.households
    .toSorted((a, b) => order(a.id, b.id))
    .flatMap(({ members }) => {
      const people = new Set(members.filter(({ until }) => until === null).map((m) => m.person));
      const layer = Math.max(0, ...[...people].map((person) => worn.get(person) ?? 0));
      for (const person of people) worn.set(person, layer + 1);
      const runs = runsOf(inOrder, people).map((run) => rectOf(run, layer));
      return runs.length === 0 ? [] : [{ runs, others: inOrder, people }];
    })
    .map(({ runs, others, people }, i) => ({
      letter: String.fromCharCode(65 + (i % 26)),
      ground: GROUNDS[i % GROUNDS.length]!,
      rects: [...runs, ...bridges(runs, { others, people })],
    }));
}

/** Members who stand side by side in one row. */
function runsOf(boxes: readonly Box[], people: ReadonlySet<string>): Box[][] {
  const runs: Box[][] = [];
  let last: Box | undefined;
  for (const box of boxes) {
    const isMember = people.has(box.person.id);
    if (isMember && last && last.y === box.y && people.has(last.person.id)) runs.at(-1)!.push(box);
    else if (isMember) runs.push([box]);
    last = box;
  }
  return runs;
}

function rectOf(run: readonly Box[], layer: number): Rect {
  const pad = PAD + 4 * layer;
  const left = Math.min(...run.map(({ x, label }) => x - label.width / 2)) - pad;
  const right = Math.max(...run.map(({ x, label }) => x + label.width / 2)) + pad;
  const top = run[0]!.y - HALF_SYMBOL - ABOVE - 4 * layer;
  const bottom = run[0]!.y + HALF_SYMBOL + Math.max(...run.map(({ label }) => label.height)) + 4;
  return { x: left, y: top, width: right - left, height: bottom - top + 4 * layer };
}

/** Ground between two rows of one home, where they overlap enough and nobody else stands between. */
function bridges(
  runs: readonly Rect[],
  { others, people }: { others: readonly Box[]; people: ReadonlySet<string> },
): Rect[] {
  return runs.flatMap((upper) =>
    runs.flatMap((lower): Rect[] => {
      const top = upper.y + upper.height;
      if (lower.y <= top) return [];
      const x = Math.max(upper.x, lower.x);
      const width = Math.min(upper.x + upper.width, lower.x + lower.width) - x;
      const isFree = others.every(
        ({ y, x: at, label, person }) =>
          people.has(person.id) ||
          y < top ||
          y > lower.y ||
          at + label.width / 2 < x ||
          at - label.width / 2 > x + width,
      );
      const isNext = !runs.some((each) => each.y > upper.y && each.y < lower.y);
      return width > 30 && isFree && isNext
        ? [{ x, y: top - 10, width, height: lower.y - top + 20 }]
        : [];
    }),
  );
}

/** All edges first and then all grounds, so that pieces of one home have one edge round them. */
export function drawHome({ letter, ground, rects }: Home): Svg {
  const shape = (rect: Rect, attributes: Record<string, string | number>) =>
    element('rect', { ...rect, rx: 10, ...attributes });
  const [first] = rects;
  const badge = { x: first!.x + 2, y: first!.y + 2 };
  return element(
    'g',
    { 'data-home': letter },
    ...rects.map((rect) => shape(rect, { fill: 'none', stroke: ground.edge, 'stroke-width': 2.4 })),
    ...rects.map((rect) => shape(rect, { fill: ground.fill })),
    drawBadge(letter, { ...badge, edge: ground.edge }),
  );
}

export function drawBadge(
  letter: string,
  { x, y, edge }: { x: number; y: number; edge: string },
): Svg {
  return `${element('circle', { cx: x, cy: y, r: BADGE, fill: '#ffffff', stroke: edge, 'stroke-width': 1.4 })}${textLine(
    letter,
    { x, y, size: 10, fill: '#1b1f24', 'font-weight': '700', 'text-anchor': 'middle' },
  )}`;
}
