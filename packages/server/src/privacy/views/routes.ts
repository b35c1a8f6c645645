import { keyWords, nameKey } from '@tirek/domain/people';
import {
  type Look,
  ODD_VIEW_DAYS,
  oddViews,
  VIEW_PAGE,
  viewsContract,
} from '@tirek/domain/privacy/views';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { findPerson, hashTokens, type KeyFor } from '../../people/index.ts';
import { type LookRow, listLooks, listNamesakes, listViews } from './queries.ts';

const handlers: Handlers<typeof viewsContract> = {
  async listPersonViews({ tx, actor, input, about }) {
    const { personId } = input;
    if (!(await findPerson(tx, accountOf(actor), personId))) throw new Problem('not-found');
    about([personId]);
    const before = input.before === undefined ? null : Number(input.before);
    const found = await listViews(tx, { personId, before, limit: VIEW_PAGE + 1 });
    const views = found.slice(0, VIEW_PAGE);
    return {
      views,
      next: found.length > VIEW_PAGE ? String(views.at(-1)?.number) : null,
    };
  },

  async listOddViews({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const since = new Date(Date.parse(now) - ODD_VIEW_DAYS * 86_400_000).toISOString();
    const rows = await listLooks(tx, asker, since);
    const names = new Map(rows.map(({ accountId, name }) => [accountId, name]));
    const asked = {
      ...familyTokens(names, asker.programmeId, keyFor),
      people: [...new Set(rows.map(({ personId }) => personId))],
    };
    const pairs = await listNamesakes(tx, asked);
    const namesakes = new Set(pairs.map(({ accountId, personId }) => `${accountId} ${personId}`));
    const patterns = oddViews(rows.map((row) => lookOf(row, namesakes)));
    about(
      patterns.flatMap(({ people }) => people),
      { patterns: patterns.length },
    );
    return {
      patterns: patterns.map(({ accountId, people, ...odd }) => ({
        ...odd,
        account: { id: accountId, name: names.get(accountId) ?? '' },
        people: [...people],
      })),
    };
  },
};

export const viewsRoutes = routesOf(viewsContract, handlers);

const lookOf = (
  { accountId, personId, at, isElsewhere }: LookRow,
  namesakes: ReadonlySet<string>,
): Look => ({
  accountId,
  personId,
  at,
  isElsewhere,
  isNamesake: namesakes.has(`${accountId} ${personId}`),
});

/** The family name of a colleague is the last word of her name, as accounts are made; hashed as the vault hashes names. */
function familyTokens(names: ReadonlyMap<string, string>, programmeId: string, keyFor: KeyFor) {
  const known = [...names].flatMap(([accountId, name]) => {
    const family = keyWords(name).at(-1);
    return family && nameKey(name).includes(' ') ? [{ accountId, token: `w:${family}` }] : [];
  });
  return {
    accounts: known.map(({ accountId }) => accountId),
    tokens: hashTokens(
      known.map(({ token }) => token),
      programmeId,
      keyFor,
    ),
  };
}
