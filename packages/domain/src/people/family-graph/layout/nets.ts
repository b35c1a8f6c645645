import { textWidth } from '../../../drawing/text-width.ts';
import { type Channel, channelOf, type Net } from './channels.ts';
import { type Couple, type Descent, pairKey } from './family.ts';
import type { Placement } from './placement.ts';
import { isLane, unionKeys } from './rows.ts';
import { type GenogramWords, UNION_SIZE } from './sizes.ts';

/** Where the line to the children of somebody begins. */
export type Source = {
  readonly x: number;
  readonly from: /** The last of the lines straight between the two. */
    | { readonly kind: 'straight'; readonly couple: Couple }
    /** The horizontal line of a union that runs below the row. */
    | { readonly kind: 'below'; readonly line: string }
    /** Where the line of a union that comes from a row above arrives. */
    | { readonly kind: 'corner'; readonly line: string; readonly person: string }
    /** A line of its own at the side of the one parent. */
    | { readonly kind: 'side'; readonly line: string; readonly person: string };
};

export type Wiring = {
  /** By the row above: its lines, and how high each of them runs. */
  readonly channels: readonly (Channel & { readonly nets: readonly Net[] })[];
  readonly sources: ReadonlyMap<string, Source>;
};

/** Words of a line that runs below its row stand in one line above it. */
export const wordsBelow = (couple: Couple, line: string, words: GenogramWords): string => {
  const union = couple.unions.find(({ id }) => line === `u:${id}`);
  return union
    ? words
        .union(union)
        .filter((word) => word !== '')
        .join(' ')
    : '';
};

/** How often lines that lie upon each other are moved apart, and by how much. */
const ROUNDS = 6;
const ASIDE = 5;

/**
 * All lines between rows, and the heights at which they run. Where no order of heights keeps one line from running down upon another,
 * the place where it comes down on a child, or where it leaves its parents, moves a little aside.
 */
export function wired(
  placement: Placement,
  words: GenogramWords,
): { placement: Placement; wiring: Wiring } {
  const aside = new Map<string, number>();
  const moved: Placement = {
    ...placement,
    arrivals: (link, slot) => placement.arrivals(link, slot) + (aside.get(`${link} ${slot}`) ?? 0),
    sourceShift: (link) => aside.get(link) ?? 0,
  };
  for (let round = 1; ; round += 1) {
    const wiring = wiringOf(moved, words);
    const upon = wiring.channels.flatMap(clashesIn);
    if (upon.length === 0 || round === ROUNDS) return { placement: moved, wiring };
    for (const pair of upon) {
      const key = pair.map((each) => movableKey(each, { placement: moved, wiring })).find(Boolean);
      if (!key) continue;
      const before = aside.get(key) ?? 0;
      // To the right, to the left, then further: 5, -5, 10, -10.
      aside.set(key, before > 0 ? -before : ASIDE - before);
    }
  }
}

/** An upright piece of a net: above or below its level line. */
type Upright = {
  readonly net: string;
  readonly end: 'top' | 'bottom';
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** What is moved aside to move an upright piece: where it comes down, or where it leaves the parents; null where it is fixed. */
function movableKey(
  { net, end, at }: Upright,
  { placement, wiring }: { placement: Placement; wiring: Wiring },
): string | null {
  if (end === 'top') {
    const kind = wiring.sources.get(net)?.from.kind;
    return kind === 'straight' || kind === 'below' ? net : null;
  }
  const slot = placement.rows.steps
    .flat()
    .find(
      ({ link, to }) => link === net && Math.abs(arrivalX(placement, link, to) - at) < 0.01,
    )?.to;
  return slot !== undefined && (net.startsWith('d:') || isLane(slot)) ? `${net} ${slot}` : null;
}

/** Pairs of upright pieces of which one lies upon the other; pieces that come down are named first. */
function clashesIn({ nets, heights }: Wiring['channels'][number]): Array<readonly Upright[]> {
  const uprights = nets
    .flatMap((net): Upright[] => {
      const height = heights.get(net.key);
      const begin = net.hangsFrom === null ? 0 : (heights.get(net.hangsFrom) ?? 0);
      const piece = { net: net.key };
      return [
        ...net.bottom.map(
          (at): Upright => ({ ...piece, end: 'bottom', at, from: height ?? begin, to: 1e6 }),
        ),
        ...net.top.map(
          (at): Upright => ({ ...piece, end: 'top', at, from: begin, to: height ?? 1e6 }),
        ),
      ];
    })
    .toSorted((a, b) => Number(a.end === 'top') - Number(b.end === 'top'));
  return uprights.flatMap((one, i) =>
    uprights
      .slice(i + 1)
      .filter(
        (other) =>
          other.net !== one.net &&
          Math.abs(other.at - one.at) < 2.5 &&
          Math.min(one.to, other.to) - Math.max(one.from, other.from) > 4,
      )
      .map((other) => [one, other]),
  );
}

function wiringOf(placement: Placement, words: GenogramWords): Wiring {
  const { ordered, family } = placement;
  const sources = new Map(
    family.descents.map((descent) => [`d:${descent.key}`, sourceOf(descent, placement)]),
  );
  const channels = ordered.map((_, row) => {
    const nets = [
      ...levelNets(row, { placement, words }),
      ...stepNets(row, { placement, words, sources }),
    ];
    return { nets, ...channelOf(nets) };
  });
  return { channels, sources };
}

/** Place of a port's line. */
export const portX = ({ x, gutters }: Placement, line: string, person: string) =>
  x.get(person)! + gutters.portOf(line, person).dx;

/** Where the line to the children of somebody comes down on a child, or passes through a lane. */
export const arrivalX = ({ x, arrivals }: Placement, link: string, slot: string) =>
  x.get(slot)! + arrivals(link, slot);

/** Lines between two people of one row that run below it. */
function levelNets(
  row: number,
  { placement, words }: { placement: Placement; words: GenogramWords },
): Net[] {
  const { family, cares, rows, isStraight } = placement;
  const isHere = (...people: readonly string[]) => people.every((id) => rows.rowOf.get(id) === row);
  const net = (line: string, people: readonly string[], text: string): Net => ({
    key: line,
    top: people.map((person) => portX(placement, line, person)),
    bottom: [],
    wordWidth: text === '' ? 0 : textWidth(text, UNION_SIZE),
    hangsFrom: null,
  });
  return [
    ...family.couples
      .filter(({ partners }) => isHere(...partners))
      .flatMap((couple) =>
        unionKeys(couple)
          .filter((line) => !isStraight(line))
          .map((line) => net(line, couple.partners, wordsBelow(couple, line, words))),
      ),
    ...cares
      .filter(({ carer, ward }) => carer !== ward && isHere(carer, ward))
      .map((care) => net(`c:${care.id}`, [care.carer, care.ward], words.care(care))),
  ];
}

/** Lines that lead from a row to the next. */
function stepNets(
  row: number,
  {
    placement,
    words,
    sources,
  }: { placement: Placement; words: GenogramWords; sources: ReadonlyMap<string, Source> },
): Net[] {
  const { rows } = placement;
  const steps = rows.steps[row] ?? [];
  return rows.links.flatMap((link): Net[] => {
    const own = steps.filter((step) => step.link === link.key);
    const [first] = own;
    if (!first) return [];
    const comesFromLane = isLane(first.from[0]!);
    if (link.kind === 'descent') {
      const source = sources.get(link.key)!;
      return [
        {
          key: link.key,
          top: [comesFromLane ? arrivalX(placement, link.key, first.from[0]!) : source.x],
          bottom: own.map(({ to }) => arrivalX(placement, link.key, to)),
          wordWidth: 0,
          hangsFrom: !comesFromLane && source.from.kind === 'below' ? source.from.line : null,
        },
      ];
    }
    const end = (slot: string) => (isLane(slot) ? arrivalX : portX)(placement, link.key, slot);
    const text =
      link.kind === 'care' ? words.care(link.care) : wordsBelow(link.couple, link.key, words);
    const net = { top: [end(first.from[0]!)], bottom: [end(first.to)] };
    const [a, b] = [net.top[0]!, net.bottom[0]!];
    // Words stand where the line leaves; one that runs straight down has no place for them.
    const width = comesFromLane || Math.abs(a - b) < 0.5 ? 0 : textWidth(text, UNION_SIZE);
    return [{ key: link.key, ...net, wordWidth: text === '' ? 0 : width, hangsFrom: null }];
  });
}

function sourceOf(descent: Descent, placement: Placement): Source {
  const { family, rows, x, gutters, ordered, straightRight, isStraight } = placement;
  const line = `d:${descent.key}`;
  if (descent.parents.length === 1) {
    const [person] = descent.parents;
    return { x: portX(placement, line, person), from: { kind: 'side', line, person } };
  }
  /** Middle of what the line leads to in the next row: above it, it runs straight down. */
  const aim = (link: string, row: number) => {
    const below = (rows.steps[row] ?? []).filter((step) => step.link === link);
    const places = below.map(({ to }) => arrivalX(placement, link, to));
    return (Math.min(...places) + Math.max(...places)) / 2;
  };
  const isAlone = (link: string, row: number) =>
    (rows.steps[row] ?? []).filter((step) => step.link === link).length === 1;
  const [one, other] = descent.parents;
  const couple = family.couples.find(({ key }) => key === pairKey(one, other))!;
  const rowOf = (person: string) => rows.rowOf.get(person)!;
  if (rowOf(one) !== rowOf(other)) {
    const person = rowOf(one) > rowOf(other) ? one : other;
    const union = unionKeys(couple).at(-1)!;
    return { x: portX(placement, union, person), from: { kind: 'corner', line: union, person } };
  }
  const left = [one, other].find((person) => straightRight.get(person)?.key === couple.key);
  if (left !== undefined) {
    const row = rowOf(left);
    const place = ordered[row]!.indexOf(left);
    const middle = x.get(left)! + gutters.middleAfter(row, place);
    // One child stands right below where it can; several hang from the middle.
    const at = isAlone(line, row)
      ? within(aim(line, row), middle, gutters.playAfter(row, place))
      : middle;
    return { x: at + placement.sourceShift(line), from: { kind: 'straight', couple } };
  }
  const union = unionKeys(couple)
    .filter((key) => !isStraight(key))
    .at(-1)!;
  const [from, to] = [one, other]
    .map((person) => portX(placement, union, person))
    .toSorted((a, b) => a - b) as [number, number];
  const play = (to - from) / 2 - Math.min(10, (to - from) / 3);
  const at = within(aim(line, rowOf(one)), (from + to) / 2, play);
  return { x: at + placement.sourceShift(line), from: { kind: 'below', line: union } };
}

const within = (wanted: number, middle: number, play: number) =>
  Math.min(middle + play, Math.max(middle - play, wanted));
