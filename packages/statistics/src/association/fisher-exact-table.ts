import { logGamma } from '../distributions/log-gamma.ts';
import type { NotEstimable } from '../values.ts';
import { countMatrix } from './count-matrix.ts';
import { PartialTables } from './partial-tables.ts';

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
  const sumLog = (values: readonly number[]) => sumOfLogs(values, logFactorials);
  const network: Network = {
    lines,
    logFactorials,
    base: n + 1,
    work: { left: work },
    known: new Map(),
  };
  const observed = -sumLog(counts.flat());
  // The tables' probabilities are these over the product of their cells' factorials.
  const constant = sumLog(rows) + sumLog(columns) - (logFactorials[n] as number);
  const p = walk(network, rest, { bound: observed + SAME, constant });
  return p === null ? tooMany(n) : { kind: 'estimated', p: Math.min(1, p), n };
}

const tooMany = (n: number) => ({ kind: 'not-estimable', reason: 'too-many-tables', n }) as const;

type Network = {
  /** Margins of the lines, in the order in which they are laid. */
  readonly lines: readonly number[];
  readonly logFactorials: Float64Array;
  readonly base: number;
  readonly work: { left: number };
  /** What was found out about rests, by key; how much is left tells after which line. */
  readonly known: Map<number, Rest>;
};

/** What is left of the shorter side once some lines are laid, its parts in falling order. */
type Rest = {
  readonly parts: readonly number[];
  /** Sum of the logs of the parts' factorials. */
  readonly log: number;
  steps: Steps | null;
  bounds: Bounds | null;
};
/** All ways to lay the next line: what is left then, and the log of 1 / product of the line's cells' factorials. */
type Steps = { readonly afters: readonly Rest[]; readonly values: readonly number[] };
type Bounds = { readonly largest: number; readonly smallest: number };

function walk(
  network: Network,
  start: readonly number[],
  { bound, constant }: { bound: number; constant: number },
): number | null {
  const { lines, logFactorials, work } = network;
  let sum = 0;
  let stage = new Map<Rest, PartialTables[]>();
  stage.set(restOf(start, network), [new PartialTables([0], [1])]);
  for (let line = 0; line < lines.length; line += 1) {
    const next: typeof stage = new Map();
    const left = lines.slice(line + 1);
    const size = left.reduce((total, k) => total + k, 0);
    const leftLog = (logFactorials[size] as number) - sumOfLogs(left, logFactorials);
    for (const [rest, runs] of stage) {
      const tables = runs.reduceRight((joined, run) => joined.joinedWith(run));
      const { size: held, largest } = tables;
      const sums = tables.runningSums();
      const { afters, values } = stepsFrom(line, rest, network);
      for (let i = 0; i < afters.length; i += 1) {
        const after = afters[i] as Rest;
        const value = values[i] as number;
        const bounds = boundsOf(line + 1, after, network);
        if (bounds === null || work.left < 0) return null;
        work.left -= held;
        const counting = tables.upTo(bound - bounds.largest - value);
        if (counting > 0) {
          // Over all completions, 1 / product of factorials adds up to this (Vandermonde).
          const all = leftLog - after.log;
          const log = largest + value + all + constant;
          sum += (sums[counting - 1] as number) * Math.exp(log);
        }
        const open = tables.upTo(bound - bounds.smallest - value);
        if (open <= counting) continue;
        const run = tables.part({ from: counting, to: open, value });
        const others = next.get(after);
        if (others) collect(others, run);
        else next.set(after, [run]);
      }
    }
    stage = next;
  }
  return sum;
}

/** Adds a run and joins those at the end that are about as long, so that none is merged more than a few times. */
function collect(runs: PartialTables[], run: PartialTables): void {
  let last = run;
  for (;;) {
    const before = runs.at(-1);
    if (!before || before.size > 2 * last.size) break;
    runs.pop();
    last = before.joinedWith(last);
  }
  runs.push(last);
}

/** The largest and smallest log of 1 / product of factorials among all completions of a rest. */
function boundsOf(line: number, rest: Rest, network: Network): Bounds | null {
  const { lines, work } = network;
  if (rest.bounds) return rest.bounds;
  if (line === lines.length) return { largest: 0, smallest: 0 };
  if (line === lines.length - 1) return { largest: -rest.log, smallest: -rest.log };
  let largest = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  const { afters, values } = stepsFrom(line, rest, network);
  for (let i = 0; i < afters.length; i += 1) {
    const value = values[i] as number;
    work.left -= 1;
    const inner = boundsOf(line + 1, afters[i] as Rest, network);
    if (inner === null || work.left < 0) return null;
    largest = Math.max(largest, value + inner.largest);
    smallest = Math.min(smallest, value + inner.smallest);
  }
  rest.bounds = { largest, smallest };
  return rest.bounds;
}

function stepsFrom(line: number, rest: Rest, network: Network): Steps {
  if (rest.steps) return rest.steps;
  const { lines, logFactorials } = network;
  const { parts } = rest;
  const afters: Rest[] = [];
  const values: number[] = [];
  const remaining = [...parts];
  const behind = parts.map((_, j) => parts.slice(j + 1).reduce((sum, k) => sum + k, 0));
  const last = parts.length - 1;
  const place = (j: number, open: number, value: number) => {
    const part = parts[j] as number;
    if (j === last) {
      remaining[j] = part - open;
      afters.push(restOf(remaining, network));
      values.push(value - (logFactorials[open] as number));
      return;
    }
    const most = Math.min(open, part);
    for (let k = Math.max(0, open - (behind[j] as number)); k <= most; k += 1) {
      remaining[j] = part - k;
      place(j + 1, open - k, value - (logFactorials[k] as number));
    }
  };
  place(0, lines[line] as number, 0);
  rest.steps = { afters, values };
  return rest.steps;
}

function restOf(unordered: readonly number[], { known, base, logFactorials }: Network): Rest {
  const parts = unordered.slice();
  // A handful of parts, nearly in order already: put in place one by one.
  for (let i = 1; i < parts.length; i += 1) {
    const part = parts[i] as number;
    let j = i;
    for (; j > 0 && (parts[j - 1] as number) < part; j -= 1) parts[j] = parts[j - 1] as number;
    parts[j] = part;
  }
  let key = 0;
  for (let i = 0; i < parts.length; i += 1) key = key * base + (parts[i] as number);
  const before = known.get(key);
  if (before) return before;
  const rest = { parts, log: sumOfLogs(parts, logFactorials), steps: null, bounds: null };
  known.set(key, rest);
  return rest;
}

function sumOfLogs(values: readonly number[], logFactorials: Float64Array): number {
  let sum = 0;
  for (const k of values) sum += logFactorials[k] as number;
  return sum;
}
