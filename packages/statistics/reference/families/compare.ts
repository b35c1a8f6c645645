import {
  type Adjustment,
  adjustP,
  cohenD,
  cohenDPaired,
  hedgesG,
  hedgesGPaired,
  kruskalWallis,
  mannWhitney,
  oneSampleTTest,
  oneWayAnova,
  pairedTTest,
  studentTTest,
  welchAnova,
  welchTTest,
  wilcoxonSignedRank,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/compare.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';
import { NIST_ANOVA } from '../nist-anova.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });
// Differences may be 0: measured against a thousandth.
const UNIT = 1e-3;

type Column = (number | null)[];
type Pair = { x: Column; y: Column; level: number };
type Ranked = { normal: number; exact: number | null };
type TwoReference = Pair & {
  student: object;
  welch: object | null;
  cohenD: object;
  hedgesG: object;
  mannWhitney: Ranked & { u: number };
};
type PairedReference = Pair & {
  t: object;
  one: object;
  cohenD: object;
  hedgesG: object;
  signedRank: Ranked & { v: number; n: number; zeros: number };
};
type GroupsReference = {
  groups: Column[];
  anova: object;
  welch: object | null;
  kruskal: object;
};
type AdjustedReference = Record<'p' | 'holm' | 'bh' | 'bonferroni', Column>;

const TWO = reference.two as unknown as Record<string, TwoReference>;
const PAIRED = reference.paired as unknown as Record<string, PairedReference>;
const GROUPS = reference.groups as unknown as Record<string, GroupsReference>;
const ADJUSTED = reference.adjusted as unknown as Record<string, AdjustedReference>;

function where<Entry>(entries: Record<string, Entry>, has: (entry: Entry) => unknown) {
  return Object.fromEntries(Object.entries(entries).filter(([, entry]) => has(entry)));
}

export const COMPARE: readonly Comparison[] = [
  comparison(about('studentTTest', 'stats::t.test'), TWO, (d) =>
    largestError(studentTTest(d.x, d.y, d.level), d.student, UNIT),
  ),
  comparison(
    about('welchTTest', 'stats::t.test'),
    where(TWO, (d) => d.welch),
    (d) => largestError(welchTTest(d.x, d.y, d.level), d.welch, UNIT),
  ),
  comparison(about('pairedTTest', 'stats::t.test'), PAIRED, (d) =>
    largestError(pairedTTest(d.x, d.y, d.level), d.t, UNIT),
  ),
  comparison(about('oneSampleTTest', 'stats::t.test'), PAIRED, (d) => {
    const kept = d.x.map((value, i) => (d.y[i] === null ? null : value));
    return largestError(oneSampleTTest(kept, 4.5, d.level), d.one, UNIT);
  }),
  comparison(about('cohenD', 'effectsize, noncentral t'), TWO, (d) =>
    largestError(cohenD(d.x, d.y, d.level), d.cohenD, UNIT),
  ),
  comparison(about('hedgesG', 'effectsize, noncentral t'), TWO, (d) =>
    largestError(hedgesG(d.x, d.y, d.level), d.hedgesG, UNIT),
  ),
  comparison(about('cohenDPaired', 'noncentral t'), PAIRED, (d) =>
    largestError(cohenDPaired(d.x, d.y, d.level), d.cohenD, UNIT),
  ),
  comparison(about('hedgesGPaired', 'noncentral t'), PAIRED, (d) =>
    largestError(hedgesGPaired(d.x, d.y, d.level), d.hedgesG, UNIT),
  ),
  comparison(about('mannWhitney', 'stats::wilcox.test, coin'), TWO, (d) => {
    const { u, normal, exact } = d.mannWhitney;
    const approximate = mannWhitney(d.x, d.y, { method: 'normal' });
    const counted = exact === null ? 0 : largestError(mannWhitney(d.x, d.y), { u, p: exact });
    return Math.max(largestError(approximate, { u, p: normal }), counted);
  }),
  comparison(about('wilcoxonSignedRank', 'stats::wilcox.test, coin'), PAIRED, (d) => {
    const { normal, exact, ...rest } = d.signedRank;
    // Differences of decimals tie only once they are rounded.
    const gaps = d.x.map((x, i) => {
      const y = d.y[i];
      return x === null || y === null || y === undefined ? null : Math.round((x - y) * 1e6) / 1e6;
    });
    const none = gaps.map(() => 0);
    const approximate = wilcoxonSignedRank(gaps, none, { method: 'normal' });
    const counted =
      exact === null ? 0 : largestError(wilcoxonSignedRank(gaps, none), { ...rest, p: exact });
    return Math.max(largestError(approximate, { ...rest, p: normal }), counted);
  }),
  comparison(about('kruskalWallis', 'stats::kruskal.test, all splits'), GROUPS, (d) =>
    largestError(kruskalWallis(d.groups), d.kruskal),
  ),
  comparison(about('oneWayAnova', 'stats::lm, oneway.test, noncentral F'), GROUPS, (d) =>
    largestError(oneWayAnova(d.groups), d.anova, UNIT),
  ),
  ...NIST_ANOVA.map(({ name, groups, certified, tolerance }) =>
    comparison(
      { name: 'oneWayAnova', against: `NIST StRD ${name}`, tolerance },
      { [name]: certified },
      (expected) => largestError(oneWayAnova(groups), expected),
    ),
  ),
  comparison(
    about('welchAnova', 'stats::oneway.test'),
    where(GROUPS, (d) => d.welch),
    (d) => largestError(welchAnova(d.groups), d.welch, UNIT),
  ),
  comparison(about('adjustP', 'stats::p.adjust'), ADJUSTED, ({ p, ...expected }) => {
    const at = (method: Adjustment) => adjustP(p, method);
    const actual = { holm: at('holm'), bh: at('benjamini-hochberg'), bonferroni: at('bonferroni') };
    return largestError(actual, expected);
  }),
];
