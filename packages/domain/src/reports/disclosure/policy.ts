import * as z from 'zod/mini';
import { type Refusal, refuse } from './refusal.ts';

/** Who will read it, from the fewest to everybody; each sees what the later ones see as well. */
export const AUDIENCES = ['caseload', 'network', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How finely a place is told, from the whole to the smallest. */
export const PLACE_LEVELS = ['country', 'region-group', 'region', 'district'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

const Positive = z.int().check(z.positive());

export const DisclosurePolicy = z.strictObject({
  audience: z.enum(AUDIENCES),
  /** A told group has at least so many people (children, mothers), or nobody where that may be told. */
  people: Positive,
  /** It comes from at least so many families: five children may be one family. */
  families: Positive,
  /** So many whole numbers must lie between the least and the greatest value a hidden count may have. */
  width: Positive,
  /** Whether a group with nobody in it is told. `structural`: only where everybody knows it anyway. */
  zeros: z.enum(['told', 'structural']),
  /** Means, SDs and quartiles have at least so many people behind them. */
  meanPeople: Positive,
  /** Least and greatest value are somebody's own. */
  extremes: z.enum(['told', 'never']),
  /** The finest places that are told. */
  finestPlace: z.enum(PLACE_LEVELS),
  /** Told counts are rounded to multiples of this; null: not rounded. */
  rounding: z.nullable(z.int().check(z.gte(3), z.lte(100))),
  /** A release that keeps a smaller share than this of what could be told is refused as useless. */
  keptAtLeast: z.number().check(z.gte(0), z.lte(1)),
});
export type DisclosurePolicy = z.infer<typeof DisclosurePolicy>;

/**
 * What each audience gets unless a programme asks for more protection. Thresholds of 5 and 10 are
 * those of published practice (Eurostat's handbook on statistical disclosure control, 2010, section
 * 4.2, tells of 3 to 10); families are the project's own rule, since siblings fill a cell together.
 */
const DEFAULTS: Readonly<Record<Audience, DisclosurePolicy>> = {
  caseload: {
    audience: 'caseload',
    people: 1,
    families: 1,
    width: 1,
    zeros: 'told',
    meanPeople: 1,
    extremes: 'told',
    finestPlace: 'district',
    rounding: null,
    keptAtLeast: 0,
  },
  network: {
    audience: 'network',
    people: 5,
    families: 3,
    width: 5,
    zeros: 'structural',
    meanPeople: 10,
    extremes: 'never',
    finestPlace: 'region',
    rounding: null,
    keptAtLeast: 0.1,
  },
  public: {
    audience: 'public',
    people: 10,
    families: 5,
    width: 10,
    zeros: 'structural',
    meanPeople: 20,
    extremes: 'never',
    finestPlace: 'region-group',
    rounding: null,
    keptAtLeast: 0.1,
  },
};

export function policyFor(audience: Audience): DisclosurePolicy {
  return DEFAULTS[audience];
}

/**
 * Reads a policy that somebody configured. It may protect more than the audience's own policy, never
 * less; anything else, also what cannot be read, is refused, so that a slip hides everything.
 */
export function readPolicy(
  source: unknown,
): { readonly kind: 'policy'; readonly policy: DisclosurePolicy } | Refusal {
  const parsed = z.safeParse(DisclosurePolicy, source);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path }) => path.join('.') || '*');
    return refuse('policy-unreadable', { details: places });
  }
  const { data: policy } = parsed;
  const least = DEFAULTS[policy.audience];
  if (policy.audience === 'caseload') {
    // Whoever carries a case sees it whole; a setting that says otherwise has been misunderstood.
    const other = (Object.keys(least) as (keyof DisclosurePolicy)[]).filter(
      (key) => policy[key] !== least[key],
    );
    return other.length > 0
      ? refuse('policy-unreadable', { details: other })
      : { kind: 'policy', policy };
  }
  const weaker = [
    ...(['people', 'families', 'width', 'meanPeople'] as const).filter(
      (key) => policy[key] < least[key],
    ),
    ...(least.zeros === 'structural' && policy.zeros === 'told' ? ['zeros'] : []),
    ...(least.extremes === 'never' && policy.extremes === 'told' ? ['extremes'] : []),
    ...(isFiner(policy.finestPlace, least.finestPlace) ? ['finestPlace'] : []),
    ...(policy.width < policy.people ? ['width'] : []),
  ];
  if (weaker.length > 0) return refuse('policy-too-weak', { details: [...new Set(weaker)] });
  return { kind: 'policy', policy };
}

export function isFiner(level: PlaceLevel, than: PlaceLevel): boolean {
  return PLACE_LEVELS.indexOf(level) > PLACE_LEVELS.indexOf(than);
}

/** The audience itself and every narrower one that disclosure control knows: all of them read what it reads. */
export function readersOf(audience: Audience): Audience[] {
  return AUDIENCES.slice(1, AUDIENCES.indexOf(audience) + 1).reverse();
}
