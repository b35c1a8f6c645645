import {
  type Compared,
  calledName,
  comparedWith,
  identityTokens,
  type Match,
  MOST_CARDS,
  namesSearched,
  type PersonCard,
  type PersonQuery,
  type peopleContract,
  type Sex,
  SHOWN_FROM,
} from '@tirek/domain/people';
import { identityAsOne, sexAsOne } from '@tirek/domain/people/merging';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { hashTokens, nameMark } from '../vault/name-hashes.ts';
import {
  type Candidate,
  findSearch,
  insertSearch,
  keepShown,
  listCandidates,
  openFound,
} from '../vault/queries.ts';
import { type KeyFor, openIdentity, type SealedIdentity } from '../vault/sealed-identity.ts';

export const searchingHandlers: Pick<
  Handlers<typeof peopleContract>,
  'searchPeople' | 'openPerson'
> = {
  async searchPeople({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, query } = input;
    const searchedFor = identityOfQuery(query);
    const { programmeId } = asker;
    const mark = nameMark(namesSearched(query), programmeId, keyFor);
    await insertSearch(tx, asker, { id, nameMark: mark, now });
    const tokens = hashTokens(identityTokens(searchedFor), programmeId, keyFor);
    const candidates = await listCandidates(tx, id, tokens);
    const compare = comparedWith({ identity: searchedFor, sex: query.sex });
    const cards = [...Map.groupBy(candidates, ({ standsFor }) => standsFor)]
      .map(([personId, records]) => cardOf(personId, asOnePerson(records, keyFor), compare))
      .filter(({ score }) => score >= SHOWN_FROM)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CARDS);
    const shown = cards.map(({ personId }) => personId);
    if (!(await keepShown(tx, id, shown))) throw new Problem('not-allowed');
    about(shown, { found: cards.length });
    return { cards };
  },

  async openPerson({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, searchId, reason } = input;
    about([personId], { why: reason });
    const search = await findSearch(tx, asker, searchId);
    if (!search?.shown?.includes(personId)) throw new Problem('not-found');
    const opened = await openFound(tx, asker, { id, personId, searchId, reason, now });
    if (opened.length === 0) throw new Problem('not-found');
    const { identity, sex, row } = asOnePerson(opened, keyFor);
    const { names, birth } = identity;
    const { regionCode, heldIn, holder } = row;
    return { personId, names, birth, sex, region: regionCode, heldIn, holder };
  },
};

/** What is searched for, in the form in which people are compared. */
function identityOfQuery(query: PersonQuery) {
  const { family, given, patronymic, birth, phone, documentNumber } = query;
  return {
    names: [{ kind: 'called' as const, family, given, patronymic }],
    birth,
    phones: phone ? [phone] : [],
    documents: documentNumber ? [{ kind: 'other' as const, number: documentNumber }] : [],
  };
}

/** All records of somebody taken together, the one that stands first; `row` is that of hers. */
function asOnePerson<Row extends SealedIdentity & { readonly sex: Sex }>(
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

/** Everything about a candidate is opened to be compared, and little of it leaves. */
function cardOf(
  personId: string,
  { row, sex, identity }: ReturnType<typeof asOnePerson<Candidate>>,
  compare: (other: Compared) => Match,
): PersonCard {
  const { isInReach, heldIn, regionCode } = row;
  const match = compare({ identity, sex });
  const { given, family } = calledName(identity);
  return {
    personId,
    given,
    familyInitial: [...family][0] ?? '',
    birthYear: identity.birth ? Number(identity.birth.date.slice(0, 4)) : null,
    sex,
    region: regionCode,
    heldIn,
    holding: isInReach ? 'own' : heldIn ? 'other' : 'nobody',
    ...match,
    reasons: [...match.reasons],
  };
}
