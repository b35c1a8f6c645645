import type { InputOf } from '@tirek/domain/contract';
import { calledName } from '@tirek/domain/people';
import {
  type MergeConflict,
  type MergePreview,
  mergingContract,
} from '@tirek/domain/people/merging';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, type Request, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findPerson } from '../records/queries.ts';
import { openIdentitiesOf } from './open-as-one.ts';
import { previewMerge } from './preview.ts';
import { askMerge, decideMerge, findMerge, isWaiting, listMerges, undoMerge } from './queries.ts';

type Asking = Request<InputOf<(typeof mergingContract)['askMerge']>>;

const handlers: Handlers<typeof mergingContract> = {
  async previewMerge({ tx, actor, input, now, keyFor, about }) {
    const asking = { tx, actor: accountOf(actor), keyFor, today: programmeDay(now) };
    const preview = await previewMerge(asking, input);
    about([input.personId, input.otherId]);
    return preview;
  },

  askMerge: ask,

  async listMerges({ tx, actor, keyFor, about }) {
    const rows = await listMerges(tx, accountOf(actor));
    const people = [...new Set(rows.flatMap(({ personId, mergedId }) => [personId, mergedId]))];
    const identities = await openIdentitiesOf(tx, people, keyFor);
    const nameOf = (id: string) => {
      const identity = identities.get(id);
      return identity ? calledName(identity) : null;
    };
    about(people);
    return {
      merges: rows.map(({ id, personId, mergedId, isDecided, asker, at, mayDecide, mayUndo }) => ({
        ...{ id, personId, at, mayDecide, mayUndo },
        otherId: isDecided ? null : mergedId,
        name: nameOf(personId),
        otherName: nameOf(mergedId),
        state: isDecided ? ('stands' as const) : ('waits' as const),
        askedBy: asker ?? '',
      })),
    };
  },

  async decideMerge({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { mergeId, isAgreed, confirmed } = input;
    const merge = await findMerge(tx, asker, mergeId);
    if (!merge) throw new Problem('not-found');
    if (merge.isDecided) throw new Problem('merge-not-waiting');
    if (merge.askedBy === asker.accountId) throw new Problem('merge-own');
    const both = { personId: merge.personId, otherId: merge.mergedId };
    about([both.personId, both.otherId], { decision: isAgreed ? 'agreed' : 'declined' });
    if (isAgreed) {
      const asking = { tx, actor: asker, keyFor, today: programmeDay(now) };
      const preview = await previewMerge(asking, both);
      requirePossible(
        preview.obstacle === 'waits' ? { ...preview, obstacle: null } : preview,
        confirmed,
      );
    }
    const became = await decideMerge(tx, { mergeId, isAgreed, confirmed, now });
    if (became === 'entangled') throw new Problem('merge-entangled');
    if (became === 'refused') throw new Problem('not-allowed');
    return {};
  },

  async undoMerge({ tx, actor, input, now, about }) {
    const merge = await findMerge(tx, accountOf(actor), input.mergeId);
    if (!merge) throw new Problem('not-found');
    about([merge.personId, merge.mergedId]);
    if (!merge.isDecided || merge.isUndone) throw new Problem('merge-not-waiting');
    if (!(await undoMerge(tx, { mergeId: input.mergeId, now }))) throw new Problem('not-allowed');
    return {};
  },
};

export const mergingRoutes = routesOf(mergingContract, handlers);

/**
 * Within reach, everything that differs was shown and is confirmed. Who was only looked at may be asked about, and whoever
 * answers for both sees the rest.
 */
async function ask({ tx, actor, input, now, keyFor, about }: Asking) {
  const asker = accountOf(actor);
  const { id, personId, otherId, confirmed } = input;
  about([personId, otherId]);
  const mine = await findPerson(tx, asker, personId);
  const theirs = await findPerson(tx, asker, otherId);
  if (!mine && !theirs) throw new Problem('not-found');
  if (mine && theirs) {
    const asking = { tx, actor: asker, keyFor, today: programmeDay(now) };
    const preview = await previewMerge(asking, { personId, otherId });
    requirePossible(preview, preview.needsAnother ? preview.conflicts : confirmed);
  } else if (await isWaiting(tx, { personId, otherId })) {
    throw new Problem('merge-waits');
  }
  const became = await askMerge(tx, { id, personId, otherId, confirmed, now });
  if (became === 'entangled') throw new Problem('merge-entangled');
  if (became === 'refused') throw new Problem('not-found');
  return { state: became };
}

/** @throws Problem `merge-kin`, `merge-entangled`, `merge-waits` or `merge-conflicts`. */
function requirePossible(
  { obstacle, conflicts }: Pick<MergePreview, 'obstacle' | 'conflicts'>,
  confirmed: readonly MergeConflict[],
): void {
  if (obstacle) throw new Problem(`merge-${obstacle}`);
  const open = conflicts.filter((conflict) => !confirmed.includes(conflict));
  if (open.length > 0) throw new Problem('merge-conflicts', { conflicts: open });
}
