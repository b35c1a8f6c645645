import type { DisclosurePolicy } from '../disclosure/policy.ts';
import { fewOf, type Risk } from '../disclosure/risks.ts';
import { suppress } from '../disclosure/suppress.ts';
import type { Statement, System } from '../disclosure/system.ts';
import { verifyProofs } from '../disclosure/verify-proofs.ts';
import { type Claim, type Subject, sumOf, type Terms, type ToldSubject } from './subject.ts';

/**
 * Single answers inside what a table tells as one row (scores of 5 and above) are never printed; means
 * and squares may narrow them down further than a hidden row, but never to one number.
 */
export const UNNAMED_WIDTH = 1;

/**
 * Decides which claims of a subject are told. Small counts, counts of everybody and of nobody are
 * secret, and so is what is left of a base when they are taken away; whatever would let them be worked
 * out is hidden too. What cannot be proved safe is not told at all.
 *
 * @param allowed keys that may be told at all, null: every one
 */
export function tellSubject(
  subject: Subject,
  policy: DisclosurePolicy,
  allowed: ReadonlySet<string> | null,
): ToldSubject {
  const { claims } = subject;
  const risks = new Map(
    claims.flatMap((claim): [string, Risk][] => {
      const risk = riskOfClaim(subject, claim, policy);
      return risk ? [[claim.key, risk]] : [];
    }),
  );
  const mayTell = (key: string) => !risks.has(key) && (allowed?.has(key) ?? true);
  for (const insisted of insistences(claims.filter(({ key }) => mayTell(key)))) {
    const { system, keys } = systemOf(subject, policy, { risks, mayTell, insisted });
    const suppression = suppress(system);
    if (verifyProofs(system, suppression).length > 0) continue;
    const hidden = new Set([...suppression.complementary].map((index) => keys[index]));
    const told = claims.filter(({ key }) => mayTell(key) && !hidden.has(key));
    return {
      told: new Set(told.map(({ key }) => key)),
      risks,
      complementary: hidden.size,
      proved: suppression.proofs.size,
    };
  }
  return { told: new Set(), risks, complementary: claims.length - risks.size, proved: 0 };
}

/** What is told whatever else has to be hidden: all that is wanted if there is a way, else less of it. */
function insistences(claims: readonly Claim[]): string[][] {
  const keysOf = (wanted: Claim['wanted']) =>
    claims.filter((claim) => claim.wanted === wanted).map(({ key }) => key);
  const first = keysOf('first');
  const second = keysOf('second');
  return [[...first, ...second], [...first, ...second.slice(0, 1)], first, []];
}

/** The subject as plain sums, and for each sum the key of the claim it belongs to. */
function systemOf(
  subject: Subject,
  policy: DisclosurePolicy,
  {
    risks,
    mayTell,
    insisted,
  }: {
    risks: ReadonlyMap<string, Risk>;
    mayTell: (key: string) => boolean;
    /** Keys that are told whatever else has to be hidden. */
    insisted: readonly string[];
  },
): { system: System; keys: (string | undefined)[] } {
  const { kinds, claims, known } = subject;
  const names = [...kinds.keys()];
  const place = new Map(names.map((name, i) => [name, i]));
  const statements: Statement[] = [];
  const keys: (string | undefined)[] = [];
  const add = (terms: Terms, rest: Omit<Statement, 'terms'>, key?: string) => {
    statements.push({
      terms: [...terms].map(([name, weight]) => [place.get(name)!, weight]),
      ...rest,
    });
    keys.push(key);
  };
  const stateOf = (key: string): Statement['state'] => {
    if (insisted.includes(key)) return 'known';
    return mayTell(key) ? 'open' : 'latent';
  };
  for (const terms of known) add(terms, { state: 'known', width: 0, loss: 1 });
  for (const { key, sums, base, loss } of claims) {
    for (const terms of sums) {
      const count = casesOf(subject, terms.keys()).length;
      const rest = {
        state: stateOf(key),
        width: base && risks.has(key) ? policy.width : 0,
        loss: loss === 'count' ? 1 + Math.log2(1 + count) : loss,
      };
      add(terms, rest, key);
    }
  }
  const isFew = (terms: Iterable<string>) => fewOf(tally(casesOf(subject, terms)), policy) !== null;
  for (const { about, base } of claims) {
    const rest = base?.filter((name) => !about.includes(name)) ?? [];
    if (isFew(rest)) add(sumOf(rest), { state: 'latent', width: policy.width, loss: 1 });
  }
  for (const name of names) {
    if (isFew([name])) add(sumOf([name]), { state: 'latent', width: UNNAMED_WIDTH, loss: 1 });
  }
  const counts = names.map((name) => kinds.get(name)!.length);
  return { system: { counts, impossible: new Set(), statements }, keys };
}

function riskOfClaim(subject: Subject, claim: Claim, policy: DisclosurePolicy): Risk | null {
  const { about, base } = claim;
  const own = tally(casesOf(subject, about));
  if (!base) {
    if (own.count === 0) return 'nobody';
    return fewOf(own, { ...policy, people: Math.max(policy.people, policy.meanPeople) });
  }
  // All of the base or none of it by definition: it tells nothing but the base.
  if (about.length === 0 || about.length === base.length) return null;
  const few = fewOf(own, policy);
  if (few) return few;
  if (own.count === 0) return 'nobody';
  return own.count === casesOf(subject, base).length ? 'everybody' : null;
}

function casesOf({ kinds }: Subject, names: Iterable<string>): number[] {
  return [...names].flatMap((name) => kinds.get(name) ?? []);
}

function tally(respondents: readonly number[]) {
  return { count: respondents.length, families: new Set(respondents).size };
}
