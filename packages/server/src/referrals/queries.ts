import type { SignedInActor } from '@tirek/domain/access';
import type { Override, ReceiverWord, Referral, ReferrerWord } from '@tirek/domain/referrals';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { recordsOf, standingId } from '../people/index.ts';

/** A referral as it lies in the database, with where it goes. */
export interface ReferralRow extends Omit<Referral, 'words' | 'isToAccount'> {
  /** The record under which it was made, and whose data key opens its words. */
  readonly recordId: string;
  readonly providerId: string;
  readonly addresseeId: string | null;
  readonly sealed: Buffer;
  readonly service: unknown;
  readonly provider: unknown;
  readonly linkExpiresAt: string | null;
  readonly linkTries: number | null;
}

const referrals = (tx: Tx, actor: SignedInActor) =>
  tx
    .selectFrom('referral')
    .innerJoin('service', (join) =>
      join
        .onRef('service.serviceId', '=', 'referral.serviceId')
        .onRef('service.version', '=', 'referral.serviceVersion')
        .onRef('service.programmeId', '=', 'referral.programmeId'),
    )
    .leftJoin('referralLink', 'referralLink.referralId', 'referral.id')
    .select(['referral.id', 'referral.personId as recordId', 'referral.serviceId'])
    .select(standingId('referral.personId').as('personId'))
    .select(['referral.providerId', 'referral.receiverId', 'referral.addresseeId'])
    .select(['referral.urgency', 'referral.items', 'referral.speaks', 'referral.needId'])
    .select(['referral.proposalId', 'referral.insteadOf', 'referral.sealed', 'referral.madeBy'])
    .select(['referral.madeAt', 'referral.madeOn', 'referralLink.expiresAt as linkExpiresAt'])
    .select('referralLink.tries as linkTries')
    .select(sql<unknown>`service.entry -> 'name'`.as('service'))
    .select(
      sql<unknown>`(select provider.entry -> 'name' from provider
        where provider.programme_id = referral.programme_id and provider.provider_id = referral.provider_id
        order by provider.version desc limit 1)`.as('provider'),
    )
    .where('referral.programmeId', '=', actor.programmeId);

/** The referrals of some people within reach, the newest first. */
export async function listReferralRows(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<ReferralRow[]> {
  if (people.length === 0) return [];
  const rows = await referrals(tx, actor)
    .where('referral.personId', '=', recordsOf(people))
    .orderBy('referral.madeAt', 'desc')
    .orderBy('referral.id', 'desc')
    .execute();
  return rows as ReferralRow[];
}

/** Those of everybody within reach that are not over. */
export async function listOpenReferralRows(tx: Tx, actor: SignedInActor): Promise<ReferralRow[]> {
  const rows = await referrals(tx, actor)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('referralEvent')
            .select('referralEvent.id')
            .whereRef('referralEvent.referralId', '=', 'referral.id')
            .where('referralEvent.kind', 'in', ['closed', 'redirected', 'revoked']),
        ),
      ),
    )
    .orderBy('referral.madeAt', 'desc')
    .orderBy('referral.id', 'desc')
    .execute();
  return rows as ReferralRow[];
}

export async function findReferralRow(
  tx: Tx,
  actor: SignedInActor,
  referralId: string,
): Promise<ReferralRow | null> {
  const row = await referrals(tx, actor).where('referral.id', '=', referralId).executeTakeFirst();
  return (row as ReferralRow | undefined) ?? null;
}

export interface EventRow {
  readonly id: string;
  readonly referralId: string;
  readonly version: number;
  readonly kind: string;
  readonly via: string;
  readonly saidBy: string | null;
  readonly saidAt: string;
  readonly reason: string | null;
  readonly appointmentAt: string | null;
  readonly cameOn: string | null;
  readonly feedback: unknown;
  readonly overrideSupervisor: string | null;
  readonly overrideUntil: string | null;
  readonly sealed: Buffer | null;
}

/** What happened to some referrals within reach, the oldest first. */
export async function listEventRows(
  tx: Tx,
  actor: SignedInActor,
  referralIds: readonly string[],
): Promise<EventRow[]> {
  if (referralIds.length === 0) return [];
  return await tx
    .selectFrom('referralEvent')
    .select(['id', 'referralId', 'version', 'kind', 'via', 'saidBy', 'saidAt', 'reason'])
    .select([
      'appointmentAt',
      'cameOn',
      'feedback',
      'overrideSupervisor',
      'overrideUntil',
      'sealed',
    ])
    .where('referralId', 'in', [...referralIds])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('version')
    .execute();
}

/** Makes whoever says something of the same referral wait. */
export async function lockReferral(tx: Tx, referralId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('referral ' || ${referralId}, 0))`.execute(
    tx,
  );
}

export interface ReceiverRow {
  readonly id: string;
  /** Of a provider. */
  readonly names: Readonly<Record<'kk' | 'ru' | 'en', string>> | null;
  /** Of a specialist who signs in here. */
  readonly displayName: string | null;
  readonly isReceiver: boolean;
}

/** To whom a referral to a service may go. */
export async function listReceivers(tx: Tx, serviceId: string): Promise<ReceiverRow[]> {
  const { rows } = await sql<ReceiverRow>`
    select receiver_id as id, names, display_name as "displayName", is_receiver as "isReceiver"
    from referral_receivers(${serviceId}::uuid) order by display_name nulls first, receiver_id`.execute(
    tx,
  );
  return rows;
}

export async function listSupervisors(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select account_id as id, display_name as name from referral_supervisors() order by display_name`.execute(
    tx,
  );
  return rows;
}

/** To which of these receivers somebody agrees on a day that they are told. */
export async function listAgreedReceivers(
  tx: Tx,
  { personId, receivers, on }: { personId: string; receivers: readonly string[]; on: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ receiver: string }>`
    select receiver from unnest(${[...new Set(receivers)]}::uuid[]) as receiver
    where consent_allows(${personId}::uuid, 'referral', receiver, ${on}::date)`.execute(tx);
  return new Set(rows.map(({ receiver }) => receiver));
}

/** Names a receiver so that a consent can name it; under a number where another bears the name already. */
export async function insertReceiver(
  tx: Tx,
  actor: SignedInActor,
  { id, name, now }: { id: string; name: string; now: string },
): Promise<void> {
  const taken = await tx
    .selectFrom('consentReceiver')
    .select('id')
    .where('name', '=', name)
    .where('programmeId', '=', actor.programmeId)
    .where('id', '<>', id)
    .executeTakeFirst();
  await tx
    .insertInto('consentReceiver')
    .values({
      ...{ id, name: taken ? `${name} (${id.slice(0, 4)})` : name },
      ...{ programmeId: actor.programmeId, addedBy: actor.accountId, addedAt: now },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The names of some receivers, as consents name them. */
export async function listReceiverNames(
  tx: Tx,
  actor: SignedInActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('consentReceiver')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('programmeId', '=', actor.programmeId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The entries by which somebody agreed to a receiver, with what is sealed of them. */
export async function listGivenTo(
  tx: Tx,
  actor: SignedInActor,
  { personId, receiverId }: { personId: string; receiverId: string },
): Promise<{ id: string; personId: string; sealed: Buffer }[]> {
  const rows = await tx
    .selectFrom('consent')
    .select(['id', 'personId', 'sealed'])
    .where('personId', '=', recordsOf([personId]))
    .where('programmeId', '=', actor.programmeId)
    .where('purpose', '=', 'referral')
    .where('receiverId', '=', receiverId)
    .where('decision', '=', 'given')
    .orderBy('givenOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();
  return rows.flatMap(({ sealed, ...row }) => (sealed ? [{ ...row, sealed }] : []));
}

export async function insertReferral(
  tx: Tx,
  actor: SignedInActor,
  row: Omit<Referral, 'words' | 'isToAccount' | 'madeBy'> & {
    readonly serviceVersion: number;
    readonly providerId: string;
    readonly addresseeId: string | null;
    readonly sealed: Buffer;
  },
): Promise<void> {
  await tx
    .insertInto('referral')
    .values({
      ...{ ...row, items: [...row.items] },
      ...{ programmeId: actor.programmeId, madeBy: actor.accountId },
    })
    .execute();
}

interface Saying {
  readonly id: string;
  readonly referralId: string;
  readonly version: number;
  readonly now: string;
  readonly today: string;
}

/** What somebody who signed in says; the database judges whether she may. */
export async function insertEvent(
  tx: Tx,
  actor: SignedInActor,
  { id, referralId, version, now, today }: Saying,
  word: ReceiverWord | ReferrerWord | { kind: 'sent'; override: Override | null } | NotJustified,
  sealed: Buffer | null,
): Promise<void> {
  const override = word.kind === 'sent' ? word.override : null;
  await tx
    .insertInto('referralEvent')
    .values({
      ...{ id, referralId, version, sealed, kind: word.kind, via: 'account' },
      ...{ programmeId: actor.programmeId, saidBy: actor.accountId, saidAt: now, saidOn: today },
      ...columnsOf(word),
      overrideSupervisor: override?.supervisorId ?? null,
      overrideUntil: override?.until ?? null,
    })
    .execute();
}
export type NotJustified = { readonly kind: 'revoked'; readonly reason: 'not-justified' };

const columnsOf = (word: { readonly kind: string }) => ({
  reason: 'reason' in word ? String(word.reason) : null,
  appointmentAt: 'at' in word ? String(word.at) : null,
  cameOn: 'cameOn' in word ? String(word.cameOn) : null,
  feedback: feedbackOf(word),
});
function feedbackOf(word: { readonly kind: string }): string | null {
  if (word.kind !== 'feedback') return null;
  const { kind: _, words: __, ...answers } = word as Extract<ReceiverWord, { kind: 'feedback' }>;
  return JSON.stringify(answers);
}

export async function insertContent(
  tx: Tx,
  actor: SignedInActor,
  { referralId, sealed }: { referralId: string; sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('referralContent')
    .values({ referralId, sealed, programmeId: actor.programmeId })
    .execute();
}

/** What the receiver of a referral within reach reads; null where nothing was sent, or it was recalled. */
export async function findContent(tx: Tx, referralId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('referralContent')
    .select('sealed')
    .where('referralId', '=', referralId)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

/** Keeps the hashes of a link in place of any before; false where the referral is not open, or goes to an account. */
export async function keepLink(
  tx: Tx,
  link: {
    readonly referralId: string;
    readonly tokenHash: Buffer;
    readonly codeHash: Buffer;
    readonly expiresAt: string;
    readonly now: string;
    readonly today: string;
  },
): Promise<boolean> {
  const { referralId, tokenHash, codeHash, expiresAt, now, today } = link;
  const { rows } = await sql<{ kept: boolean }>`
    select keep_referral_link(${referralId}::uuid, ${tokenHash}, ${codeHash}, ${expiresAt}::timestamptz, ${now}::timestamptz,
      ${today}::date) as kept`.execute(tx);
  return rows[0]?.kept === true;
}

export async function listReferralColleagues(tx: Tx, people: readonly string[]) {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select distinct known.account_id as "accountId", known.display_name as name
    from unnest(${[...people]}::uuid[]) as who cross join lateral referral_colleagues(who) as known`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ accountId, name }) => [accountId, name]));
}

export interface BoardRow {
  readonly region: string | null;
  readonly provider: unknown;
  readonly urgency: string;
  readonly state: string;
  readonly sentOn: string;
  readonly dueAt: string | null;
}

/** The referrals of the actor's regions, without whom they are about. */
export async function listBoard(tx: Tx, now: string): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    select region_code as region, provider, urgency, state, sent_on as "sentOn", due_at as "dueAt"
    from referral_board(${now}::timestamptz)`.execute(tx);
  return rows;
}

/** A referral as its receiver gets it. */
export interface ShownRow {
  readonly id: string;
  readonly version: number;
  readonly urgency: string;
  readonly state: string;
  readonly sentAt: string;
  readonly appointmentAt: string | null;
  readonly service: unknown;
  readonly provider: unknown;
  readonly colleague: string | null;
  readonly sealed: Buffer;
}

const shown = sql`id, version, urgency, state, sent_at as "sentAt", appointment_at as "appointmentAt", service, provider,
  colleague, sealed`;

/** Those sent to the actor that are open and still agreed to. */
export async function listOwnReferrals(
  tx: Tx,
  { now, today }: { now: string; today: string },
): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select ${shown} from referrals_of_receiver(${now}::timestamptz, ${today}::date) order by sent_at, id`.execute(
    tx,
  );
  return rows;
}

interface Knocking {
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
  readonly now: string;
  readonly today: string;
}

export type Knocked<Outcome extends string, Row> = Row & {
  readonly outcome: Outcome;
  readonly triesLeft: number;
  readonly programmeId: string | null;
};

/** What a link and its code open. */
export async function openLink(
  tx: Tx,
  { tokenHash, codeHash, now, today, eventId }: Knocking & { readonly eventId: string },
): Promise<Knocked<'refused' | 'wrong-code' | 'open', ShownRow>> {
  const { rows } = await sql<Knocked<'refused' | 'wrong-code' | 'open', ShownRow>>`
    select outcome, tries_left as "triesLeft", programme_id as "programmeId", ${shown}
    from open_referral_link(${tokenHash}, ${codeHash}, ${now}::timestamptz, ${today}::date, ${eventId}::uuid)`.execute(
    tx,
  );
  return rows[0] as (typeof rows)[number];
}

/** Says something by a link. */
export async function answerLink(
  tx: Tx,
  { tokenHash, codeHash, now, today }: Knocking,
  said: {
    readonly id: string;
    readonly basedOn: number;
    readonly word: ReceiverWord;
    readonly sealed: Buffer | null;
  },
): Promise<Knocked<'refused' | 'wrong-code' | 'not-now' | 'open', { readonly id: string | null }>> {
  const { reason, appointmentAt, cameOn, feedback } = columnsOf(said.word);
  const { rows } = await sql<
    Knocked<'refused' | 'wrong-code' | 'not-now' | 'open', { readonly id: string | null }>
  >`
    select outcome, tries_left as "triesLeft", programme_id as "programmeId", id
    from answer_referral_link(${tokenHash}, ${codeHash}, ${now}::timestamptz, ${today}::date, ${said.id}::uuid, ${said.basedOn},
      ${said.word.kind}, ${reason}, ${appointmentAt}::timestamptz, ${cameOn}::date, ${feedback}::jsonb, ${said.sealed})`.execute(
    tx,
  );
  return rows[0] as (typeof rows)[number];
}

/** For the job: what has run out. */
export async function listToEnd(
  tx: Tx,
  { now, today, limit }: { now: string; today: string; limit: number },
) {
  const { rows } = await sql<{
    referralId: string;
    personId: string;
    kind: 'expired' | 'revoked';
    version: number;
  }>`select referral_id as "referralId", person_id as "personId", kind, version
    from referrals_to_end(${now}::timestamptz, ${today}::date, ${limit})`.execute(tx);
  return rows;
}

export async function endReferral(
  tx: Tx,
  row: {
    readonly id: string;
    readonly referralId: string;
    readonly version: number;
    readonly kind: 'expired' | 'revoked';
    readonly now: string;
    readonly today: string;
  },
): Promise<void> {
  const { id, referralId, version, kind, now, today } = row;
  await sql`select end_referral(${id}::uuid, ${referralId}::uuid, ${version}, ${kind}, ${now}::timestamptz, ${today}::date)`.execute(
    tx,
  );
}

/** For the job: what nobody was told yet, and whom to tell. */
export async function listNews(tx: Tx, { now, limit }: { now: string; limit: number }) {
  const { rows } = await sql<{ newsId: string; referralId: string; told: string[] }>`
    select news_id as "newsId", referral_id as "referralId", told from referral_news(${now}::timestamptz, ${limit})`.execute(
    tx,
  );
  return rows;
}

/** False where another process has told it already. */
export async function markTold(
  tx: Tx,
  { newsId, referralId, now }: { newsId: string; referralId: string; now: string },
): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select referral_was_told(${newsId}::uuid, ${referralId}::uuid, ${now}::timestamptz) as told`.execute(
    tx,
  );
  return rows[0]?.told === true;
}

export async function listProgrammes(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('programme').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
