import type { SignedInActor } from '@tirek/domain/access';
import type { TeacherAnswers } from '@tirek/domain/assessments/teacher-answers';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

export interface GivenRow {
  readonly id: string;
  readonly pupilId: string;
  readonly formCode: string;
  readonly takenOn: string;
}

/** What was sent about the pupils on the actor's own list. */
export async function listGiven(tx: Tx, actor: SignedInActor): Promise<GivenRow[]> {
  return await tx
    .selectFrom('teacherAnswers')
    .select(['id', 'pupilId', 'formCode', 'takenOn'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('takenOn', 'desc')
    .orderBy('id')
    .execute();
}

export async function insertGiven(
  tx: Tx,
  actor: SignedInActor,
  row: Omit<TeacherAnswers, 'answers' | 'languages'> & {
    id: string;
    pupilId: string;
    sealed: Buffer;
    now: string;
    today: string;
  },
): Promise<void> {
  const { now, today, sealed, ...rest } = row;
  const { programmeId, accountId } = actor;
  await tx
    .insertInto('teacherAnswers')
    .values({ ...rest, programmeId, recordedBy: accountId, recordedAt: now, recordedOn: today })
    .execute();
  await tx
    .insertInto('teacherAnswersSealed')
    .values({ answersId: row.id, programmeId, sealed })
    .execute();
}

export interface WaitingRow
  extends Omit<TeacherAnswers, 'answers' | 'languages'>,
    Pick<GivenRow, 'id'> {
  readonly personId: string;
  readonly sealed: Buffer;
}

/** What waits for people within reach, as it is let through on a day. */
export async function listWaiting(tx: Tx, on: string): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select person_id, id, form_code, form_version, mode, language, is_entered_twice, taken_on, answered_at, sealed
    from teacher_answers_passed(${on}::date) order by taken_on, id`.execute(tx);
  return rows;
}
