import type { DisclosurePolicy } from '../disclosure/policy.ts';
import { furthest, possibleChanges } from '../disclosure/possible-changes.ts';
import { fewOf } from '../disclosure/risks.ts';
import { suppress } from '../disclosure/suppress.ts';
import type { Statement, System } from '../disclosure/system.ts';
import { verifyProofs } from '../disclosure/verify-proofs.ts';
import type { Subject, Terms } from './subject.ts';
import { UNNAMED_WIDTH } from './tell-subject.ts';

/** One subject as two waves tell of it. */
export type TwoWaves = {
  readonly now: Subject;
  readonly then: Subject;
  /** For each respondent of now her place among those of then, and the other way round; null: not in the other report. */
  readonly placeThen: ReadonlyArray<number | null>;
  readonly placeNow: ReadonlyArray<number | null>;
  /** Answers of then that were taken back since: nobody knows any more what they were. Null: not even how many. */
  readonly erased: number | null;
};

/**
 * What of a subject may be told beside another wave, of which every number that a released table might hold is taken as told.
 *
 * The attacker knows by name who left and who came between the waves and, of a question that hardly anybody of those who stayed
 * answered otherwise, everybody's change: subtracting one report from the other then leaves him those who came less those who
 * left. Nothing that few of either group have in common, or all, or none, may follow from what both waves tell.
 *
 * @param told keys of what the wave of now would tell by itself
 * @param read sums that the same readers are told of it elsewhere
 */
export function holdBeside(
  waves: TwoWaves,
  policy: DisclosurePolicy,
  { told, read }: { told: ReadonlySet<string>; read: readonly Terms[] },
): ReadonlySet<string> {
  const { now, then, erased } = waves;
  const left = waves.placeNow.filter((place) => place === null).length;
  // Whoever took her answers back is hidden among the others that left, or by nobody.
  if (erased === null || (erased > 0 && left < policy.people)) return new Set();
  const steady = steadyKinds(waves, policy);
  if (steady.size === 0) return told;
  // Classes of other widths are other kinds, and nobody has worked out what they tell of each other.
  if (now.step !== then.step) return new Set();
  const { system, keys } = systemOf(waves, policy, { told, read, steady });
  const suppression = suppress(system);
  if (verifyProofs(system, suppression).length > 0) return new Set();
  const hidden = new Set([...suppression.complementary].map((index) => keys.get(index)));
  return new Set([...told].filter((key) => !hidden.has(key)));
}

/**
 * Kinds of those questions that those who stayed answer as they did before. Where as many as must stand behind a number, and as
 * many as left and came, answered otherwise, nobody can tell her who left from those who changed. Numbers grow with the years
 * as everybody can reckon, so they are never taken as changed.
 */
function steadyKinds(waves: TwoWaves, policy: DisclosurePolicy): Set<string> {
  const { now, then, placeThen, placeNow } = waves;
  const all = new Set([...then.kinds.keys(), ...now.kinds.keys()]);
  if (now.step !== undefined || then.step !== undefined) return all;
  const moved = [...placeThen, ...placeNow].filter((place) => place === null).length;
  for (const question of [...now.known, ...then.known]) {
    const before = namesByRespondent(then, question);
    const after = namesByRespondent(now, question);
    const changed = placeThen.filter(
      (place, respondent) => place !== null && before.get(place) !== after.get(respondent),
    ).length;
    if (changed >= Math.max(policy.people, moved)) {
      for (const name of question.keys()) all.delete(name);
    }
  }
  return all;
}

/** What each respondent gave to a question, as one text; without those who gave nothing. */
function namesByRespondent({ kinds }: Subject, question: Terms): Map<number, string> {
  const given = new Map<number, string>();
  for (const name of question.keys()) {
    for (const respondent of kinds.get(name) ?? []) {
      given.set(respondent, `${given.get(respondent) ?? ''}\n${name}`);
    }
  }
  return given;
}

const GROUPS = ['left', 'stayed', 'came'] as const;
type Group = (typeof GROUPS)[number];

/** The steady kinds of a subject, once for each group, with all that both waves tell of them. */
function systemOf(
  waves: TwoWaves,
  policy: DisclosurePolicy,
  {
    told,
    read,
    steady,
  }: { told: ReadonlySet<string>; read: readonly Terms[]; steady: ReadonlySet<string> },
): { system: System; keys: ReadonlyMap<number, string> } {
  const { now, then } = waves;
  const counts: number[] = [];
  const places = new Map<string, number>();
  for (const name of steady) {
    const isThen = then.kinds.has(name);
    const isNow = now.kinds.has(name);
    const put = (group: Group, count: number) => {
      places.set(`${group} ${name}`, counts.push(count) - 1);
    };
    const before = split(then.kinds.get(name) ?? [], waves.placeNow);
    const after = split(now.kinds.get(name) ?? [], waves.placeThen);
    if (isThen) put('left', before.alone);
    if (isNow) put('came', after.alone);
    // Neither then nor now may be fewer than nobody; who stayed has no answer that one of the waves does not know.
    if (isThen && isNow) put('stayed', Math.min(before.both, after.both));
  }
  const termsIn = (groups: readonly Group[], terms: Terms): Statement['terms'] =>
    groups.flatMap((group) =>
      [...terms].flatMap(([name, weight]): [number, number][] => {
        const place = places.get(`${group} ${name}`);
        return place === undefined ? [] : [[place, weight]];
      }),
    );
  const known = (groups: readonly Group[], terms: Terms): Statement => ({
    ...{ terms: termsIn(groups, terms), state: 'known', width: 0, loss: 1 },
  });
  const statements: Statement[] = [
    ...[...then.known, ...then.claims.flatMap(({ sums }) => sums)].map((terms) =>
      known(['left', 'stayed'], terms),
    ),
    ...[...now.known, ...read].map((terms) => known(['stayed', 'came'], terms)),
    // Who left and who came is known by name, so how many of them answered is no secret either.
    ...then.known.filter(isCount).map((terms) => known(['left'], terms)),
    ...now.known.filter(isCount).map((terms) => known(['came'], terms)),
  ];
  const keys = new Map<number, string>();
  for (const { key, sums, loss } of now.claims) {
    for (const terms of told.has(key) ? sums : []) {
      keys.set(statements.length, key);
      statements.push({
        ...{ terms: termsIn(['stayed', 'came'], terms), state: 'open', width: 0 },
        loss: loss === 'count' ? 1 : loss,
      });
    }
  }
  const bare: System = { counts, impossible: new Set(), statements: [...statements] };
  const free = possibleChanges(
    bare,
    new Set([...statements.keys()].filter((i) => statements[i]!.state === 'known')),
  );
  for (const [group, subject] of [
    ['left', then],
    ['came', now],
  ] as const) {
    for (const { about, base, isNamed } of partsOf(subject)) {
      const terms = termsIn([group], ones(about));
      const size = sumOver(counts, termsIn([group], ones(base)));
      const count = sumOver(counts, terms);
      const isNobodysOrAll = count === 0 || count === size;
      if (size === 0 || !(isNobodysOrAll || fewOf({ count, families: count }, policy))) continue;
      const secret: Statement = { terms, state: 'latent', width: 0, loss: 1 };
      const most = Math.min(size, isNamed ? policy.width : UNNAMED_WIDTH);
      // What the other wave alone leaves open must stay open.
      const reach = ([-1, 1] as const).reduce(
        (sum, direction) => sum + furthest(free, secret, { direction, most }).by,
        0,
      );
      const width = Math.min(most, Math.floor(reach + 1e-6));
      if (width > 0) statements.push({ ...secret, width });
    }
  }
  return { system: { ...bare, statements }, keys };
}

/** Every count that a subject tells, what is left of its base, and every kind by itself; each once. */
function partsOf({ claims, known }: Subject): CountOf[] {
  const parts = new Map<string, CountOf>();
  const add = (about: readonly string[], base: readonly string[], isNamed = true) => {
    const name = [...about].sort().join('\n');
    if (about.length > 0 && about.length < base.length && !parts.has(name)) {
      parts.set(name, { about, base, isNamed });
    }
  };
  for (const { about, base } of claims) {
    if (!base) continue;
    add(about, base);
    add(
      base.filter((name) => !about.includes(name)),
      base,
    );
  }
  for (const question of known.filter(isCount)) {
    const base = [...question.keys()];
    for (const name of base) add([name], base, false);
  }
  return [...parts.values()];
}

type CountOf = {
  readonly about: readonly string[];
  readonly base: readonly string[];
  /** Whether a table has a row for it, or for all but it. */
  readonly isNamed: boolean;
};

const isCount = (terms: Terms) => [...terms.values()].every((weight) => weight === 1);

const ones = (names: readonly string[]): Terms => new Map(names.map((name) => [name, 1]));

function sumOver(counts: readonly number[], terms: Statement['terms']): number {
  return terms.reduce((sum, [kind, weight]) => sum + weight * counts[kind]!, 0);
}

/** Cases of those who are in one report alone, and of those in both. */
function split(respondents: readonly number[], place: TwoWaves['placeThen']) {
  const alone = respondents.filter((respondent) => place[respondent] === null).length;
  return { alone, both: respondents.length - alone };
}
