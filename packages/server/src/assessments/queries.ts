import type { SignedInActor } from '@tirek/domain/access';
import type { Assessment, AssessmentInput, Competence } from '@tirek/domain/assessments';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { recordsOf, standingId } from '../people/index.ts';

/** An assessment as it lies in the database, with what is sealed of it. */
export interface AssessmentRow extends Omit<Assessment, 'sealed'> {
  /** The record under which it was written, and whose data key opens it. */
  readonly recordId: string;
  readonly sealed: Buffer;
}

/** Every assessment of some people within reach, the oldest first. */
export async function listAssessmentRows(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<AssessmentRow[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('assessment')
    .select(['id', 'personId as recordId', 'formCode', 'formVersion', 'mode', 'informant'])
    .select(standingId('assessment.personId').as('personId'))
    .select(['language', 'isEnteredTwice', 'takenOn', 'answeredAt', 'scores', 'conclusions'])
    .select(['sealed', 'supersedes', 'because', 'recordedBy', 'recordedOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('takenOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows as unknown as AssessmentRow[];
}

/** Makes whoever corrects the same entry wait. */
export async function lockAssessmentsOf(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('assessments ' || ${personId}, 0))`.execute(
    tx,
  );
}

type Kept = Omit<AssessmentInput, 'answers' | 'languages' | 'mode'> &
  Pick<Assessment, 'conclusions' | 'mode'>;

export async function insertAssessment(
  tx: Tx,
  actor: SignedInActor,
  row: Kept & { id: string; personId: string; sealed: Buffer; now: string; today: string },
): Promise<void> {
  const { now, today, scores, conclusions, ...rest } = row;
  await tx
    .insertInto('assessment')
    .values({
      ...rest,
      scores: JSON.stringify(scores),
      conclusions: JSON.stringify(conclusions),
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
}

/** Who of these people agreed to screening, on a day. */
export async function listAgreedToScreening(
  tx: Tx,
  { people, on }: { people: readonly string[]; on: string },
): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from unnest(${[...people]}::uuid[]) as person
    where consent_allows(person, 'screening', null, ${on}::date)`.execute(tx);
  return rows.map(({ person }) => person);
}

/** Whether the actor holds a family of this person herself. */
export async function isHeldBy(tx: Tx, actor: SignedInActor, personId: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from family_member member join caseload held on held.family_id = member.family_id
      where member.person_id = ${recordsOf([personId])} and member.until_on is null
        and held.account_id = ${actor.accountId} and held.until_at is null) as held`.execute(tx);
  return rows[0]?.held ?? false;
}

/** The newest version of every competence in the actor's sight, as far as it is of one account or one form. */
export async function listNewestCompetences(
  tx: Tx,
  actor: SignedInActor,
  of: { accountId?: string; formCode?: string } = {},
): Promise<Competence[]> {
  let query = tx
    .selectFrom('competence')
    .distinctOn(['accountId', 'formCode'])
    .select(['accountId', 'formCode', 'version', 'state', 'validUntil', 'recordedOn'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('accountId')
    .orderBy('formCode')
    .orderBy('version', 'desc');
  if (of.accountId !== undefined) query = query.where('accountId', '=', of.accountId);
  if (of.formCode !== undefined) query = query.where('formCode', '=', of.formCode);
  return (await query.execute()) as Competence[];
}

/** Whose competences the actor sees. */
export async function listCompetencePeople(tx: Tx): Promise<{ accountId: string; name: string }[]> {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select account_id as "accountId", display_name as name from competence_people() order by display_name`.execute(
    tx,
  );
  return rows;
}

export async function lockCompetence(
  tx: Tx,
  { accountId, formCode }: { accountId: string; formCode: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('competence ' || ${accountId} || ${formCode}, 0))`.execute(
    tx,
  );
}

export async function insertCompetence(
  tx: Tx,
  actor: SignedInActor,
  {
    now,
    today,
    ...row
  }: Omit<Competence, 'recordedOn'> & { id: string; now: string; today: string },
): Promise<void> {
  await tx
    .insertInto('competence')
    .values({
      ...row,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
}
