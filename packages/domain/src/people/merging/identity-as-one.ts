import { type Birth, birthRange } from '../birth.ts';
import type { DocumentNumber, Identity, PersonName, Sex } from '../identity.ts';
import { documentKey, phoneKey } from '../names/name-tokens.ts';

/** Why a value stands once two records are one. */
export const MERGE_REASONS = [
  'same',
  'only-one',
  'kept',
  'more-exact',
  'both',
  'newest',
  'stricter',
  'nothing',
] as const;
export type MergeReason = (typeof MERGE_REASONS)[number];

/** A value that stands, and why. */
export interface Chosen<Value> {
  readonly value: Value;
  readonly why: MergeReason;
}

const MOST = { names: 6, phones: 5, documents: 10 } as const;

/**
 * Who somebody is whom two records tell of. The one that stands gives the name she is called by; whatever else either knows is
 * kept beside it, and of two births the more exact one holds as long as both may be true.
 */
export function identityAsOne(kept: Identity, other: Identity): Identity {
  return {
    names: namesAsOne(kept.names, other.names).value,
    birth: birthAsOne(kept.birth, other.birth).value,
    phones: listAsOne(kept.phones, other.phones, phoneKey, MOST.phones).value,
    documents: documentsAsOne(kept.documents, other.documents).value,
  };
}

/** What the other calls her is a name that she was known by before. */
export function namesAsOne(
  kept: readonly PersonName[],
  others: readonly PersonName[],
): Chosen<PersonName[]> {
  const spelt = ({ family, given, patronymic }: PersonName) =>
    [family, given, patronymic].join('\n');
  const known = others.map((name) =>
    name.kind === 'called' ? { ...name, kind: 'former' as const } : name,
  );
  return listAsOne(kept, known, spelt, MOST.names);
}

export const documentsAsOne = (
  kept: readonly DocumentNumber[],
  others: readonly DocumentNumber[],
): Chosen<DocumentNumber[]> => listAsOne(kept, others, documentKey, MOST.documents);

export const phonesAsOne = (kept: readonly string[], others: readonly string[]): Chosen<string[]> =>
  listAsOne(kept, others, phoneKey, MOST.phones);

/** Both lists, each thing once, those of the record that stands first. */
function listAsOne<Thing>(
  kept: readonly Thing[],
  others: readonly Thing[],
  keyOf: (thing: Thing) => string,
  most: number,
): Chosen<Thing[]> {
  const known = new Set(kept.map(keyOf));
  const more = others.filter((thing) => !known.has(keyOf(thing)));
  const value = [...kept, ...more].slice(0, most);
  if (value.length === 0) return { value, why: 'nothing' };
  if (kept.length === 0 || others.length === 0) return { value, why: 'only-one' };
  return { value, why: more.length === 0 && kept.length === others.length ? 'same' : 'both' };
}

const EXACTNESS = { day: 3, month: 2, year: 1, about: 0 } as const;

export function birthAsOne(kept: Birth | null, other: Birth | null): Chosen<Birth | null> {
  if (!kept && !other) return { value: null, why: 'nothing' };
  if (!kept || !other) return { value: kept ?? other, why: 'only-one' };
  if (kept.date === other.date && kept.precision === other.precision) {
    return { value: kept, why: 'same' };
  }
  const isMoreExact = EXACTNESS[other.precision] > EXACTNESS[kept.precision];
  return isMoreExact && mayBothBeTrue(kept, other)
    ? { value: other, why: 'more-exact' }
    : {
        value: kept,
        why: EXACTNESS[kept.precision] > EXACTNESS[other.precision] ? 'more-exact' : 'kept',
      };
}

/** Whether there is a day that both births may mean. */
export function mayBothBeTrue(one: Birth | null, other: Birth | null): boolean {
  if (!one || !other) return true;
  const [a, b] = [birthRange(one), birthRange(other)];
  return a.from <= b.to && b.from <= a.to;
}

export function sexAsOne(kept: Sex, other: Sex): Chosen<Sex> {
  if (kept === other) return { value: kept, why: kept === 'unknown' ? 'nothing' : 'same' };
  if (kept === 'unknown') return { value: other, why: 'only-one' };
  return { value: kept, why: other === 'unknown' ? 'only-one' : 'kept' };
}
