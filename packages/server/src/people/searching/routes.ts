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
  SHOWN_FROM,
} from '@tirek/domain/people';
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
import { type KeyFor, openIdentity } from '../vault/sealed-identity.ts';

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
    const cards = candidates
      .map((candidate) => cardOf(candidate, compare, keyFor))
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
    if (!opened) throw new Problem('not-found');
    const { names, birth } = openIdentity(opened, keyFor);
    const { sex, regionCode, heldIn, holder } = opened;
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

/** Everything about a candidate is opened to be compared, and little of it leaves. */
function cardOf(
  candidate: Candidate,
  compare: (other: Compared) => Match,
  keyFor: KeyFor,
): PersonCard {
  const identity = openIdentity(candidate, keyFor);
  const { personId, sex, isInReach, heldIn, regionCode } = candidate;
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
