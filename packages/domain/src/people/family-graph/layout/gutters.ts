import { HALF_SYMBOL } from './sizes.ts';

/** Between two lines that run down side by side. */
const LINE_STEP = 9;
/** Between somebody's name and the first line beside it. */
const FIRST_LINE = 8;
const NARROWEST = 24;
const BESIDE_LANE = 14;

export type Side = 'left' | 'right';

/** A line that leaves a symbol at its side and then runs up or down beside it. */
export type Port = {
  readonly line: string;
  readonly person: string;
  readonly side: Side;
  readonly way: 'up' | 'down';
  /** How far away the other end is: the farthest leaves nearest to the symbol, so that nearer ones nest in it. */
  readonly far: number;
};

/** Where a port's line runs, told from the middle of its symbol. */
export type PortPlace = { readonly dx: number; readonly dy: number };

/** Lines straight from one partner to the next: how wide their words and marks are, and how many lines there are. */
export type StraightRun = { readonly width: number; readonly lines: number };

/** What stands between neighbours of a row, and how far from each other that makes them. */
export type Gutters = {
  readonly distanceAfter: (row: number, place: number) => number;
  readonly portOf: (line: string, person: string) => PortPlace;
  /** Middle of the free room to the right of a slot, told from the middle of the slot. */
  readonly middleAfter: (row: number, place: number) => number;
  /** How far to either side of that middle a line down may move. */
  readonly playAfter: (row: number, place: number) => number;
  readonly outerWidth: (slot: string, side: Side) => number;
};

export function guttersOf(
  ordered: readonly (readonly string[])[],
  given: {
    halfWidthOf: (slot: string) => number;
    ports: readonly Port[];
    straightAfter: (slot: string) => StraightRun | null;
    isPerson: (slot: string) => boolean;
  },
): Gutters {
  const { halfWidthOf, ports, straightAfter, isPerson } = given;
  const sides = new Map<string, Port[]>();
  for (const port of ports) {
    const key = `${port.person} ${port.side}`;
    sides.set(key, [...(sides.get(key) ?? []), port]);
  }
  for (const [key, some] of sides) {
    sides.set(
      key,
      some.toSorted((a, b) => b.far - a.far || (a.line < b.line ? -1 : 1)),
    );
  }
  const sideOf = (slot: string, side: Side) => sides.get(`${slot} ${side}`) ?? [];
  const outerWidth = (slot: string, side: Side) => {
    const count = sideOf(slot, side).length;
    return halfWidthOf(slot) + (count === 0 ? 0 : FIRST_LINE + LINE_STEP * (count - 1));
  };
  const room = (row: number, place: number): number => {
    const [one, other] = [ordered[row]![place]!, ordered[row]![place + 1]!];
    const straight = straightAfter(one);
    if (straight) return Math.max(NARROWEST, straight.width + 16);
    return isPerson(one) && isPerson(other) ? NARROWEST : BESIDE_LANE;
  };
  const portOf = (line: string, person: string): PortPlace => {
    for (const side of ['left', 'right'] as const) {
      const all = sideOf(person, side);
      const at = all.findIndex((port) => port.line === line);
      if (at < 0) continue;
      const run = straightBeside(ordered, { person, side, straightAfter });
      const dx = halfWidthOf(person) + FIRST_LINE + LINE_STEP * at;
      const dy = heightOf(all, { at, straights: run?.lines ?? 0 });
      return { dx: side === 'left' ? -dx : dx, dy };
    }
    throw new RangeError(`no such line at this person: ${line}`);
  };
  return {
    outerWidth,
    portOf,
    distanceAfter: (row, place) =>
      outerWidth(ordered[row]![place]!, 'right') +
      room(row, place) +
      outerWidth(ordered[row]![place + 1]!, 'left'),
    middleAfter: (row, place) => outerWidth(ordered[row]![place]!, 'right') + room(row, place) / 2,
    playAfter: (row, place) => room(row, place) / 2 - LINE_STEP,
  };
}

function straightBeside(
  ordered: readonly (readonly string[])[],
  given: { person: string; side: Side; straightAfter: (slot: string) => StraightRun | null },
): StraightRun | null {
  if (given.side === 'right') return given.straightAfter(given.person);
  const row = ordered.find((slots) => slots.includes(given.person)) ?? [];
  const left = row[row.indexOf(given.person) - 1];
  return left === undefined ? null : given.straightAfter(left);
}

/** Height of a port: lines that go down leave below the middle, the innermost lowest; those that go up mirror them. */
function heightOf(
  all: readonly Port[],
  { at, straights }: { at: number; straights: number },
): number {
  const { way } = all[at]!;
  const same = all.filter((port) => port.way === way);
  const inner = same.indexOf(all[at]!);
  const first = way === 'down' ? [3, 6, 12][straights]! : [3, 6, 13][straights]!;
  const step = Math.min(6, (HALF_SYMBOL - 2 - first) / Math.max(1, same.length - 1));
  const height = first + step * (same.length - 1 - inner);
  return way === 'down' ? height : -height;
}
