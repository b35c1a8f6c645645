import { textWidth, wrapText } from '../../../drawing/text-width.ts';
import type { Care, GraphPerson } from '../family-graph.ts';
import { type Arrivals, arrivalsOf } from './arrivals.ts';
import type { Couple, Family } from './family.ts';
import { generationsOf } from './generations.ts';
import { type Gutters, guttersOf, type Port, type Side, type StraightRun } from './gutters.ts';
import { orderRows } from './order-rows.ts';
import { placeRows } from './place-rows.ts';
import { isLane, type Rows, rowsOf, unionKeys } from './rows.ts';
import {
  type GenogramWords,
  HALF_SYMBOL,
  LABEL_GAP,
  NAME_LINE,
  NAME_SIZE,
  NAME_WIDTH,
  NOTE_LINE,
  NOTE_SIZE,
  SYMBOL,
  UNION_SIZE,
} from './sizes.ts';

/** What stands below a symbol. */
export type Label = {
  readonly name: readonly string[];
  readonly notes: readonly string[];
  readonly width: number;
  readonly height: number;
};

/** Lines straight from one partner to the next, at most so many; others run below. */
const STRAIGHT_LINES = 2;

/** Room for the sign of how a union ended, beside its words. */
const END_MARK = 22;

/** Who stands where from left to right, and on which side lines leave. */
export type Placement = {
  readonly family: Family;
  readonly cares: readonly Care[];
  readonly rows: Rows;
  readonly ordered: readonly (readonly string[])[];
  readonly x: ReadonlyMap<string, number>;
  readonly arrivals: Arrivals;
  /** How far the line to the children was moved from where it would leave its parents. */
  readonly sourceShift: (link: string) => number;
  readonly gutters: Gutters;
  readonly labels: ReadonlyMap<string, Label>;
  /** The couple whose lines run straight to the right of somebody. */
  readonly straightRight: ReadonlyMap<string, Couple>;
  readonly isStraight: (line: string) => boolean;
};

export function placementOf(
  family: Family,
  { cares, words }: { cares: readonly Care[]; words: GenogramWords },
): Placement {
  const generations = generationsOf(family, { cares });
  const rows = rowsOf(family, { generations, cares });
  const ordered = orderRows(rows, family);
  const labels = new Map([...family.persons].map(([id, person]) => [id, labelOf(person, words)]));
  const straightRight = straightCouples(ordered, family);
  const straightLines = new Set(
    [...straightRight.values()].flatMap((couple) => unionKeys(couple).slice(0, STRAIGHT_LINES)),
  );
  const halfWidthOf = (slot: string) => (labels.get(slot)?.width ?? 0) / 2;
  const base = {
    halfWidthOf,
    straightAfter: (slot: string) => {
      const couple = straightRight.get(slot);
      return couple ? straightRun(couple, words) : null;
    },
    isPerson: (slot: string) => !isLane(slot),
  };
  const place = (gutters: Gutters) =>
    placeRows(ordered, { rows, family, distanceAfter: gutters.distanceAfter });
  const rough = place(guttersOf(ordered, { ...base, ports: [] }));
  const isStraight = (line: string) => straightLines.has(line);
  const ports = portsOf({ family, cares, rows, straightRight, rough, isStraight });
  const gutters = guttersOf(ordered, { ...base, ports });
  const x = place(gutters);
  return {
    family,
    cares,
    rows,
    ordered,
    x,
    arrivals: arrivalsOf(family, x),
    sourceShift: () => 0,
    gutters,
    labels,
    straightRight,
    isStraight,
  };
}

function labelOf(person: GraphPerson, words: GenogramWords): Label {
  const name = wrapText(words.name(person.id), {
    width: NAME_WIDTH,
    size: NAME_SIZE,
    weight: 'bold',
  });
  const notes = words
    .notes(person)
    .flatMap((note) => wrapText(note, { width: NAME_WIDTH, size: NOTE_SIZE }));
  const width = Math.max(
    SYMBOL + 8,
    ...name.map((line) => textWidth(line, NAME_SIZE, 'bold')),
    ...notes.map((line) => textWidth(line, NOTE_SIZE)),
  );
  const height = LABEL_GAP + name.length * NAME_LINE + notes.length * NOTE_LINE;
  return { name, notes, width, height };
}

/** Words of the lines straight between two people: one line has them in two lines, two have them in one each. */
export function straightWords(couple: Couple, words: GenogramWords): string[][] {
  const told = couple.unions.slice(0, STRAIGHT_LINES).map((union) => {
    return words.union(union).filter((word) => word !== '');
  });
  return told.length > 1 ? told.map((each) => [each.join(' ')]) : told;
}

function straightRun(couple: Couple, words: GenogramWords): StraightRun {
  const told = straightWords(couple, words);
  const marks = couple.unions.some(({ end }) => end !== null) ? END_MARK : 0;
  const width = marks + Math.max(16, ...told.flat().map((line) => textWidth(line, UNION_SIZE)));
  return { width, lines: Math.max(1, told.length) };
}

function straightCouples(
  ordered: readonly (readonly string[])[],
  { couples }: Family,
): Map<string, Couple> {
  const right = new Map<string, Couple>();
  for (const row of ordered) {
    for (const [i, slot] of row.entries()) {
      const couple = couples.find(
        ({ partners }) => partners.includes(slot) && partners.includes(row[i + 1] ?? ''),
      );
      if (couple) right.set(slot, couple);
    }
  }
  return right;
}

type Known = Pick<Placement, 'family' | 'cares' | 'rows' | 'straightRight' | 'isStraight'> & {
  readonly rough: ReadonlyMap<string, number>;
};

/** Where every line that is not straight leaves and arrives. */
function portsOf(known: Known): Port[] {
  const { family, cares, rows, rough, isStraight } = known;
  const at = (slot: string) => rough.get(slot)!;
  const rowOf = (slot: string) => rows.rowOf.get(slot)!;
  const between = (line: string, one: string, other: string): Port[] =>
    [[one, other] as const, [other, one] as const].map(([person, far]) => ({
      line,
      person,
      side: towards(at(far) - at(person), { person, known }),
      way: rowOf(person) > rowOf(far) ? 'up' : 'down',
      far: Math.abs(at(far) - at(person)),
    }));
  return [
    ...family.couples.flatMap((couple) =>
      unionKeys(couple)
        .filter((line) => !isStraight(line))
        .flatMap((line) => between(line, ...couple.partners)),
    ),
    ...cares
      .filter(({ carer, ward }) => family.persons.has(carer) && family.persons.has(ward))
      .flatMap(({ id, carer, ward }) => between(`c:${id}`, carer, ward)),
    ...family.descents.flatMap(({ key, parents, children }): Port[] => {
      if (parents.length === 2) return [];
      const [person] = parents;
      const mean = children.reduce((sum, { child }) => sum + at(child), 0) / children.length;
      const side = towards(mean - at(person), { person, known });
      return [{ line: `d:${key}`, person, side, way: 'down', far: Math.abs(mean - at(person)) }];
    }),
  ];
}

/** The side that looks to the other end; right below or above, the one that has no partner beside it. */
function towards(way: number, { person, known }: { person: string; known: Known }): Side {
  if (Math.abs(way) > HALF_SYMBOL) return way > 0 ? 'right' : 'left';
  return known.straightRight.has(person) ? 'left' : 'right';
}
