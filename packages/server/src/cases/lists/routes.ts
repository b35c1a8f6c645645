import { type casesContract, MOST_SAVED_LISTS } from '@tirek/domain/cases';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { insertSavedList, insertWithdrawal, listSavedLists } from './queries.ts';

export const savedListHandlers: Pick<
  Handlers<typeof casesContract>,
  'listSavedLists' | 'saveList' | 'withdrawSavedList'
> = {
  async listSavedLists({ tx, actor }) {
    return { lists: await listSavedLists(tx, accountOf(actor)) };
  },

  async saveList({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const known = await listSavedLists(tx, asker);
    if (known.length >= MOST_SAVED_LISTS) throw new Problem('saved-lists-full');
    about([], { list: input.filter.list });
    await insertSavedList(tx, asker, { ...input, now });
    return input;
  },

  async withdrawSavedList({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const known = (await listSavedLists(tx, asker)).find(({ id }) => id === input.listId);
    if (!known) throw new Problem('not-found');
    about([], { list: known.filter.list });
    await insertWithdrawal(tx, asker, { listId: input.listId, now });
    return {};
  },
};
