import type { SignedInActor } from '@tirek/domain/access';
import { type Extract, extractState } from '@tirek/domain/privacy/extracts';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { standingId } from '../../people/index.ts';

/** A list as it lies in the database. */
export type ExtractRow = Omit<Extract, 'reason'> & { readonly reason: Buffer };

/** The actor's own lists and those that she may let out; what waits first, then the newest. */
export async function listExtractRows(
  tx: Tx,
  actor: SignedInActor,
  now: string,
): Promise<ExtractRow[]> {
  const rows = await extractsOf(tx, actor)
    .orderBy(sql`made.needs_second and decision.kind is null and made.expires_at > ${now} desc`)
    .orderBy('made.madeAt', 'desc')
    .orderBy('made.id')
    .limit(200)
    .execute();
  return rows.map((row) => extractOf(row, now));
}

/** One list that the actor may know of, or null. */
export async function findExtract(
  tx: Tx,
  actor: SignedInActor,
  { id, now }: { id: string; now: string },
): Promise<ExtractRow | null> {
  const row = await extractsOf(tx, actor).where('made.id', '=', id).executeTakeFirst();
  return row ? extractOf(row, now) : null;
}

const extractsOf = (tx: Tx, actor: SignedInActor) =>
  tx
    .selectFrom('extract as made')
    .leftJoin('extractDecision as decision', 'decision.extractId', 'made.id')
    .select([
      'made.id',
      'made.purpose',
      'made.columns',
      'made.reason',
      'made.people',
      'made.noConsent',
      'made.erased',
      'made.needsSecond',
      'made.fingerprint',
      'made.madeBy',
      'made.madeAt',
      'made.expiresAt',
      'decision.kind',
      'decision.reason as declinedWhy',
      'decision.decidedAt',
      sql<string | null>`extract_colleague(made.id, made.made_by)`.as('maker'),
      sql<string | null>`extract_colleague(made.id, decision.decided_by)`.as('decider'),
    ])
    .where('made.programmeId', '=', actor.programmeId);

type Row = Awaited<ReturnType<ReturnType<typeof extractsOf>['execute']>>[number];

function extractOf(row: Row, now: string): ExtractRow {
  const { kind, declinedWhy, decidedAt, needsSecond, expiresAt } = row;
  const decided = kind as 'released' | 'declined' | null;
  return {
    id: row.id,
    purpose: row.purpose as Extract['purpose'],
    columns: row.columns as Extract['columns'],
    reason: row.reason,
    people: row.people,
    leftOut: { noConsent: row.noConsent, erased: row.erased },
    needsSecond,
    fingerprint: row.fingerprint.toString('hex'),
    madeBy: { id: row.madeBy, name: row.maker ?? '' },
    madeAt: row.madeAt,
    expiresAt,
    state: extractState({ needsSecond, decided, expiresAt, now }),
    decision:
      decided && decidedAt
        ? ({
            kind: decided,
            reason: declinedWhy,
            by: row.decider ?? '',
            at: decidedAt,
          } as Extract['decision'])
        : null,
  };
}

/** Which of these people agreed to a purpose, on a day. */
export async function listAgreedTo(
  tx: Tx,
  { people, purpose, on }: { people: readonly string[]; purpose: string; on: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select person from unnest(${[...people]}::uuid[]) as person
    where consent_allows(person, ${purpose}, null, ${on}::date)`.execute(tx);
  return new Set(rows.map(({ person }) => person));
}

/** Makes one account's lists one after another, so that two at once are counted together. */
export async function lockExtracts(tx: Tx, actor: SignedInActor): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('extract ' || ${actor.accountId}, 0))`.execute(
    tx,
  );
}

/** Whom the actor's lists since a moment hold that left without a second person's word. */
export async function listTakenOut(
  tx: Tx,
  actor: SignedInActor,
  since: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('extractPerson')
    .innerJoin('extract', 'extract.id', 'extractPerson.extractId')
    .select('extractPerson.personId')
    .distinct()
    .where('extract.madeBy', '=', actor.accountId)
    .where('extract.needsSecond', '=', false)
    .where('extract.madeAt', '>=', since)
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** Whom a list of the actor's holds. */
export async function listExtractPeople(tx: Tx, extractId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('extractPerson')
    .select(standingId('extractPerson.personId').as('personId'))
    .where('extractId', '=', extractId)
    .execute();
  return rows.map(({ personId }) => personId);
}

export async function insertExtract(
  tx: Tx,
  actor: SignedInActor,
  extract: Pick<Extract, 'id' | 'purpose' | 'needsSecond' | 'expiresAt'> & {
    readonly columns: readonly string[];
    readonly reason: Buffer;
    readonly language: string;
    readonly people: readonly string[];
    readonly noConsent: number;
    readonly erased: number;
    readonly fingerprint: Buffer;
    readonly sealed: Buffer;
    readonly now: string;
  },
): Promise<void> {
  const { people, columns, sealed, now, ...row } = extract;
  const { programmeId } = actor;
  await tx
    .insertInto('extract')
    .values({
      ...row,
      programmeId,
      columns: [...columns],
      people: people.length,
      madeBy: actor.accountId,
      madeAt: now,
    })
    .execute();
  await tx
    .insertInto('extractPerson')
    .values(people.map((personId) => ({ extractId: extract.id, programmeId, personId })))
    .execute();
  await tx
    .insertInto('extractFile')
    .values({ extractId: extract.id, programmeId, sealed })
    .execute();
}

/** The sealed archive, once it may leave; null before, afterwards, and for everybody but its maker. */
export async function findSealedExtract(tx: Tx, extractId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('extractFile')
    .select('sealed')
    .where('extractId', '=', extractId)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

export async function insertExtractDecision(
  tx: Tx,
  actor: SignedInActor,
  decision: {
    readonly extractId: string;
    readonly madeBy: string;
    readonly kind: 'released' | 'declined';
    readonly reason: string | null;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...row } = decision;
  await tx
    .insertInto('extractDecision')
    .values({
      ...row,
      programmeId: actor.programmeId,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    .execute();
}

/** Deletes the archives whose time ran out. */
export async function dropExpiredExtracts(tx: Tx, now: string): Promise<void> {
  await tx
    .deleteFrom('extractFile')
    .where('extractId', 'in', (query) =>
      query.selectFrom('extract').select('id').where('expiresAt', '<=', now),
    )
    .execute();
}
