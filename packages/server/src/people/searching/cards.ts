import { calledName, type Match, type PersonCard, type Sex } from '@tirek/domain/people';
import { identityAsOne, sexAsOne } from '@tirek/domain/people/merging';
import { type KeyFor, openIdentity, type SealedIdentity } from '../vault/sealed-identity.ts';

/** A record that a search handed out. */
export type FoundRecord = SealedIdentity & {
  readonly sex: Sex;
  readonly isInReach: boolean;
  readonly heldIn: string | null;
  readonly regionCode: string | null;
};

/** All records of somebody taken together, the one that stands first; `row` is that of hers. */
export function asOnePerson<Row extends SealedIdentity & { readonly sex: Sex }>(
  records: readonly Row[],
  keyFor: KeyFor,
) {
  return records
    .map((row) => ({ row, sex: row.sex, identity: openIdentity(row, keyFor) }))
    .reduce((sofar, next) => ({
      row: sofar.row,
      sex: sexAsOne(sofar.sex, next.sex).value,
      identity: identityAsOne(sofar.identity, next.identity),
    }));
}

/** Everything about a candidate is opened to be compared, and little of it leaves: of a file that is put away no part of a name. */
export function cardOf(
  personId: string,
  { row, sex, identity }: ReturnType<typeof asOnePerson<FoundRecord>>,
  { match, isAway }: { readonly match: Match; readonly isAway: boolean },
): PersonCard {
  const { isInReach, heldIn, regionCode } = row;
  const { given, family } = isAway ? { given: '', family: '' } : calledName(identity);
  return {
    personId,
    given,
    familyInitial: [...family][0] ?? '',
    birthYear: identity.birth ? Number(identity.birth.date.slice(0, 4)) : null,
    sex,
    region: regionCode,
    heldIn,
    holding: isInReach ? 'own' : heldIn ? 'other' : 'nobody',
    isAway,
    ...match,
    reasons: [...match.reasons],
  };
}
