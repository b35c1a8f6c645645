import type { SignedInActor } from '@tirek/domain/access';
import type {
  AwayReason,
  PutAwayFile,
  Renewal,
  RenewalVerdict,
} from '@tirek/domain/privacy/retention';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** A file of the actor's team as the database knows it. */
export interface TeamFile {
  readonly familyId: string;
  readonly holderId: string;
  readonly holder: string;
  readonly confirmedAt: string;
  readonly endedAt: string | null;
  readonly caseState: string | null;
}

/** The files of the actor's team that are not put away; none for who gives no word on them. */
export async function listTeamFiles(tx: Tx): Promise<TeamFile[]> {
  const { rows } = await sql<TeamFile>`select * from files_of_team()`.execute(tx);
  return rows;
}

export async function insertRenewal(
  tx: Tx,
  actor: SignedInActor,
  renewal: Pick<Renewal, 'familyId' | 'holderId'> & {
    readonly id: string;
    readonly verdict: RenewalVerdict;
    readonly reason: string;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...row } = renewal;
  await tx
    .insertInto('purposeRenewal')
    .values({
      ...row,
      programmeId: actor.programmeId,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    .execute();
}

/** A file in which nothing has happened since the bounds, as the database knows it. */
export interface QuietRow {
  readonly familyId: string;
  readonly people: number;
  readonly activeAt: string;
  readonly endedAt: string | null;
  readonly caseState: string | null;
  readonly isStopped: boolean;
}

/** Instants before which something must have happened for a file to be looked at. */
interface Bounds {
  readonly active: string;
  readonly ended: string;
  readonly now: string;
}

/** The quiet files that the actor may know of; none for most. */
export async function listQuietFilesKnown(
  tx: Tx,
  { active, ended, now }: Bounds,
): Promise<QuietRow[]> {
  const { rows } = await sql<QuietRow>`
    select * from quiet_files_known(${active}, ${ended}, ${now})`.execute(tx);
  return rows;
}

/** The quiet files of a programme, for what runs by itself. */
export async function listQuietFiles(
  tx: Tx,
  programmeId: string,
  { active, ended, now }: Bounds,
): Promise<QuietRow[]> {
  const { rows } = await sql<QuietRow>`
    select * from quiet_files(${programmeId}, ${active}, ${ended}, ${now}) quiet order by quiet.family_id`.execute(
    tx,
  );
  return rows;
}

export async function listProgrammeIds(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('programme').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Files put away and files whose word is overdue, as far as the actor may know; null where she may not. */
export async function findFileNumbers(
  tx: Tx,
  confirmedBefore: string,
): Promise<{ putAway: number; overdue: number } | null> {
  const { rows } = await sql<{ putAway: number; overdue: number }>`
    select * from file_numbers(${confirmedBefore})`.execute(tx);
  return rows[0] ?? null;
}

/** Puts a file away. @returns whom it is about; null where something has come in between. */
export async function putFileAway(
  tx: Tx,
  file: {
    readonly id: string;
    readonly familyId: string;
    readonly because: AwayReason;
    readonly now: string;
  },
): Promise<string[] | null> {
  const { rows } = await sql<{ people: string[] | null }>`
    select put_file_away(${file.id}, ${file.familyId}, ${file.because}, ${file.now}) as people`.execute(
    tx,
  );
  return rows[0]?.people ?? null;
}

/** Files within reach that are put away, the newest first. */
export async function listPutAwayFiles(tx: Tx, actor: SignedInActor): Promise<PutAwayFile[]> {
  const { rows } = await sql<PutAwayFile>`
    select away.id, away.family_id, away.because, away.put_away_at as since, held.display_name as holder,
      held.account_id = ${actor.accountId} as is_own
    from put_away away join family_holders() held on held.family_id = away.family_id
    where away.programme_id = ${actor.programmeId} and away.reopened_at is null
    order by away.put_away_at desc, away.id`.execute(tx);
  return rows;
}

/** Opens a file again. @returns false where it is not the actor's to open. */
export async function reopenPutAway(
  tx: Tx,
  actor: SignedInActor,
  { fileId, reason, now }: { fileId: string; reason: string; now: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('putAway')
    .set({ reopenedBy: actor.accountId, reopenedAt: now, reopenedWhy: reason })
    .where('id', '=', fileId)
    .where('reopenedAt', 'is', null)
    .executeTakeFirst();
  return row.numUpdatedRows === 1n;
}
