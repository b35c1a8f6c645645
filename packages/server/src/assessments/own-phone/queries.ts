import type { SignedInActor } from '@tirek/domain/access';
import type { PhoneAsking } from '@tirek/domain/assessments/own-phone';
import { sql } from 'kysely';
import { LINK_TRIES, type LinkHashes } from '../../access/index.ts';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../../people/index.ts';

interface Moment {
  readonly now: string;
  readonly today: string;
}

const askings = (tx: Tx, { now, today }: Moment) =>
  tx
    .selectFrom('phoneAsking')
    .innerJoin('phoneAskingLink', 'phoneAskingLink.askingId', 'phoneAsking.id')
    .leftJoin('phoneAskingEnd', 'phoneAskingEnd.askingId', 'phoneAsking.id')
    .select(['phoneAsking.id', 'formCode', 'formVersion', 'askedAt', 'expiresAt'])
    .select(['phoneAskingEnd.endedAt', 'phoneAskingEnd.assessmentId'])
    .select([
      standingId('phoneAsking.personId').as('personId'),
      sql<number>`greatest(0, ${LINK_TRIES} - phone_asking_link.tries)`.as('triesLeft'),
      sql<string>`phone_asking_state(phone_asking.id, ${now}::timestamptz, ${today}::date)`.as(
        'state',
      ),
    ])
    .orderBy('askedAt', 'desc')
    .orderBy('phoneAsking.id');

/** The links of one person within reach, the newest first. */
export async function listPhoneAskings(
  tx: Tx,
  actor: SignedInActor,
  of: Moment & { readonly personId: string },
): Promise<PhoneAsking[]> {
  const rows = await askings(tx, of)
    .where('phoneAsking.personId', '=', recordsOf([of.personId]))
    .where('phoneAsking.programmeId', '=', actor.programmeId)
    .execute();
  return rows as PhoneAsking[];
}

/** Those of the families that the actor holds herself, asked since a moment. */
export async function listPhoneAskingsHeld(
  tx: Tx,
  actor: SignedInActor,
  of: Moment & { readonly since: string },
): Promise<PhoneAsking[]> {
  const { rows: held } = await sql<{ personId: string }>`
    select distinct ${standingId('member.person_id')} as "personId" from family_member member
    join caseload held on held.family_id = member.family_id
    where member.until_on is null and held.account_id = ${actor.accountId} and held.until_at is null`.execute(
    tx,
  );
  const rows = await askings(tx, of)
    .where('phoneAsking.personId', '=', recordsOf(held.map(({ personId }) => personId)))
    .where('askedAt', '>=', of.since)
    .execute();
  return rows as PhoneAsking[];
}

export async function insertPhoneAsking(
  tx: Tx,
  actor: SignedInActor,
  asking: Pick<PhoneAsking, 'id' | 'personId' | 'formCode' | 'formVersion' | 'expiresAt'> &
    Moment &
    LinkHashes,
): Promise<void> {
  const { now, today, tokenHash, codeHash, ...row } = asking;
  await tx
    .insertInto('phoneAsking')
    .values({
      ...row,
      programmeId: actor.programmeId,
      askedBy: actor.accountId,
      askedAt: now,
      askedOn: today,
    })
    .execute();
  await sql`select keep_phone_link(${row.id}::uuid, ${tokenHash}, ${codeHash})`.execute(tx);
}

/** Whom a link is of, for whoever reaches her. */
export async function findPhoneAsking(
  tx: Tx,
  askingId: string,
  { now, today }: Moment,
): Promise<PhoneAsking | null> {
  const row = await askings(tx, { now, today })
    .where('phoneAsking.id', '=', askingId)
    .executeTakeFirst();
  return (row as PhoneAsking | undefined) ?? null;
}

export async function insertTakenBack(
  tx: Tx,
  actor: SignedInActor,
  { askingId, now }: { readonly askingId: string; readonly now: string },
): Promise<void> {
  await tx
    .insertInto('phoneAskingEnd')
    .values({
      askingId,
      programmeId: actor.programmeId,
      kind: 'taken-back',
      endedBy: actor.accountId,
      endedAt: now,
    })
    .execute();
}

export interface Tried {
  readonly outcome: string;
  readonly triesLeft: number;
  readonly askingId: string | null;
  readonly programmeId: string | null;
  readonly personId: string | null;
  readonly formCode: string | null;
  readonly formVersion: string | null;
  readonly askedAt: string | null;
  /** Whoever holds the family today; null where nobody does. */
  readonly accountId: string | null;
  readonly regionCode: string | null;
  /** The assessment that it was answered as, for whoever knows the code. */
  readonly answeredAs: string | null;
}

/** What a link and its code open; a wrong code is counted. */
export async function tryPhoneLink(
  tx: Tx,
  { tokenHash, codeHash, now, today }: LinkHashes & Moment,
  to: 'open' | 'answer',
): Promise<Tried> {
  const { rows } = await sql<Tried>`
    select outcome, tries_left as "triesLeft", asking_id as "askingId", programme_id as "programmeId", person_id as "personId",
      form_code as "formCode", form_version as "formVersion", asked_at as "askedAt", account_id as "accountId",
      region_code as "regionCode", answered_as as "answeredAs"
    from try_phone_link(${tokenHash}, ${codeHash}, ${now}::timestamptz, ${today}::date, ${to})`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new RangeError('try_phone_link gives one row.');
  return row;
}

/** The one time that a link is answered; false where it is not open any more. */
export async function answerPhoneLink(
  tx: Tx,
  { tokenHash, codeHash, now, today }: LinkHashes & Moment,
  assessmentId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select answer_phone_link(${tokenHash}, ${codeHash}, ${now}::timestamptz, ${today}::date, ${assessmentId}::uuid) as done`.execute(
    tx,
  );
  return rows[0]?.done ?? false;
}
