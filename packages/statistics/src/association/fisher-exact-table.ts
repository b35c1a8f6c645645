import { logGamma } from '../distributions/log-gamma.ts';
import type { NotEstimable } from '../values.ts';
import { countMatrix } from './count-matrix.ts';

export type FisherExactTable =
  | { readonly kind: 'estimated'; readonly p: number; readonly n: number }
  | NotEstimable<'fewer-than-two-rows-or-columns' | 'too-many-tables'>;

/** Tables as probable as the observed one count although rounding sets them a hair above it. */
const SAME = 1e-7;

const WORK = 20_000_000;

/**
 * Fisher's exact test of a table of any size: the probability of all tables with the same margins that
 * are at most as probable as the observed one (G. H. Freeman and J. H. Halton, Biometrika 38, 1951),
 * as `fisher.test`.
 *
 * A network as in C. R. Mehta and N. R. Patel, JASA 78 (1983): lines are laid one by one, partial
 * tables with the same rest and the same probability are joined, and those whose completions all
 * count, or none does, are settled at once. Empty rows and columns say nothing and are left out.
 * @param options `work`: how many partial tables may be held or walked before it gives up; 20 million, a few
 * seconds, unless told otherwise
 * @throws RangeError when the rows differ in length or a cell is not a whole number from 0 up
 */
export function fisherExactTable(
  counts: ReadonlyArray<readonly number[]>,
  { work = WORK }: { work?: number } = {},
): FisherExactTable {
  const { rowTotals, columnTotals, n } = countMatrix(counts);
  const rows = rowTotals.filter((total) => total > 0).sort((a, b) => b - a);
  const columns = columnTotals.filter((total) => total > 0).sort((a, b) => b - a);
  if (rows.length < 2 || columns.length < 2) {
    return { kind: 'not-estimable', reason: 'fewer-than-two-rows-or-columns', n };
  }
  // The rest of the shorter side is what a partial table is known by.
  const [lines, rest] = rows.length >= columns.length ? [rows, columns] : [columns, rows];
  if ((n + 1) ** rest.length > Number.MAX_SAFE_INTEGER) return tooMany(n);
  const logFactorials = Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1));
  const logOf = (k: number) => logFactorials[k] as number;
  const sumLog = (values: readonly number[]) => values.reduce((sum, k) => sum + logOf(k), 0);
  const network = { lines, logOf, base: n + 1, work: { left: work }, memo: new Map() };
  const observed = -sumLog(counts.flat());
  // The tables' probabilities are these over the product of their cells' factorials.
  const constant = sumLog(rows) + sumLog(columns) - logOf(n);
  const p = walk(network, rest, observed + SAME, constant);
  return p === null ? tooMany(n) : { kind: 'estimated', p: Math.min(1, p), n };
}

const tooMany = (n: number) => ({ kind: 'not-estimable', reason: 'too-many-tables', n }) as const;

type Bounds = { readonly largest: number; readonly smallest: number };

type Network = {
  /** Margins of the lines, in the order in which they are laid. */
  readonly lines: readonly number[];
  readonly logOf: (k: number) => number;
  readonly base: number;
  readonly work: { left: number };
  /** Bounds of the completions, by stage and rest. */
  readonly memo: Map<string, Bounds>;
};

/** Partial tables with one rest: log of 1 / product of factorials, rounded, to how many and its value. */
type Pasts = Map<number, { value: number; many: number }>;

function walk(network: Network, start: number[], bound: number, constant: number): number | null {
  const { lines, logOf, work } = network;
  let sum = 0;
  let stage = new Map<number, { rest: number[]; pasts: Pasts }>();
  stage.set(keyOf(start, network), { rest: start, pasts: new Map([[0, { value: 0, many: 1 }]]) });
  for (let line = 0; line < lines.length; line += 1) {
    const next: typeof stage = new Map();
    const left = lines.slice(line + 1);
    const leftLog = left.reduce((total, k) => total + logOf(k), 0);
    for (const { rest, pasts } of stage.values()) {
      const steps = fillings(lines[line] as number, rest, network);
      for (const { rest: after, value: step } of steps) {
        const bounds = boundsOf(line + 1, after, network);
        if (bounds === null || work.left < 0) return null;
        // Over all completions, 1 / product of factorials adds up to this (Vandermonde).
        const size = after.reduce((total, k) => total + k, 0);
        const all = logOf(size) - leftLog - after.reduce((total, k) => total + logOf(k), 0);
        for (const past of pasts.values()) {
          work.left -= 1;
          const value = past.value + step;
          if (value + bounds.largest <= bound) {
            sum += past.many * Math.exp(value + all + constant);
          } else if (value + bounds.smallest <= bound) {
            hold(next, { rest: after, value, many: past.many }, network);
          }
        }
      }
    }
    stage = next;
  }
  return sum;
}

function hold(
  stage: Map<number, { rest: number[]; pasts: Pasts }>,
  { rest, value, many }: { rest: number[]; value: number; many: number },
  network: Network,
): void {
  const key = keyOf(rest, network);
  let node = stage.get(key);
  if (!node) {
    node = { rest, pasts: new Map() };
    stage.set(key, node);
  }
  const rounded = Math.round(value * 1e9);
  const held = node.pasts.get(rounded);
  if (held) held.many += many;
  else node.pasts.set(rounded, { value, many });
}

/** The largest and smallest log of 1 / product of factorials among all completions of a rest. */
function boundsOf(line: number, rest: number[], network: Network): Bounds | null {
  const { lines, logOf, memo, work } = network;
  if (line === lines.length) return { largest: 0, smallest: 0 };
  if (line === lines.length - 1) {
    const value = -rest.reduce((sum, k) => sum + logOf(k), 0);
    return { largest: value, smallest: value };
  }
  const key = `${line}:${keyOf(rest, network)}`;
  const known = memo.get(key);
  if (known) return known;
  let largest = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (const step of fillings(lines[line] as number, rest, network)) {
    work.left -= 1;
    const inner = boundsOf(line + 1, step.rest, network);
    if (inner === null || work.left < 0) return null;
    largest = Math.max(largest, step.value + inner.largest);
    smallest = Math.min(smallest, step.value + inner.smallest);
  }
  const bounds = { largest, smallest };
  memo.set(key, bounds);
  return bounds;
}

/** All ways to take a line of `total` out of the rest: what remains (sorted) and the line's log value. */
function fillings(total: number, rest: readonly number[], { logOf }: Network) {
  const found: { rest: number[]; value: number }[] = [];
  const line: number[] = new Array(rest.length).fill(0);
  const behind = rest.map((_, j) => rest.slice(j + 1).reduce((sum, k) => sum + k, 0));
  const place = (j: number, open: number, value: number) => {
    if (j === rest.length) {
      const after = rest.map((k, i) => k - (line[i] as number)).sort((a, b) => b - a);
      found.push({ rest: after, value });
      return;
    }
    const most = Math.min(open, rest[j] as number);
    for (let k = Math.max(0, open - (behind[j] as number)); k <= most; k += 1) {
      line[j] = k;
      place(j + 1, open - k, value - logOf(k));
    }
  };
  place(0, total, 0);
  return found;
}

function keyOf(rest: readonly number[], { base }: Network): number {
  return rest.reduce((key, k) => key * base + k, 0);
}
