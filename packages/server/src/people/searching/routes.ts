import {
  comparedWith,
  MOST_CARDS,
  namesSearched,
  type PersonQuery,
  type peopleContract,
  SHOWN_FROM,
  searchTokens,
} from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { hashTokens, nameMark } from '../vault/name-hashes.ts';
import {
  findSearch,
  insertSearch,
  keepShown,
  listAwayAmong,
  listCandidates,
  openFound,
} from '../vault/queries.ts';
import { asOnePerson, cardOf } from './cards.ts';

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
    const { pieces, pairs, dated } = searchTokens(searchedFor);
    const hashed = (tokens: readonly string[]) => hashTokens(tokens, programmeId, keyFor);
    const candidates = await listCandidates(tx, id, {
      pieces: hashed(pieces),
      pairs: hashed(pairs),
      dated: hashed(dated),
    });
    const compare = comparedWith({ identity: searchedFor, sex: query.sex });
    const people = Map.groupBy(candidates, ({ standsFor }) => standsFor);
    const away = await listAwayAmong(tx, [...people.keys()]);
    const cards = [...people]
      .map(([personId, records]) => {
        const found = asOnePerson(records, keyFor);
        return cardOf(personId, found, { match: compare(found), isAway: away.has(personId) });
      })
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
    if ((await listAwayAmong(tx, [personId])).has(personId)) throw new Problem('put-away');
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
