import type { SignedInActor } from '@tirek/domain/access';
import type { ErasurePreview, ErasureRequest, LegalHold } from '@tirek/domain/privacy/erasure';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

interface PreviewRow {
  readonly identityVersions: number;
  readonly searchMarks: number;
  readonly sealedConsents: number;
  readonly lifeFacts: number;
  readonly languages: number;
  readonly caseWords: number;
  readonly papers: number;
  readonly circumstances: number;
  readonly attachments: number;
  readonly schoolNotes: number;
  readonly peerMatches: number;
  readonly assessments: number;
  readonly careSteps: number;
  readonly supportGiven: number;
  readonly referrals: number;
  readonly phoneLinks: number;
  readonly families: number;
  readonly residences: number;
  readonly consentWords: number;
  readonly sharedFacts: number;
  readonly caseEntries: number;
  readonly papersAbout: number;
  readonly safetyEvents: number;
  readonly logEntries: number;
  readonly requestId: string | null;
  readonly askedAt: string | null;
  readonly isErased: boolean;
}

/** What an erasure would take and leave, for who may ask or decide; null for everybody else. */
export async function findPreview(tx: Tx, personId: string): Promise<ErasurePreview | null> {
  const { rows } = await sql<PreviewRow>`select * from erasure_preview(${personId})`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const { rows: atSchool } = await sql<{ count: number }>`
    select school_record_counted(${personId}) as count`.execute(tx);
  const { identityVersions, searchMarks, sealedConsents, lifeFacts, languages } = row;
  const { caseWords, papers, circumstances, attachments, schoolNotes, peerMatches } = row;
  const { assessments, careSteps, supportGiven, referrals, phoneLinks } = row;
  const { families, residences, consentWords, sharedFacts, caseEntries, papersAbout } = row;
  return {
    goes: {
      ...{ identityVersions, searchMarks, sealedConsents, lifeFacts, languages },
      ...{ caseWords, papers, circumstances, attachments, schoolNotes, peerMatches },
      ...{ assessments, careSteps, supportGiven, referrals, phoneLinks },
    },
    stays: {
      ...{ families, residences, consentWords, sharedFacts, caseEntries, papersAbout },
      ...{ safetyEvents: row.safetyEvents, logEntries: row.logEntries },
      schoolEntries: atSchool[0]?.count ?? 0,
    },
    request: row.requestId && row.askedAt ? { id: row.requestId, askedAt: row.askedAt } : null,
    isErased: row.isErased,
  };
}

export async function insertRequest(
  tx: Tx,
  actor: SignedInActor,
  request: { id: string; personId: string; basis: string; now: string },
): Promise<void> {
  const { now, ...rest } = request;
  await tx
    .insertInto('erasureRequest')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      askedBy: actor.accountId,
      askedAt: now,
    })
    .execute();
}

/** Every request of the programme, the undecided first, then the newest. */
export async function listRequests(tx: Tx, actor: SignedInActor): Promise<ErasureRequest[]> {
  const rows = await tx
    .selectFrom('erasureRequest as asked')
    .innerJoin('account as asker', 'asker.id', 'asked.askedBy')
    .leftJoin('erasureDecision as decision', 'decision.requestId', 'asked.id')
    .leftJoin('account as decider', 'decider.id', 'decision.decidedBy')
    .select([
      'asked.id',
      'asked.personId',
      'asked.basis',
      'asked.askedAt',
      'asker.id as askerId',
      'asker.displayName as askerName',
      'decision.kind',
      'decision.reason',
      'decision.decidedAt',
      'decider.displayName as deciderName',
    ])
    .select(sql<boolean>`stands_on_hold(asked.person_id)`.as('isOnHold'))
    .where('asked.programmeId', '=', actor.programmeId)
    .orderBy(sql`decision.kind is not null`)
    .orderBy('asked.askedAt', 'desc')
    .execute();
  return rows.map(({ id, personId, basis, askedAt, askerId, askerName, isOnHold, ...row }) => ({
    id,
    personId,
    basis: basis as ErasureRequest['basis'],
    askedAt,
    askedBy: { id: askerId, name: askerName },
    isOnHold: Boolean(isOnHold),
    decision:
      row.kind && row.decidedAt
        ? ({
            kind: row.kind,
            reason: row.reason,
            by: row.deciderName ?? '',
            at: row.decidedAt,
          } as ErasureRequest['decision'])
        : null,
  }));
}

/** The request with whom it is about, as far as the actor decides about requests. */
export async function findRequest(tx: Tx, actor: SignedInActor, id: string) {
  const row = await tx
    .selectFrom('erasureRequest')
    .leftJoin('erasureDecision', 'erasureDecision.requestId', 'erasureRequest.id')
    .select([
      'erasureRequest.id',
      'erasureRequest.personId',
      'erasureRequest.askedBy',
      'erasureDecision.kind as decided',
    ])
    .where('erasureRequest.id', '=', id)
    .where('erasureRequest.programmeId', '=', actor.programmeId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertDecision(
  tx: Tx,
  actor: SignedInActor,
  decision: {
    readonly request: { readonly id: string; readonly personId: string; readonly askedBy: string };
    readonly kind: 'erased' | 'declined';
    readonly reason: string | null;
    readonly now: string;
  },
): Promise<void> {
  const { request, kind, reason, now } = decision;
  await tx
    .insertInto('erasureDecision')
    .values({
      requestId: request.id,
      programmeId: actor.programmeId,
      personId: request.personId,
      askedBy: request.askedBy,
      kind,
      reason,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    .execute();
}

/** A sealed text that must be read to erase somebody, with the data key that opens it. */
export interface NamingText {
  readonly place: 'identity' | 'consent' | 'case' | 'safety' | 'step' | 'support' | 'referral';
  readonly id: string;
  readonly personId: string;
  readonly version: number | null;
  readonly keyVersion: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

/** For who has just decided; nothing for everybody else. */
export async function listTextsOfRequest(tx: Tx, requestId: string): Promise<NamingText[]> {
  const { rows } = await sql<NamingText>`select * from erasure_texts(${requestId})`.execute(tx);
  return rows;
}

/** As the owner of the tables, when a restored backup is told whom to erase again. */
export async function listTextsNaming(tx: Tx, personId: string): Promise<NamingText[]> {
  const { rows } = await sql<NamingText>`select * from texts_naming(${personId})`.execute(tx);
  return rows;
}

export interface StruckText {
  readonly id: string;
  readonly sealed: Buffer;
}

const idsOf = (struck: readonly StruckText[]) => struck.map(({ id }) => id);
const textsOf = (struck: readonly StruckText[]) => struck.map(({ sealed }) => sealed);

/** @returns false when nothing was decided in this transaction. */
export async function eraseAsDecided(
  tx: Tx,
  erasing: { requestId: string; struck: readonly StruckText[]; now: string },
): Promise<boolean> {
  const { requestId, struck, now } = erasing;
  const { rows } = await sql<{ isErased: boolean }>`
    select erase_as_decided(${requestId}, ${idsOf(struck)}::uuid[], ${textsOf(struck)}::bytea[], ${now}) as is_erased`.execute(
    tx,
  );
  return rows[0]?.isErased ?? false;
}

/** As the owner of the tables. */
export async function erasePerson(
  tx: Tx,
  erasing: { personId: string; struck: readonly StruckText[]; now: string },
): Promise<void> {
  const { personId, struck, now } = erasing;
  await sql`
    select erase_person(${personId}, ${idsOf(struck)}::uuid[], ${textsOf(struck)}::bytea[], ${now})`.execute(
    tx,
  );
}

/** Who of these people is in this database and not erased in it, with her programme. */
export async function listNotErased(
  tx: Tx,
  personIds: readonly string[],
): Promise<{ personId: string; programmeId: string }[]> {
  if (personIds.length === 0) return [];
  return await tx
    .selectFrom('person')
    .select(['person.id as personId', 'person.programmeId'])
    .where('person.id', 'in', [...personIds])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('erasure').whereRef('erasure.personId', '=', 'person.id'))),
    )
    .execute();
}

/** How many were erased. */
export async function countErasures(tx: Tx): Promise<number> {
  const { rows } = await sql<{ erasures: number }>`
    select count(*)::integer as erasures from erasure`.execute(tx);
  return rows[0]?.erasures ?? 0;
}

/** Everybody who was erased, in order. */
export async function listErasures(tx: Tx): Promise<{ personId: string; erasedAt: string }[]> {
  return await tx
    .selectFrom('erasure')
    .select(['personId', 'erasedAt'])
    .orderBy('erasedAt')
    .orderBy('personId')
    .execute();
}

export async function listHolds(tx: Tx, actor: SignedInActor): Promise<LegalHold[]> {
  const rows = await tx
    .selectFrom('legalHold')
    .select(['id', 'personId', 'basis', 'placedAt', 'liftedAt'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy(sql`lifted_at is not null`)
    .orderBy('placedAt', 'desc')
    .execute();
  return rows as LegalHold[];
}

export async function insertHold(
  tx: Tx,
  actor: SignedInActor,
  hold: { id: string; personId: string; basis: string; now: string },
): Promise<void> {
  const { now, ...rest } = hold;
  await tx
    .insertInto('legalHold')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      placedBy: actor.accountId,
      placedAt: now,
    })
    .execute();
}

/** @returns whom it was about; null where no such hold stands. */
export async function liftHold(
  tx: Tx,
  actor: SignedInActor,
  { id, now }: { id: string; now: string },
): Promise<string | null> {
  const row = await tx
    .updateTable('legalHold')
    .set({ liftedBy: actor.accountId, liftedAt: now })
    .where('id', '=', id)
    .where('programmeId', '=', actor.programmeId)
    .where('liftedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
  return row?.personId ?? null;
}
