import { topOf } from './arrivals.ts';
import { stretchOf } from './channels.ts';
import type { Box, CareLine, DescentLine, GenogramLine, UnionLine } from './genogram-layout.ts';
import { arrivalX, type Wiring } from './nets.ts';
import { type Placement, straightWords } from './placement.ts';
import { isLane, type Link, laneOf, unionKeys } from './rows.ts';
import { type GenogramWords, type Point, reach } from './sizes.ts';

/** Above each child, so that what is said of its birth can be seen. */
export const DROP = 22;
/** Where lines straight between two partners run, from the middle of their symbols. */
const STRAIGHT_HEIGHTS: readonly (readonly number[])[] = [[0], [0], [-9, 8]];

export type Drawn = {
  readonly placement: Placement;
  readonly wiring: Wiring;
  readonly words: GenogramWords;
  readonly boxes: ReadonlyMap<string, Box>;
  /** Where the lines below each row begin. */
  readonly channelTops: readonly number[];
  readonly rowTops: readonly number[];
};

/** Every line of the drawing, point by point; words are placed later. */
export function linesOf(drawn: Drawn): GenogramLine[] {
  const { placement } = drawn;
  return [
    ...placement.family.couples.flatMap((couple) =>
      unionKeys(couple).map((line): UnionLine => {
        const union = couple.unions.find(({ id }) => line === `u:${id}`) ?? null;
        const points = placement.isStraight(line)
          ? straightPoints(line, drawn)
          : pathBetween(line, { from: couple.partners[0], to: couple.partners[1] }, drawn);
        return { kind: 'union', key: line, couple, union, points, words: null };
      }),
    ),
    ...placement.family.descents.map((descent) => descentLine(descent.key, drawn)),
    ...placement.cares.map((care): CareLine => {
      const points = pathBetween(`c:${care.id}`, { from: care.carer, to: care.ward }, drawn);
      return { kind: 'care', key: `c:${care.id}`, care, points, words: null };
    }),
  ];
}

/** Height of a line straight between two partners. */
function straightHeight(line: string, { placement }: Drawn): number {
  const couple = [...placement.straightRight.values()].find((each) =>
    unionKeys(each).includes(line),
  )!;
  const lines = unionKeys(couple).filter(placement.isStraight);
  return STRAIGHT_HEIGHTS[lines.length]![lines.indexOf(line)]!;
}

function straightPoints(line: string, drawn: Drawn): Point[] {
  const [left] = [...drawn.placement.straightRight].find(([, each]) =>
    unionKeys(each).includes(line),
  )!;
  const couple = drawn.placement.straightRight.get(left)!;
  const right = couple.partners.find((each) => each !== left)!;
  const [a, b] = [drawn.boxes.get(left)!, drawn.boxes.get(right)!];
  const height = straightHeight(line, drawn);
  return [
    [a.x + reach(a.person.sex, height), a.y + height],
    [b.x - reach(b.person.sex, height), b.y + height],
  ];
}

/** From the symbol to where the line turns up or down beside it. */
function exit(line: string, person: string, { placement, boxes }: Drawn): [Point, Point] {
  const { dx, dy } = placement.gutters.portOf(line, person);
  const box = boxes.get(person)!;
  const side = Math.sign(dx) * reach(box.person.sex, dy);
  return [
    [box.x + side, box.y + dy],
    [box.x + dx, box.y + dy],
  ];
}

/** From one person to another, down through the rows or up. */
function pathBetween(
  line: string,
  { from, to }: { from: string; to: string },
  drawn: Drawn,
): Point[] {
  const { placement, wiring, channelTops } = drawn;
  const [a, b] = [placement.rows.rowOf.get(from)!, placement.rows.rowOf.get(to)!];
  if (a > b) return pathBetween(line, { from: to, to: from }, drawn).toReversed();
  const start = exit(line, from, drawn);
  const end = exit(line, to, drawn).toReversed() as [Point, Point];
  const points: Point[] = [...start];
  let x = start[1][0];
  for (let row = a; row < Math.max(b, a + 1); row += 1) {
    const next = row + 1 < b ? arrivalX(placement, line, laneOf(line, row + 1)) : end[0][0];
    const height = wiring.channels[row]!.heights.get(line);
    if (height !== undefined) {
      const y = channelTops[row]! + height;
      points.push([x, y], [next, y]);
    }
    x = next;
  }
  return [...points, ...end];
}

function descentLine(key: string, drawn: Drawn): DescentLine {
  const { placement, wiring, channelTops, rowTops } = drawn;
  const line = `d:${key}`;
  const link = placement.rows.links.find((each) => each.key === line) as Extract<
    Link,
    { kind: 'descent' }
  >;
  const trunk: Point[][] = [];
  const drops: Array<DescentLine['drops'][number]> = [];
  let stem = beginning(line, drawn);
  for (const [row, steps] of placement.rows.steps.entries()) {
    const own = steps.filter((step) => step.link === line);
    if (own.length === 0) continue;
    const net = wiring.channels[row]!.nets.find((each) => each.key === line)!;
    const height = wiring.channels[row]!.heights.get(line);
    const bus = height === undefined ? rowTops[row + 1]! - DROP : channelTops[row]! + height;
    const top = net.top[0]!;
    trunk.push([...stem, [top, bus]]);
    const [from, to] = stretchOf(net);
    if (height !== undefined) {
      trunk.push([
        [from, bus],
        [to, bus],
      ]);
    }
    for (const { to: slot } of own) {
      const x = arrivalX(placement, line, slot);
      if (isLane(slot)) stem = [[x, bus]];
      else {
        const { parentages } = link.descent.children.find(({ child }) => child === slot)!;
        const { sex } = placement.family.persons.get(slot)!;
        const points: Point[] = [
          [x, bus],
          [x, rowTops[row + 1]! + topOf(sex, placement.arrivals(line, slot))],
        ];
        drops.push({ child: slot, parentages, points });
      }
    }
  }
  return { kind: 'descent', key: line, descent: link.descent, trunk, drops };
}

/** Where the line to the children begins, up to where it runs down. */
function beginning(line: string, drawn: Drawn): Point[] {
  const { x, from } = drawn.wiring.sources.get(line)!;
  switch (from.kind) {
    case 'straight': {
      const straight = unionKeys(from.couple).filter(drawn.placement.isStraight).at(-1)!;
      const [[, y]] = straightPoints(straight, drawn) as [Point];
      return [[x, y]];
    }
    case 'below': {
      const row = drawn.wiring.channels.findIndex(({ heights }) => heights.has(from.line));
      return [[x, drawn.channelTops[row]! + drawn.wiring.channels[row]!.heights.get(from.line)!]];
    }
    case 'corner': {
      const [, corner] = exit(from.line, from.person, drawn);
      return [corner];
    }
    case 'side':
      return [...exit(from.line, from.person, drawn)];
  }
}

/** Words of the lines straight between partners, above each. */
export function straightTexts(line: UnionLine, { placement, words }: Drawn): readonly string[] {
  const place = unionKeys(line.couple).filter(placement.isStraight).indexOf(line.key);
  return straightWords(line.couple, words)[place] ?? [];
}
