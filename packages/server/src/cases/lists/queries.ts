import type { SignedInActor } from '@tirek/domain/access';
import { ListFilter, type SavedList } from '@tirek/domain/cases';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** The lists that the actor keeps, in the order of saving. */
export async function listSavedLists(tx: Tx, actor: SignedInActor): Promise<SavedList[]> {
  const rows = await tx
    .selectFrom('savedList')
    .select(['id', 'name', 'filter'])
    .where('accountId', '=', actor.accountId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('savedListWithdrawal')
            .select('listId')
            .whereRef('savedListWithdrawal.listId', '=', 'savedList.id'),
        ),
      ),
    )
    .orderBy('savedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ filter, ...row }) => ({ ...row, filter: z.parse(ListFilter, filter) }));
}

export async function insertSavedList(
  tx: Tx,
  actor: SignedInActor,
  { id, name, filter, now }: SavedList & { now: string },
): Promise<void> {
  await tx
    .insertInto('savedList')
    .values({
      id,
      name,
      filter: JSON.stringify(filter),
      programmeId: actor.programmeId,
      accountId: actor.accountId,
      savedAt: now,
    })
    .execute();
}

export async function insertWithdrawal(
  tx: Tx,
  actor: SignedInActor,
  { listId, now }: { listId: string; now: string },
): Promise<void> {
  await tx
    .insertInto('savedListWithdrawal')
    .values({
      listId,
      programmeId: actor.programmeId,
      accountId: actor.accountId,
      withdrawnAt: now,
    })
    .execute();
}
