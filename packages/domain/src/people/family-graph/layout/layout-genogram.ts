import type { FamilyGraph } from '../family-graph.ts';
import { type Family, familyOf, order } from './family.ts';
import type { Box, GenogramLayout, GenogramLine } from './genogram-layout.ts';
import { DROP, linesOf } from './lines.ts';
import { wired } from './nets.ts';
import { placeWords } from './place-words.ts';
import { type Placement, placementOf } from './placement.ts';
import { type GenogramWords, HALF_SYMBOL, type Point, SYMBOL } from './sizes.ts';

/** Above the symbols of a row: words of a union may be higher than they are. */
const HEADROOM = 20;
/** Between the names of a row and the first line below. */
const BELOW_NAMES = 4;
const BETWEEN_PARTS = 48;
/** Parts of a family that nothing joins stand side by side up to this width, then below each other. */
const WIDEST_SHELF = 1200;

/**
 * Where everybody and every line of a genogram stands: generations in rows, each union and each parentage once.
 * @throws RangeError when somebody is an own ancestor
 */
export function layoutGenogram(
  graph: FamilyGraph,
  { words, index }: { words: GenogramWords; index: string | null },
): GenogramLayout {
  const whole = familyOf(graph);
  const cares = graph.cares
    .filter(
      ({ carer, ward }) => carer !== ward && whole.persons.has(carer) && whole.persons.has(ward),
    )
    .toSorted((a, b) => order(a.id, b.id));
  const parts = partsOf(whole, { cares, index }).map((people) => {
    const part = partOf(whole, people);
    const own = cares.filter(({ carer }) => people.has(carer));
    return drawnPart(placementOf(part, { cares: own, words }), words);
  });
  return shelved(parts);
}

/** People whom something joins, the part of the index person first and then the largest. */
function partsOf(
  { persons, couples, descents, compare }: Family,
  { cares, index }: { cares: ReadonlyArray<{ carer: string; ward: string }>; index: string | null },
): Array<ReadonlySet<string>> {
  const joins = [
    ...couples.map(({ partners }) => partners),
    ...descents.flatMap(({ parents, children }) =>
      children.map(({ child }) => [...parents, child]),
    ),
    ...cares.map(({ carer, ward }) => [carer, ward]),
  ];
  const neighbours = new Map<string, string[]>();
  for (const people of joins) {
    for (const person of people) {
      neighbours.set(person, [...(neighbours.get(person) ?? []), ...people]);
    }
  }
  const parts: Array<Set<string>> = [];
  for (const person of [...persons.keys()].toSorted(compare)) {
    if (parts.some((part) => part.has(person))) continue;
    const part = new Set([person]);
    for (const each of part) for (const next of neighbours.get(each) ?? []) part.add(next);
    parts.push(part);
  }
  const isFirst = (part: ReadonlySet<string>) => index !== null && part.has(index);
  return parts.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.size - a.size);
}

function partOf(family: Family, people: ReadonlySet<string>): Family {
  return {
    compare: family.compare,
    persons: new Map([...family.persons].filter(([id]) => people.has(id))),
    couples: family.couples.filter(({ partners: [one] }) => people.has(one)),
    descents: family.descents.filter(({ parents: [one] }) => people.has(one)),
  };
}

function drawnPart(placed: Placement, words: GenogramWords): GenogramLayout {
  const { placement, wiring } = wired(placed, words);
  const rowTops: number[] = [];
  const channelTops: number[] = [];
  let y = HEADROOM;
  for (const [row, slots] of placement.ordered.entries()) {
    rowTops.push(y);
    const labels = slots.flatMap((slot) => placement.labels.get(slot)?.height ?? []);
    y += SYMBOL + Math.max(0, ...labels) + BELOW_NAMES;
    channelTops.push(y);
    const { height } = wiring.channels[row]!;
    const isLast = row === placement.ordered.length - 1;
    y += height + (isLast ? 8 : Math.max(DROP, HEADROOM) + 6);
  }
  const boxes = new Map(
    placement.ordered.flatMap((slots, row) =>
      slots.flatMap((slot): Array<[string, Box]> => {
        const person = placement.family.persons.get(slot);
        const label = placement.labels.get(slot);
        if (!person || !label) return [];
        const x = placement.x.get(slot)!;
        return [[slot, { person, row, x, y: rowTops[row]! + HALF_SYMBOL, label }]];
      }),
    ),
  );
  const drawn = { placement, wiring, words, boxes, channelTops, rowTops };
  const lines = placeWords(linesOf(drawn), drawn);
  return framed([...boxes.values()], lines, y);
}

/** A part with its left and upper edges at zero. */
function framed(
  boxes: readonly Box[],
  lines: readonly GenogramLine[],
  bottom: number,
): GenogramLayout {
  const sides = [
    ...boxes.flatMap(({ x, label }) => [x - label.width / 2 - 12, x + label.width / 2 + 12]),
    ...lines.flatMap((line) => extent(line)),
  ];
  const start = Math.floor(Math.min(...sides));
  const end = Math.ceil(Math.max(...sides));
  const part = { width: end - start, height: Math.ceil(bottom), boxes, lines };
  return moved(part, -start, 0);
}

function extent(line: GenogramLine): number[] {
  const points =
    line.kind === 'descent'
      ? [...line.trunk.flat(), ...line.drops.flatMap((drop) => drop.points)]
      : line.points;
  const places = points.flatMap(([x]) => [x - 6, x + 6]);
  if (line.kind === 'descent' || !line.words) return places;
  const { x, width } = line.words;
  return [...places, x - width / 2 - 2, x + width / 2 + 2];
}

function moved(part: GenogramLayout, dx: number, dy: number): GenogramLayout {
  const to = (points: readonly Point[]) => points.map(([x, y]): Point => [x + dx, y + dy]);
  return {
    ...part,
    boxes: part.boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
    lines: part.lines.map((line) =>
      line.kind === 'descent'
        ? {
            ...line,
            trunk: line.trunk.map(to),
            drops: line.drops.map((drop) => ({ ...drop, points: to(drop.points) })),
          }
        : {
            ...line,
            points: to(line.points),
            words: line.words && { ...line.words, x: line.words.x + dx, y: line.words.y + dy },
          },
    ),
  };
}

/** Parts side by side, and below each other where they would get too wide. */
function shelved(parts: readonly GenogramLayout[]): GenogramLayout {
  const widest = Math.max(WIDEST_SHELF, ...parts.map(({ width }) => width));
  const placed: GenogramLayout[] = [];
  let [x, y, height, width] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > widest) {
      y += height + BETWEEN_PARTS / 2;
      [x, height] = [0, 0];
    }
    placed.push(moved(part, x, y));
    x += part.width + BETWEEN_PARTS;
    height = Math.max(height, part.height);
    width = Math.max(width, x - BETWEEN_PARTS);
  }
  return {
    width: Math.max(0, width),
    height: y + height,
    boxes: placed.flatMap(({ boxes }) => boxes),
    lines: placed.flatMap(({ lines }) => lines),
  };
}
