import type { SignedInActor } from '@tirek/domain/access';
import {
  type OwnCopy,
  ownCopyDaysLeft,
  ownCopyState,
  type WithheldSection,
} from '@tirek/domain/privacy/own-copy';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf } from '../../people/index.ts';

/** What has to be known to tell where a copy stands. */
interface At {
  readonly now: string;
  readonly today: string;
}

/** The copies that the actor may know of: all of the programme, or those of one person. Those that wait first, then the newest. */
export async function listCopies(
  tx: Tx,
  actor: SignedInActor,
  { personId, now, today }: At & { readonly personId: string | null },
): Promise<OwnCopy[]> {
  const rows = await copiesOf(tx, actor)
    .where(
      personId === null
        ? sql<boolean>`(select may('copy.release'))`
        : sql<boolean>`copy.person_id = ${recordsOf([personId])}`,
    )
    .orderBy(sql`decision.kind is not null`)
    .orderBy('copy.madeAt', 'desc')
    .execute();
  return rows.map((row) => copyOf(row, { now, today }));
}

/** One copy that the actor may know of, or null. */
export async function findCopy(
  tx: Tx,
  actor: SignedInActor,
  { copyId, ...at }: At & { readonly copyId: string },
): Promise<OwnCopy | null> {
  const row = await copiesOf(tx, actor).where('copy.id', '=', copyId).executeTakeFirst();
  return row ? copyOf(row, at) : null;
}

const copiesOf = (tx: Tx, actor: SignedInActor) =>
  tx
    .selectFrom('ownCopy as copy')
    .leftJoin('ownCopyDecision as decision', 'decision.copyId', 'copy.id')
    .leftJoin('ownCopyHandOver as handOver', 'handOver.copyId', 'copy.id')
    .select([
      'copy.id',
      'copy.personId',
      'copy.askedBy',
      'copy.askedOn',
      'copy.proof',
      'copy.language',
      'copy.withheld',
      'copy.dueOn',
      'copy.fingerprint',
      'copy.bytes',
      'copy.madeBy',
      'copy.madeAt',
      'copy.expiresAt',
      'decision.kind',
      'decision.reason',
      'decision.decidedAt',
      'handOver.way',
      'handOver.handedOn',
      'handOver.recordedAt',
      sql<string | null>`copy_colleague(copy.id, copy.made_by)`.as('maker'),
      sql<string | null>`copy_colleague(copy.id, decision.decided_by)`.as('decider'),
      sql<string | null>`copy_colleague(copy.id, hand_over.recorded_by)`.as('recorder'),
    ])
    .where('copy.programmeId', '=', actor.programmeId);

type CopyRow = Awaited<ReturnType<ReturnType<typeof copiesOf>['execute']>>[number];

function copyOf(row: CopyRow, { now, today }: At): OwnCopy {
  const { kind, reason, decidedAt, way, handedOn, recordedAt, expiresAt, dueOn } = row;
  const state = ownCopyState({
    decided: kind as 'released' | 'declined' | null,
    isHandedOver: way !== null,
    expiresAt,
    now,
  });
  return {
    id: row.id,
    personId: row.personId,
    askedBy: row.askedBy as OwnCopy['askedBy'],
    askedOn: row.askedOn,
    proof: row.proof as OwnCopy['proof'],
    language: row.language as OwnCopy['language'],
    withheld: row.withheld as WithheldSection[],
    dueOn,
    daysLeft: ownCopyDaysLeft(state, { dueOn, today }),
    fingerprint: row.fingerprint.toString('hex'),
    bytes: row.bytes,
    madeBy: { id: row.madeBy, name: row.maker ?? '' },
    madeAt: row.madeAt,
    expiresAt,
    state,
    decision:
      kind && decidedAt
        ? ({ kind, reason, by: row.decider ?? '', at: decidedAt } as OwnCopy['decision'])
        : null,
    handOver:
      way && handedOn && recordedAt
        ? ({ way, on: handedOn, by: row.recorder ?? '', at: recordedAt } as OwnCopy['handOver'])
        : null,
  };
}

export async function insertCopy(
  tx: Tx,
  actor: SignedInActor,
  copy: Pick<
    OwnCopy,
    'id' | 'personId' | 'askedBy' | 'askedOn' | 'proof' | 'language' | 'dueOn'
  > & {
    readonly withheld: readonly WithheldSection[];
    readonly fingerprint: Buffer;
    readonly sealed: Buffer;
    readonly now: string;
    readonly expiresAt: string;
  },
): Promise<void> {
  const { sealed, now, withheld, ...row } = copy;
  await tx
    .insertInto('ownCopy')
    .values({
      ...row,
      withheld: JSON.stringify(withheld),
      bytes: sealed.length,
      programmeId: actor.programmeId,
      madeBy: actor.accountId,
      madeAt: now,
    })
    .execute();
  await tx
    .insertInto('ownCopyFile')
    .values({ copyId: copy.id, programmeId: actor.programmeId, sealed })
    .execute();
}

/** The sealed archive, once it was let out; null before, afterwards, and for whoever may not know of it. */
export async function findSealedCopy(tx: Tx, copyId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('ownCopyFile')
    .select('sealed')
    .where('copyId', '=', copyId)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

export async function insertCopyDecision(
  tx: Tx,
  actor: SignedInActor,
  decision: {
    readonly copyId: string;
    readonly madeBy: string;
    readonly kind: 'released' | 'declined';
    readonly reason: string | null;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...row } = decision;
  await tx
    .insertInto('ownCopyDecision')
    .values({
      ...row,
      programmeId: actor.programmeId,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    .execute();
}

export async function insertHandOver(
  tx: Tx,
  actor: SignedInActor,
  receipt: { copyId: string; way: string; on: string; now: string },
): Promise<void> {
  const { on, now, ...row } = receipt;
  await tx
    .insertInto('ownCopyHandOver')
    .values({
      ...row,
      handedOn: on,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

/** Deletes the archives whose time ran out. */
export async function dropExpiredCopies(tx: Tx, now: string): Promise<void> {
  await tx
    .deleteFrom('ownCopyFile')
    .where('copyId', 'in', (query) =>
      query.selectFrom('ownCopy').select('id').where('expiresAt', '<=', now),
    )
    .execute();
}
