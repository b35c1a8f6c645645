import { fisherExactTable } from '@tirek/statistics';
import type { WaveResponse } from './facts.ts';
import { observe } from './observations.ts';
import { countTicks } from './tables/multi-response.ts';
import type { Variable } from './variables.ts';

/** Respondents below whom nothing is said of pairs. */
const FEWEST_CASES = 30;
/** An answer needs so many who ticked it, and so many who did not, for its pairs to say anything. */
const FEWEST_TICKS = 10;
/** The commonest answers only: of six there are fifteen pairs. */
const MOST_OPTIONS = 6;
/** Expected together by chance, below which a ratio is all noise (the rule of W. G. Cochran 1954 for chi-square). */
const FEWEST_EXPECTED = 5;

export type PairedOption = { readonly id: string; readonly label: string; readonly ticks: number };

/** Two answers of one question, and how many ticked both. */
export type AnswerPair = {
  readonly one: PairedOption;
  readonly other: PairedOption;
  readonly both: number;
  /** How many would have ticked both if one had nothing to do with the other. */
  readonly expected: number;
  /** Both by expected; null where too few are expected. */
  readonly lift: number | null;
  /** The correlation of the two ticks, -1 to 1. */
  readonly phi: number;
  /** Fisher's exact test, two-sided. */
  readonly p: number;
};

export type PairedAnswers = {
  readonly options: readonly PairedOption[];
  /** What goes together most strongly first. */
  readonly pairs: readonly AnswerPair[];
  readonly cases: number;
  readonly n: number;
};

/**
 * Which answers to a question with several are ticked together; null where too few answered, or too few answers are
 * common enough. An answer that stands alone by definition ("none of these") is no part of a pair.
 */
export function pairAnswers(
  responses: readonly WaveResponse[],
  variable: Variable,
): PairedAnswers | null {
  const { cases, respondents: n, rows } = countTicks(responses, variable);
  if (n < FEWEST_CASES) return null;
  const alone = aloneIn(variable);
  const common = rows
    .filter(({ option, count }) => !alone.has(option) && isCommon(count, n))
    .slice(0, MOST_OPTIONS)
    .map(({ option, label, count }) => ({ id: option, label, ticks: count }));
  // In the order of the form: who stands first in a pair says nothing of how many ticked it.
  const options = variable.options.flatMap(({ id }) => common.filter((one) => one.id === id));
  if (options.length < 2) return null;
  const given = ticksOf(responses, variable);
  const pairs = options.flatMap((one, i) =>
    options.slice(i + 1).map((other) => {
      const both = given.filter(({ ticks }) => ticks.has(one.id) && ticks.has(other.id)).length;
      return pairOf({ one, other, both }, n);
    }),
  );
  return { options, pairs: pairs.toSorted((a, b) => b.phi - a.phi), cases, n };
}

/** Who answered, with what she ticked. */
export function ticksOf(
  responses: readonly WaveResponse[],
  variable: Variable,
): { readonly respondent: number; readonly ticks: ReadonlySet<string> }[] {
  return observe(responses, variable).flatMap((o) =>
    o.kind === 'answered' && Array.isArray(o.value)
      ? [{ respondent: o.respondent, ticks: new Set(o.value) }]
      : [],
  );
}

export const pairId = ({ one, other }: Pick<AnswerPair, 'one' | 'other'>) =>
  `${one.id}--${other.id}`;

const isCommon = (ticks: number, n: number) => ticks >= FEWEST_TICKS && n - ticks >= FEWEST_TICKS;

function pairOf(pair: Pick<AnswerPair, 'one' | 'other' | 'both'>, n: number): AnswerPair {
  const { one, other, both } = pair;
  const [a, b] = [one.ticks, other.ticks];
  const expected = (a * b) / n;
  const table = [
    [both, a - both],
    [b - both, n - a - b + both],
  ];
  const exact = fisherExactTable(table);
  if (exact.kind !== 'estimated') throw new Error('Answers that all or nobody ticked are no pair.');
  return {
    ...pair,
    expected,
    lift: expected < FEWEST_EXPECTED ? null : both / expected,
    phi: (n * both - a * b) / Math.sqrt(a * (n - a) * b * (n - b)),
    p: exact.p,
  };
}

function aloneIn({ form, linkId }: Variable): ReadonlySet<string> {
  const options = form.byLinkId.get(linkId)?.options ?? [];
  return new Set(options.filter(({ exclusive }) => exclusive).map(({ id }) => id));
}
