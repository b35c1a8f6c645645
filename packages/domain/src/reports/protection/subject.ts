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
  /** Set for numbers, whose kinds are so wide. */
  readonly step?: number;
};

/** Respondents behind the cases of a kind, one entry a case: a mother of three stands there three times. */
export type Kind = readonly number[];

export type Terms = ReadonlyMap<string, number>;

/** One number that a report might tell, by the key under which tables look it up. */
export type Claim = {
  readonly key: string;
  /** Kinds of the people behind it. */
  readonly about: readonly string[];
  /** Weighted sums of kinds that whoever is told the number can write down; none for a median or an alpha. */
  readonly sums: readonly Terms[];
  /** Kinds of which it counts a part; null for means and whatever else is no count. */
  readonly base: readonly string[] | null;
  /** What is lost without it; a count has 1 + log2(1 + count). */
  readonly loss: number | 'count';
  /** What most readers look for, and look for next: told if there is any way to. */
  readonly wanted?: 'first' | 'second';
};

export type ToldSubject = {
  readonly told: ReadonlySet<string>;
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
  return { key, about: kinds, sums: [sumOf(kinds)], base, loss: 'count' };
}

/**
 * What is told of a distribution beside its counts, by a prefix of keys: `typical` stands for median,
 * quartiles and alpha, `mean` and `spread` for the sums that mean and standard deviation are made of.
 *
 * @param about kinds of everybody who has a value
 * @param sums the sums that a mean and a spread fix exactly, as far as they are sums of kinds
 */
export function summaryClaims(
  prefix: string,
  about: readonly string[],
  {
    mean = [],
    spread = [],
    ...rest
  }: { mean?: readonly Terms[]; spread?: readonly Terms[] } & Pick<Claim, 'wanted'> = {},
): Claim[] {
  return [
    { key: `${prefix} typical`, about, sums: [], base: null, loss: 1 },
    { key: `${prefix} mean`, about, sums: mean, base: null, loss: 4, ...rest },
    { key: `${prefix} spread`, about, sums: spread, base: null, loss: 2 },
  ];
}

/** The squares of values, kind by kind. */
export function squaresOf(values: Terms): Terms {
  return new Map([...values].map(([kind, value]) => [kind, value * value]));
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
