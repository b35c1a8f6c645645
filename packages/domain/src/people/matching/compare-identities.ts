import type { Identity, PersonName, Sex } from '../identity.ts';
import { nameLikeness } from '../names/name-distance.ts';
import { keyWords } from '../names/name-key.ts';
import { documentKey, phoneKey } from '../names/name-tokens.ts';
import { type BirthRelation, compareBirths } from './compare-births.ts';

/** Why two people may be the same one, or may not; a page has a sentence for each. */
export const MATCH_REASONS = [
  'document-same',
  'phone-same',
  'family-same',
  'family-close',
  'family-differs',
  'given-same',
  'given-close',
  'given-differs',
  'names-swapped',
  'name-of-before',
  'patronymic-same',
  'birth-same-day',
  'birth-same-month',
  'birth-same-year',
  'birth-turned-round',
  'birth-near',
  'birth-differs',
  'sex-differs',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** Somebody as far as she is compared. */
export interface Compared {
  readonly identity: Identity;
  readonly sex: Sex;
}

export interface Match {
  /** 0 to 100; it orders cards and decides which are shown, and is no probability. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** A part of a name at least this like counts as close: a letter or two apart. */
const CLOSE = 0.7;

/** What each finding is worth. Weights were set on the made-up register of `bench/people` and hold no truth beyond order. */
const WORTH = {
  name: 60,
  patronymic: 6,
  document: 45,
  phone: 25,
  sexDiffers: -30,
  swapped: -4,
} as const;
const BIRTH_WORTH: Readonly<Record<BirthRelation, number>> = {
  'same-day': 34,
  'turned-round': 28,
  'same-month': 26,
  'same-year': 18,
  near: 8,
  unknown: 0,
  apart: -28,
};
const BIRTH_REASONS: Readonly<Record<BirthRelation, MatchReason | null>> = {
  'same-day': 'birth-same-day',
  'turned-round': 'birth-turned-round',
  'same-month': 'birth-same-month',
  'same-year': 'birth-same-year',
  near: 'birth-near',
  unknown: null,
  apart: 'birth-differs',
};

/** Below this a card says nothing and is not shown. */
export const SHOWN_FROM = 38;

/** Compares two people by everything both are known by; the same whichever is named first. */
export const compareIdentities = (one: Compared, other: Compared): Match =>
  comparedWith(one)(other);

/** The same for one who is compared with many: what is known of her is worked out once. */
export function comparedWith(one: Compared): (other: Compared) => Match {
  const known = knownBy(one);
  return (other) => matchOf(known, knownBy(other));
}

/** What somebody is compared by, worked out once. */
export interface Known {
  readonly names: readonly KeyedName[];
  readonly birth: Compared['identity']['birth'];
  readonly documents: readonly string[];
  readonly phones: readonly string[];
  readonly sex: Sex;
}

interface KeyedName {
  readonly isOfBefore: boolean;
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly patronymic: readonly string[];
}

export const knownBy = ({ identity, sex }: Compared): Known => ({
  names: identity.names.map(keyedName),
  birth: identity.birth,
  documents: identity.documents.map(documentKey),
  phones: identity.phones.map(phoneKey),
  sex,
});

const keyedName = ({ kind, family, given, patronymic }: PersonName): KeyedName => ({
  isOfBefore: kind === 'former',
  family: keyWords(family),
  given: keyWords(given),
  patronymic: keyWords(patronymic),
});

/** The most that two can reach whatever their names are like; names are what takes time. */
export const mostOf = (one: Known, other: Known): number =>
  WORTH.name + WORTH.patronymic + besidesNames(one, other).worth;

function besidesNames(one: Known, other: Known) {
  const birth = compareBirths(one.birth, other.birth);
  const hasSameDocument = shareAny(one.documents, other.documents);
  const hasSamePhone = shareAny(one.phones, other.phones);
  const doSexesDiffer = one.sex !== 'unknown' && other.sex !== 'unknown' && one.sex !== other.sex;
  const worth =
    BIRTH_WORTH[birth] +
    (hasSameDocument ? WORTH.document : 0) +
    (hasSamePhone ? WORTH.phone : 0) +
    (doSexesDiffer ? WORTH.sexDiffers : 0);
  return { birth, hasSameDocument, hasSamePhone, doSexesDiffer, worth };
}

/** The same as `compareIdentities` for two of whom all is worked out. */
export function matchOf(one: Known, other: Known): Match {
  const names = bestOfNames(one.names, other.names);
  const { birth, hasSameDocument, hasSamePhone, doSexesDiffer, worth } = besidesNames(one, other);
  const sum = names.worth + worth;
  const birthReason = BIRTH_REASONS[birth];
  return {
    score: Math.round(Math.min(100, Math.max(0, sum))),
    reasons: [
      ...(hasSameDocument ? (['document-same'] as const) : []),
      ...(hasSamePhone ? (['phone-same'] as const) : []),
      ...names.reasons,
      ...(birthReason ? [birthReason] : []),
      ...(doSexesDiffer ? (['sex-differs'] as const) : []),
    ],
  };
}

const shareAny = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((key) => key.length >= 4 && others.includes(key));

interface NamesCompared {
  readonly worth: number;
  readonly reasons: readonly MatchReason[];
}

/** The best that any name of the one and any of the other give together. */
function bestOfNames(some: readonly KeyedName[], others: readonly KeyedName[]): NamesCompared {
  return some
    .flatMap((one) => others.map((other) => compareNames(one, other)))
    .reduce((best, next) => (next.worth > best.worth ? next : best), {
      worth: Number.NEGATIVE_INFINITY,
      reasons: [],
    });
}

function compareNames(one: KeyedName, other: KeyedName): NamesCompared {
  const straight = {
    family: partLikeness(one.family, other.family),
    given: partLikeness(one.given, other.given),
    isSwapped: false,
  };
  const swapped = {
    family: partLikeness(one.family, other.given),
    given: partLikeness(one.given, other.family),
    isSwapped: true,
  };
  const chosen = likenessOf(swapped) - 0.1 > likenessOf(straight) ? swapped : straight;
  const patronymic = partLikeness(one.patronymic, other.patronymic);
  const isPatronymicSame = patronymic !== null && patronymic >= 0.9;
  return {
    worth:
      WORTH.name * likenessOf(chosen) +
      (isPatronymicSame ? WORTH.patronymic : 0) +
      (chosen.isSwapped ? WORTH.swapped : 0),
    reasons: [
      ...reasonOf('family', chosen.family),
      ...reasonOf('given', chosen.given),
      ...(chosen.isSwapped ? (['names-swapped'] as const) : []),
      ...(isPatronymicSame ? (['patronymic-same'] as const) : []),
      ...(one.isOfBefore || other.isOfBefore ? (['name-of-before'] as const) : []),
    ],
  };
}

type Parts = { readonly family: number | null; readonly given: number | null };

/**
 * Both parts weigh alike; what one side does not know counts as half alike. Unlikeness counts double, since most names of a
 * country share some letters.
 */
function likenessOf({ family, given }: Parts): number {
  const evidence = (likeness: number | null) =>
    likeness === null ? 0.5 : Math.max(0, 2 * likeness - 1);
  return (evidence(family) + evidence(given)) / 2;
}

/** From 0 to 1; null where one side has no such part. Words may stand in another order, or as one. */
function partLikeness(some: readonly string[], others: readonly string[]): number | null {
  if (some.length === 0 || others.length === 0) return null;
  const joined = nameLikeness(some.join(''), others.join(''));
  if (some.length === 1 && others.length === 1) return joined;
  const inOrder = (words: readonly string[]) => [...words].sort().join('');
  return Math.max(joined, nameLikeness(inOrder(some), inOrder(others)));
}

function reasonOf(part: 'family' | 'given', likeness: number | null): MatchReason[] {
  if (likeness === null) return [];
  if (likeness === 1) return [`${part}-same`];
  return [likeness >= CLOSE ? `${part}-close` : `${part}-differs`];
}
