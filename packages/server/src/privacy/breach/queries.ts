import type { SignedInActor } from '@tirek/domain/access';
import type { Breach } from '@tirek/domain/privacy/breach';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** A breach as it lies in the database. */
export type BreachRow = Pick<
  Breach,
  'id' | 'noticedOn' | 'kind' | 'size' | 'data' | 'dueOn' | 'recordedBy' | 'recordedAt'
> & {
  readonly what: Buffer;
  readonly measures: Buffer;
  readonly way: string | null;
  readonly givenOn: string | null;
  readonly noticer: string | null;
  readonly noticeAt: string | null;
};

/** Breaches that the actor answers for, those without a notice first. */
export async function listBreachRows(tx: Tx, actor: SignedInActor): Promise<BreachRow[]> {
  const rows = await tx
    .selectFrom('breach')
    .innerJoin('account as recorder', 'recorder.id', 'breach.recordedBy')
    .leftJoin('breachNotice as notice', 'notice.breachId', 'breach.id')
    .leftJoin('account as noticer', 'noticer.id', 'notice.recordedBy')
    .select([
      'breach.id',
      'breach.noticedOn',
      'breach.kind',
      'breach.size',
      'breach.data',
      'breach.what',
      'breach.measures',
      'breach.dueOn',
      'recorder.displayName as recordedBy',
      'breach.recordedAt',
      'notice.way',
      'notice.givenOn',
      'noticer.displayName as noticer',
      'notice.recordedAt as noticeAt',
    ])
    .where('breach.programmeId', '=', actor.programmeId)
    .orderBy(sql`notice.breach_id is not null`)
    .orderBy('breach.noticedOn', 'desc')
    .orderBy('breach.recordedAt', 'desc')
    .execute();
  return rows as BreachRow[];
}

export async function insertBreach(
  tx: Tx,
  actor: SignedInActor,
  breach: Pick<Breach, 'id' | 'noticedOn' | 'kind' | 'size' | 'dueOn'> & {
    readonly data: readonly string[];
    readonly what: Buffer;
    readonly measures: Buffer;
    readonly now: string;
  },
): Promise<void> {
  const { now, data, ...row } = breach;
  await tx
    .insertInto('breach')
    .values({
      ...row,
      data: [...data],
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

export async function insertNotice(
  tx: Tx,
  actor: SignedInActor,
  notice: { breachId: string; way: string; on: string; now: string },
): Promise<void> {
  const { on, now, ...row } = notice;
  await tx
    .insertInto('breachNotice')
    .values({
      ...row,
      givenOn: on,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}
