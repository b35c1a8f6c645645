import type { Risk } from '../disclosure/risks.ts';

/**
 * Everything that a report tells about the answers to one question, or to the items of one scale: who
 * there is (`kinds`, such as the mothers who rent) and what is told of them (`claims`, such as a row of
 * a table, a mean, a band). Numbers of one subject are held against each other.
 */
export type Subject = {
  readonly id: string;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly claims: readonly Claim[];
  /** Sums that a report tells in any case: how many answered. */
  readonly known: readonly Terms[];
};

/** Respondents behind the cases of a kind, one entry a case: a mother of three stands there three times. */
export type Kind = readonly number[];

export type Terms = ReadonlyMap<string, number>;

/** One number that a report might tell, by the key under which tables look it up. */
export type Claim = {
  readonly key: string;
  /** Weighted sums of kinds that whoever is told the number can write down. */
  readonly sums: readonly Terms[];
  /** Kinds of which it is a part, for a count; null for means and squares. */
  readonly base: readonly string[] | null;
  /** What is lost without it; a count has 1 + log2(1 + count). */
  readonly loss: number | 'count';
};

export type ToldSubject = {
  readonly told: ReadonlySet<string>;
  /** Keys of all claims, told or not. What has none is bound to no count. */
  readonly claimed: ReadonlySet<string>;
  readonly risks: ReadonlyMap<string, Risk>;
  /** Numbers hidden only because others follow from them. */
  readonly complementary: number;
  readonly proved: number;
};

/** The sum of some kinds. */
export function sumOf(kinds: Iterable<string>): Terms {
  return new Map([...kinds].map((kind) => [kind, 1]));
}

/** A count of some kinds among the kinds of `base`. */
export function countClaim(key: string, kinds: readonly string[], base: readonly string[]): Claim {
  return { key, sums: [sumOf(kinds)], base, loss: 'count' };
}

/** The two numbers that mean and standard deviation stand for: the sum of values, and that of their squares. */
export function momentClaims(prefix: string, values: ReadonlyMap<string, number>): Claim[] {
  const squares = new Map([...values].map(([kind, value]) => [kind, value * value]));
  return [
    { key: `${prefix} mean`, sums: [values], base: null, loss: 4 },
    { key: `${prefix} spread`, sums: [squares], base: null, loss: 2 },
  ];
}

/** Sorts cases into kinds; kinds that nobody is of are kept, since outsiders do not know that. */
export function kindsFrom(
  names: readonly string[],
  cases: ReadonlyArray<{ readonly kind: string | null; readonly respondent: number }>,
): Map<string, number[]> {
  const kinds = new Map(names.map((name): [string, number[]] => [name, []]));
  for (const { kind, respondent } of cases) {
    if (kind !== null) kinds.get(kind)?.push(respondent);
  }
  return kinds;
}
