import { type ToldTrial, type TrialOrder, triedOn } from '@tirek/domain/reports/pathway-trials';
import { startApart } from '../../apart/start-apart.ts';
import type { Tx } from '../../db/database.ts';
import { setActor, setProgramme } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import { FORMS_ON_SAFETY } from '../in-force.ts';
import {
  countPeopleToTry,
  finishTrial,
  keepPiece,
  listCounted,
  listPeopleToTry,
  listTrialReleases,
  lockOpenTrial,
} from './queries.ts';

const ACTOR = { kind: 'system', job: 'try-pathways' } as const;
/** One piece takes well under a second, so that nobody waits for it and a process that ends loses little. */
const PIECE = 250;

type Piece =
  | { readonly kind: 'none' | 'counted' }
  | { readonly kind: 'whole'; readonly order: TrialOrder };

/** Tries versions of the pathway on what people answered, piece by piece, by however many processes; then what may be told is kept. */
export const tryPathways: Job = {
  name: ACTOR.job,
  everySeconds: 10,
  async run({ database, clock, keyFor }) {
    const now = clock().toISOString();
    const seed = keyFor('pathway-trials').toString('hex');
    const piece = await database.jobs
      .transaction()
      .execute((tx) => countPiece(tx, { today: programmeDay(now), seed }));
    if (piece.kind !== 'whole') return piece.kind === 'counted' ? 'more' : 'done';
    const { order } = piece;
    const told = await tellApart(order);
    await database.jobs.transaction().execute((tx) => finishTrial(tx, { id: order.id, told, now }));
    return 'more';
  },
};

/** Looks at the next people of the trial that waits longest; once nobody is left, all of it. */
async function countPiece(
  tx: Tx,
  { today, seed }: { readonly today: string; readonly seed: string },
): Promise<Piece> {
  await setActor(tx, ACTOR);
  const trial = await lockOpenTrial(tx);
  if (!trial) return { kind: 'none' };
  const { id, programmeId, pathway, inForce, lastId } = trial;
  await setProgramme(tx, programmeId);
  const stored = await listPeopleToTry(tx, { after: lastId, limit: PIECE, today });
  const last = stored.at(-1);
  if (!last) {
    const ledger = await listTrialReleases(tx, programmeId);
    return { kind: 'whole', order: { id, ledger, seed, people: await listCounted(tx, id) } };
  }
  const counted = stored.flatMap(
    (person) => triedOn(person, { pathway, inForce, formsOnSafety: FORMS_ON_SAFETY }) ?? [],
  );
  const people = trial.people ?? (await countPeopleToTry(tx, today));
  await keepPiece(tx, {
    ...{ trialId: id, lastId: last.personId, counted, people },
    looked: stored.length,
  });
  return { kind: 'counted' };
}

const tellApart = (order: TrialOrder): Promise<ToldTrial> =>
  new Promise((resolve, reject) => {
    const apart = startApart<ToldTrial>(new URL('./trial-worker.ts', import.meta.url));
    apart.listen(resolve, (failure) => {
      reject(failure ?? new Error('The process ended without numbers.'));
    });
    apart.order(order);
    apart.order(null);
  });
