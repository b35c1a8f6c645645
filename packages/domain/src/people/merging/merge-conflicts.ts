import type { DocumentNumber, Identity, Sex } from '../identity.ts';
import { documentKey } from '../names/name-tokens.ts';
import { mayBothBeTrue } from './identity-as-one.ts';

/** What speaks against two records being one person, or needs a word of whoever says that they are. */
export const MERGE_CONFLICTS = [
  'sex-differs',
  'birth-differs',
  'document-differs',
  'life-differs',
  'holders-differ',
  'residence-differs',
  'consents-differ',
  'family-unlikely',
] as const;
export type MergeConflict = (typeof MERGE_CONFLICTS)[number];

/** What of a record is compared. */
export interface MergeSide {
  readonly sex: Sex;
  readonly identity: Identity;
  /** Where her life stands, in a word; null while nobody has said. */
  readonly life: string | null;
  readonly region: string | null;
  readonly holders: readonly string[];
}

/** Every conflict of two records that stands in themselves, in the order of the page. */
export function mergeConflicts(one: MergeSide, other: MergeSide): MergeConflict[] {
  const differ = <Value>(a: Value | null, b: Value | null) => a !== null && b !== null && a !== b;
  const found: [MergeConflict, boolean][] = [
    ['sex-differs', one.sex !== 'unknown' && other.sex !== 'unknown' && one.sex !== other.sex],
    ['birth-differs', !mayBothBeTrue(one.identity.birth, other.identity.birth)],
    ['document-differs', doNumbersDiffer(one.identity.documents, other.identity.documents)],
    ['life-differs', differ(one.life, other.life)],
    ['holders-differ', new Set([...one.holders, ...other.holders]).size > 1],
    ['residence-differs', differ(one.region, other.region)],
  ];
  return found.flatMap(([conflict, isThere]) => (isThere ? [conflict] : []));
}

/** Nobody has two numbers of the kinds that are given to a person once. */
function doNumbersDiffer(
  some: readonly DocumentNumber[],
  others: readonly DocumentNumber[],
): boolean {
  const once = (all: readonly DocumentNumber[]) =>
    all.filter(({ kind }) => kind === 'personal-number').map(documentKey);
  const [a, b] = [once(some), once(others)];
  return a.length > 0 && b.length > 0 && !a.some((number) => b.includes(number));
}
