import type { Family } from './family.ts';
import { placeInOrder, type Wish } from './place-slots.ts';
import { isLane, type Rows } from './rows.ts';

const ROUNDS = 40;
const PARENT = 1;
const CHILD = 1;
const STRAIGHT_LANE = 3;
const BESIDE_PARTNER = 0.6;
const TOWARDS_PARTNER = 0.15;
const CARE = 0.1;
/** Keeps somebody whom nothing draws where he stands. */
const STAY = 0.05;

/**
 * Where each slot stands from left to right: children in the middle below their parents, partners side by side, lanes straight, as far
 * as the distances allow. Rows are placed one after the other, down and up, until they rest.
 * @param distanceAfter least distance from a slot to its right neighbour
 */
export function placeRows(
  ordered: readonly (readonly string[])[],
  given: { rows: Rows; family: Family; distanceAfter: (row: number, place: number) => number },
): Map<string, number> {
  const { distanceAfter } = given;
  const distances = ordered.map((row, r) => row.slice(1).map((_, i) => distanceAfter(r, i)));
  const x = new Map<string, number>();
  for (const [r, row] of ordered.entries()) {
    let at = -(distances[r] ?? []).reduce((sum, each) => sum + each, 0) / 2;
    for (const [i, slot] of row.entries()) {
      x.set(slot, at);
      at += distances[r]![i] ?? 0;
    }
  }
  const wishesOf = wishesIn(ordered, { ...given, x });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < ordered.length; i += 1) {
      const r = round % 2 === 0 ? i : ordered.length - 1 - i;
      const row = ordered[r]!;
      const places = placeInOrder(
        row.map((slot, place) => joined(wishesOf(slot, { row: r, place }))),
        distances[r]!,
      );
      for (const [place, slot] of row.entries()) x.set(slot, places[place]!);
    }
  }
  return x;
}

function joined(wishes: readonly Wish[]): Wish {
  const weight = wishes.reduce((sum, each) => sum + each.weight, 0);
  return { at: wishes.reduce((sum, each) => sum + each.at * each.weight, 0) / weight, weight };
}

function wishesIn(
  ordered: readonly (readonly string[])[],
  {
    rows,
    family,
    distanceAfter,
    x,
  }: {
    rows: Rows;
    family: Family;
    distanceAfter: (row: number, place: number) => number;
    x: ReadonlyMap<string, number>;
  },
) {
  const at = (slot: string) => x.get(slot)!;
  const mean = (slots: readonly string[]) =>
    slots.reduce((sum, s) => sum + at(s), 0) / slots.length;
  /** All that one link leads to from one row. */
  const fans = rows.steps.flatMap((steps) => {
    const links = [...new Set(steps.map(({ link }) => link))];
    return links.map((link) => {
      const own = steps.filter((step) => step.link === link);
      return { link, from: own[0]!.from, to: own.map(({ to }) => to) };
    });
  });
  const below = gathered(fans, ({ from }) => from);
  const above = gathered(fans, ({ to }) => to);
  const partners = gathered(family.couples, ({ partners: both }) => both);
  return (slot: string, { row, place }: { row: number; place: number }): Wish[] => {
    const wishes: Wish[] = [{ at: at(slot), weight: STAY }];
    for (const { link, from, to } of above.get(slot) ?? []) {
      const weight = isLane(slot) ? STRAIGHT_LANE : link.startsWith('d:') ? CHILD : CARE;
      wishes.push({ at: isLane(slot) ? mean(from) : mean(from) + at(slot) - mean(to), weight });
    }
    for (const { link, from, to } of below.get(slot) ?? []) {
      const weight = isLane(slot) ? STRAIGHT_LANE : link.startsWith('d:') ? PARENT : CARE;
      wishes.push({ at: at(slot) + mean(to) - mean(from), weight });
    }
    for (const { partners: both } of partners.get(slot) ?? []) {
      const other = both[0] === slot ? both[1] : both[0];
      if (rows.rowOf.get(other) !== row) continue;
      const line = ordered[row]!;
      if (line[place + 1] === other) {
        wishes.push({ at: at(other) - distanceAfter(row, place), weight: BESIDE_PARTNER });
      } else if (line[place - 1] === other) {
        wishes.push({ at: at(other) + distanceAfter(row, place - 1), weight: BESIDE_PARTNER });
      } else wishes.push({ at: at(other), weight: TOWARDS_PARTNER });
    }
    return wishes;
  };
}

function gathered<Thing>(
  things: readonly Thing[],
  slotsOf: (thing: Thing) => readonly string[],
): Map<string, Thing[]> {
  const bySlot = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const slot of slotsOf(thing)) bySlot.set(slot, [...(bySlot.get(slot) ?? []), thing]);
  }
  return bySlot;
}
