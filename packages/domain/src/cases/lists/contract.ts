import * as z from 'zod/mini';
import { type Contract, endpoint, Id, Nothing } from '../../contract.ts';
import { ListFilter } from './family-list.ts';

/** A list under a name, of one account and for nobody else. */
export const SavedList = z.object({
  id: Id,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  filter: ListFilter,
});
export type SavedList = z.infer<typeof SavedList>;

/** An account keeps at most so many. */
export const MOST_SAVED_LISTS = 20;

export const savedListsContract = {
  /** The asker's own, in the order of saving. */
  listSavedLists: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/saved-lists',
    permission: 'case.read',
    input: Nothing,
    output: z.object({ lists: z.array(SavedList) }),
    audit: 'none',
  }),

  /** `saved-lists-full` where there are too many. */
  saveList: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/saved-lists',
    permission: 'case.read',
    input: z.object({ id: Id, name: SavedList.shape.name, filter: ListFilter }),
    output: SavedList,
    audit: 'write',
  }),

  /** The asker needs a list of hers no longer. */
  withdrawSavedList: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/saved-lists/:listId/withdrawal',
    permission: 'case.read',
    input: z.object({ id: Id, listId: Id }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;
