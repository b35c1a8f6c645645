import type { CodedValue, DataVariable } from '../data-table.ts';

/** One way of telling the values of a key, from exact to not at all. */
export type Level = {
  readonly kind: 'exact' | 'bands' | 'merged' | 'withheld';
  /** Which group each distinct value falls into, by its place. */
  readonly groupOf: readonly number[];
  readonly groups: number;
  /** What is lost: 0 where all is told, the number of rows with a value where nothing is. */
  readonly cost: number;
  /** Half-open, rising; of bands only. */
  readonly starts: readonly number[];
};

/** A key of a table, with every way in which it may be told. */
export type Key = {
  readonly place: number;
  readonly variable: DataVariable;
  /** Told values, rising, each once. */
  readonly distinct: readonly number[];
  /** Of each row the place of its value in `distinct`, or, from its length on, the code of its reason less one. */
  readonly tokens: Int32Array;
  readonly levels: readonly Level[];
};

/** Rows by distinct value. */
export type Spread = { readonly distinct: readonly number[]; readonly counts: readonly number[] };

const MOST_BANDS = 40;

/**
 * Every way of telling a key, the finest first.
 * @param least rows that stand in the first and the last band, and in every group of merged options
 */
export function levelsOf(variable: DataVariable, spread: Spread, least: number): Level[] {
  const { distinct, counts } = spread;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const exact: Level = {
    kind: 'exact',
    groupOf: distinct.map((_, i) => i),
    groups: distinct.length,
    cost: 0,
    starts: [],
  };
  const withheld: Level = {
    kind: 'withheld',
    groupOf: distinct.map(() => 0),
    groups: 1,
    cost: rows,
    starts: [],
  };
  const between = variable.kind === 'coded' ? mergedLevels(variable, spread, least) : [];
  const bands = variable.kind === 'number' ? bandLevels(spread, least) : [];
  const seen = new Set([exact.groupOf.join()]);
  const others = [...between, ...bands].filter(({ groups, groupOf }) => {
    const isNew = groups > 1 && !seen.has(groupOf.join());
    seen.add(groupOf.join());
    return isNew;
  });
  return [exact, ...others, withheld];
}

/** Half-open bands of round widths; the ends are open, and joined until enough rows stand in them. */
function bandLevels({ distinct, counts }: Spread, least: number): Level[] {
  const [low = 0, high = 0] = [distinct[0], distinct.at(-1)];
  const unit = distinct.every(Number.isInteger) ? 1 : 0;
  return roundWidths(high - low, unit).map((width): Level => {
    const regular: number[] = [];
    const first = Math.floor(low / width) * width;
    for (let start = first; start <= high; start += width) regular.push(start);
    const starts = joinedEnds(regular, { distinct, counts }, least);
    const groupOf = distinct.map((value) =>
      Math.max(
        0,
        starts.findLastIndex((start) => value >= start),
      ),
    );
    const cost = distinct.reduce((sum, _, i) => {
      const group = groupOf[i]!;
      const from = Math.max(low, starts[group]!);
      const last = Math.min(high, (starts[group + 1] ?? high + unit) - unit);
      return sum + counts[i]! * (high > low ? (last - from) / (high - low) : 0);
    }, 0);
    return { kind: 'bands', groupOf, groups: starts.length, cost, starts };
  });
}

/** 1, 2, 5, 10 and so on, from the first that gives few enough bands to the last that gives two. */
function roundWidths(range: number, unit: number): number[] {
  if (!(range > 0)) return [];
  const widths: number[] = [];
  for (let power = -6; power <= 12; power += 1) {
    for (const digit of [1, 2, 5]) {
      const width = digit * 10 ** power;
      const isFine = width >= unit && range / width <= MOST_BANDS;
      if (isFine && width <= range) widths.push(width);
    }
  }
  return widths;
}

/** Bands at either end in which too few stand join their neighbours. */
function joinedEnds(
  starts: readonly number[],
  { distinct, counts }: Spread,
  least: number,
): number[] {
  const rowsIn = (from: number, below: number) =>
    distinct.reduce(
      (sum, value, i) => (value >= from && value < below ? sum + counts[i]! : sum),
      0,
    );
  const joined = [...starts];
  while (joined.length > 1 && rowsIn(Number.NEGATIVE_INFINITY, joined[1]!) < least) {
    joined.splice(1, 1);
  }
  while (joined.length > 1 && rowsIn(joined.at(-1)!, Number.POSITIVE_INFINITY) < least) {
    joined.pop();
  }
  return joined;
}

/** Options put together: neighbours where they have an order, else the rare ones. */
function mergedLevels(variable: DataVariable, spread: Spread, least: number): Level[] {
  const { distinct, counts } = spread;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const thresholds = [least, rows / 16, rows / 8, rows / 4, rows / 3].filter(
    (threshold) => threshold >= least,
  );
  return thresholds.map((threshold): Level => {
    const groupOf =
      variable.measure === 'ordinal'
        ? joinedNeighbours(counts, threshold)
        : joinedRare(counts, threshold);
    const groups = Math.max(-1, ...groupOf) + 1;
    const cost = groupOf.reduce((sum, group, i) => {
      const options = groupOf.filter((other) => other === group).length;
      return sum + (counts[i]! * (options - 1)) / Math.max(1, distinct.length - 1);
    }, 0);
    return { kind: 'merged', groupOf, groups, cost, starts: [] };
  });
}

function joinedNeighbours(counts: readonly number[], threshold: number): number[] {
  const groupOf: number[] = [];
  let group = 0;
  let standing = 0;
  for (const count of counts) {
    if (standing >= threshold) {
      group += 1;
      standing = 0;
    }
    groupOf.push(group);
    standing += count;
  }
  // Too few in the last: they join the ones before.
  return standing >= threshold || group === 0
    ? groupOf
    : groupOf.map((each) => Math.min(each, group - 1));
}

function joinedRare(counts: readonly number[], threshold: number): number[] {
  const rising = counts.map((_, i) => i).sort((a, b) => counts[a]! - counts[b]! || a - b);
  const rare = new Set<number>();
  let together = 0;
  for (const i of rising) {
    if (counts[i]! >= threshold && (rare.size === 0 || together >= threshold)) break;
    rare.add(i);
    together += counts[i]!;
  }
  let group = 0;
  const kept = counts.map((_, i) => (rare.has(i) ? -1 : group++));
  return kept.map((each) => (each === -1 ? group : each));
}

/** The codes of merged options: those that stand alone keep theirs unless the order would suffer. */
export function mergedValues(
  { values, measure }: DataVariable,
  { groupOf }: Level,
  distinct: readonly number[],
): { readonly values: readonly CodedValue[]; readonly codeOf: ReadonlyMap<number, number> } {
  const highest = Math.max(...values.map(({ value }) => value));
  const members = new Map<number, CodedValue[]>();
  for (const value of values) {
    const place = distinct.indexOf(value.value);
    // What nobody chose stands for itself.
    const group = place === -1 ? -1 - value.value : groupOf[place]!;
    members.set(group, [...(members.get(group) ?? []), value]);
  }
  const codeOf = new Map<number, number>();
  let next = highest;
  const told = [...members.values()].map((options, i): CodedValue => {
    const [only] = options;
    const isAlone = options.length === 1 && only !== undefined;
    if (!isAlone) next += 1;
    const code = measure === 'ordinal' ? i + 1 : isAlone ? only.value : next;
    for (const { value } of options) codeOf.set(value, code);
    if (isAlone) return { ...only, value: code };
    const languages = ['kk', 'ru', 'en'] as const;
    return {
      value: code,
      id: options.map(({ id }) => id).join('+'),
      label: options.map(({ label }) => label).join(' / '),
      labels: Object.fromEntries(
        languages.flatMap((language) => {
          const each = options.map(({ labels }) => labels[language]);
          return each.includes(undefined) ? [] : [[language, each.join(' / ')]];
        }),
      ),
    };
  });
  return { values: told, codeOf };
}
