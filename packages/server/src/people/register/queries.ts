import type { SignedInActor } from '@tirek/domain/access';
import type { Sex } from '@tirek/domain/people';
import { type RegisterImport, RegisterMapping } from '@tirek/domain/people/register';
import { Problem } from '@tirek/domain/problem';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Database, Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../merging/queries.ts';
import type { FoundRecord } from '../searching/cards.ts';

type State = RegisterImport['state'];

export interface ImportRow extends Omit<RegisterImport, 'fileName'> {
  readonly name: Buffer | null;
}

const SHOWN = [
  ...(['id', 'uploadedAt', 'state', 'name', 'done', 'total', 'people', 'families'] as const),
  ...(['linked', 'errors', 'warnings', 'undecided', 'asked', 'hasNews', 'refusal'] as const),
] as const;

/** An import of the actor's own. @throws Problem `not-found` */
export async function getImportRow(tx: Tx, id: string): Promise<ImportRow> {
  const row = await tx
    .selectFrom('registerImport')
    .select([...SHOWN])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row as ImportRow;
}

/** The actor's own imports, the newest first. */
export async function listImportRows(
  tx: Tx,
  actor: SignedInActor,
  most: number,
): Promise<ImportRow[]> {
  const rows = await tx
    .selectFrom('registerImport')
    .select([...SHOWN])
    .where('uploadedBy', '=', actor.accountId)
    .orderBy('uploadedAt', 'desc')
    .limit(most)
    .execute();
  return rows as ImportRow[];
}

export interface ImportParts {
  readonly state: State;
  readonly cells: Buffer;
  readonly found: Buffer | null;
  readonly decisions: Buffer | null;
  readonly mapping: RegisterMapping | null;
}

/**
 * What lies sealed of an import of the actor's own that is not over; `held` until the end of the transaction, or `free`.
 * @throws Problem `not-found`, `import-not-waiting`
 */
export async function getParts(tx: Tx, id: string, hold: 'held' | 'free'): Promise<ImportParts> {
  const query = tx
    .selectFrom('registerImport')
    .select(['state', 'cells', 'found', 'decisions', 'mapping'])
    .where('id', '=', id);
  const row = await (hold === 'held' ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  const { cells, mapping } = row;
  if (!cells) throw new Problem('import-not-waiting');
  return {
    ...row,
    state: row.state as State,
    cells,
    mapping: mapping ? z.parse(RegisterMapping, mapping) : null,
  };
}

export async function insertImport(
  tx: Tx,
  actor: SignedInActor,
  row: { id: string; name: Buffer; cells: Buffer; now: string },
): Promise<void> {
  const { now, ...rest } = row;
  await tx
    .insertInto('registerImport')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      uploadedBy: actor.accountId,
      uploadedAt: now,
    })
    .execute();
}

/** Changes an import of the actor's own that is held. */
export async function changeImport(
  tx: Tx,
  id: string,
  change: {
    readonly state?: State;
    readonly found?: Buffer | null;
    readonly decisions?: Buffer | null;
    readonly mapping?: RegisterMapping;
    readonly holderId?: string;
    readonly done?: number;
    readonly total?: number;
    readonly people?: number;
    readonly families?: number;
    readonly linked?: number;
    readonly errors?: number;
    readonly warnings?: number;
    readonly asked?: number;
    readonly undecided?: number;
    readonly hasNews?: boolean;
    readonly refusal?: string | null;
  },
): Promise<void> {
  const { mapping, ...rest } = change;
  await tx
    .updateTable('registerImport')
    .set({ ...rest, ...(mapping ? { mapping: JSON.stringify(mapping) } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Nothing of the file is left. */
const FORGOTTEN = { name: null, cells: null, found: null, decisions: null, mapping: null } as const;

export async function endImport(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'cancelled'; people?: number; families?: number; linked?: number },
): Promise<void> {
  await tx
    .updateTable('registerImport')
    .set({ ...FORGOTTEN, ...end, undecided: 0, hasNews: false, refusal: null })
    .where('id', '=', id)
    .execute();
}

/** Throws away what nobody has finished since then. Of all programmes: a job's. */
export async function forgetOldImports(database: Database, before: string): Promise<void> {
  await database.jobs
    .updateTable('registerImport')
    .set({ ...FORGOTTEN, state: 'cancelled', undecided: 0 })
    .where('state', 'not in', ['done', 'cancelled'])
    .where('uploadedAt', '<', before)
    .execute();
}

/** Parts the locks of these imports from other advisory locks. */
const REGISTER_LOCK = 70;

export interface WaitingImport {
  readonly id: string;
  readonly programmeId: string;
  readonly uploadedBy: string;
  readonly state: 'checking' | 'running';
}

/** The oldest import that the program is to work on, locked against other processes; the row itself stays free. */
export async function takeImport(tx: Tx): Promise<WaitingImport | null> {
  const row = await tx
    .selectFrom('registerImport')
    .select(['id', 'programmeId', 'uploadedBy', 'state'])
    .where('state', 'in', ['checking', 'running'])
    .where(
      sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(id::text, ${sql.lit(REGISTER_LOCK)}))`,
    )
    .orderBy('uploadedAt')
    .limit(1)
    .executeTakeFirst();
  return (row as WaitingImport | undefined) ?? null;
}

/** Tells whoever looks how far it has come; in a transaction of its own, so that it shows at once. */
export async function tellProgress(
  database: Database,
  id: string,
  { done, total }: { done: number; total: number },
): Promise<void> {
  await database.jobs
    .updateTable('registerImport')
    .set({ done, total })
    .where('id', '=', id)
    .where('state', 'in', ['checking', 'running'])
    .execute();
}

/** What the program worked on goes back to whoever brought it, with the reason. */
export async function giveBack(
  database: Database,
  { id, state }: WaitingImport,
  refusal: string,
): Promise<void> {
  await database.jobs
    .updateTable('registerImport')
    .set({ state: state === 'running' ? 'checked' : 'uploaded', refusal })
    .where('id', '=', id)
    .where('state', '=', state)
    .execute();
}

export interface RegisterCandidate extends FoundRecord {
  /** Rows that she may be. */
  readonly places: number[];
  readonly standsFor: string;
}
/** Somebody who was handed out before: only the rows are told. */
type KnownCandidate = Pick<RegisterCandidate, 'places' | 'standsFor'> & { readonly sealed: null };

/**
 * For each row those who share most with it, sealed unless they are known already; records of one person follow each other, the
 * one that stands first.
 */
export async function searchRegister(
  tx: Tx,
  importId: string,
  {
    rows,
    known,
  }: {
    rows: readonly { place: number; tokens: readonly string[] }[];
    known: readonly string[];
  },
): Promise<(RegisterCandidate | KnownCandidate)[]> {
  const { rows: found } = await sql<RegisterCandidate | KnownCandidate>`
    select found.*, found.person_id as stands_for, found.record_id as person_id
    from search_register(${importId}, ${JSON.stringify(rows)}::jsonb, ${[...known]}::uuid[]) found`.execute(
    tx,
  );
  return found;
}

export async function mayHoldRegister(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_hold_register(${accountId}) as may`.execute(tx);
  return rows[0]?.may ?? false;
}

/** The first family within reach of each of these people. */
export async function familiesOfPeople(
  tx: Tx,
  people: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('familyMember')
    .select(['familyId', standingId('familyMember.personId').as('standsFor')])
    .where('personId', '=', recordsOf(people))
    .where('untilOn', 'is', null)
    // Nobody joins a family whose file is put away.
    .where('familyId', 'not in', (put) =>
      put.selectFrom('putAway').select('putAway.familyId').where('reopenedAt', 'is', null),
    )
    .orderBy('addedAt', 'desc')
    .execute();
  return new Map(rows.map(({ standsFor, familyId }) => [standsFor, familyId]));
}

/** A person of an import as the database registers her; bytes in base64. */
export interface SealedPerson {
  readonly id: string;
  /** In the order of the file, from 1. */
  readonly place: number;
  readonly sex: Sex;
  readonly search_id: string;
  readonly name_mark: string;
  readonly shown: readonly string[];
  readonly key_version: number;
  readonly wrapped: string;
  readonly identity_id: string;
  readonly sealed: string;
  readonly tokens: readonly string[];
  readonly member_id: string;
  readonly family_id: string;
  readonly residence_id: string;
  readonly region: string | null;
  readonly lives_from: string | null;
}

/** @throws Problem `not-allowed` when the database lets the actor register none of them. */
export async function registerPeople(
  tx: Tx,
  { importId, now }: { importId: string; now: string },
  {
    families,
    people,
  }: {
    families: readonly { id: string; caseload_id: string }[];
    people: readonly SealedPerson[];
  },
): Promise<void> {
  const { rows } = await sql<{ isDone: boolean }>`
    select register_people(${importId}, ${now}, ${JSON.stringify(families)}::jsonb,
      ${JSON.stringify(people)}::jsonb) as is_done`.execute(tx);
  if (!rows[0]?.isDone) throw new Problem('not-allowed');
}

export interface ToldFact {
  readonly id: string;
  readonly family_id: string;
  readonly fact: string;
  readonly subject_id: string;
  readonly people: readonly string[];
  readonly value: object;
}

/** @throws Problem `not-allowed` as above. */
export async function registerKinship(
  tx: Tx,
  { importId, now }: { importId: string; now: string },
  {
    members,
    facts,
  }: {
    members: readonly { id: string; family_id: string; person_id: string }[];
    facts: readonly ToldFact[];
  },
): Promise<void> {
  const { rows } = await sql<{ isDone: boolean }>`
    select register_kinship(${importId}, ${now}, ${JSON.stringify(members)}::jsonb,
      ${JSON.stringify(facts)}::jsonb) as is_done`.execute(tx);
  if (!rows[0]?.isDone) throw new Problem('not-allowed');
}

/** What a file says of somebody whom the same import has registered. */
export interface ToldLiving {
  readonly person_id: string;
  readonly arrival_id: string | null;
  readonly arrival: object | null;
  readonly arrived_on: string | null;
  readonly languages_id: string | null;
  readonly languages: readonly string[];
  readonly before_id: string | null;
  readonly before_region: string | null;
  readonly before_until: string | null;
}

/** @throws Problem `not-allowed` as above. */
export async function registerLiving(
  tx: Tx,
  { importId, now, today }: { importId: string; now: string; today: string },
  told: readonly ToldLiving[],
): Promise<void> {
  const { rows } = await sql<{ isDone: boolean }>`
    select register_living(${importId}, ${now}, ${today}, ${JSON.stringify(told)}::jsonb) as is_done`.execute(
    tx,
  );
  if (!rows[0]?.isDone) throw new Problem('not-allowed');
}

export async function keepMapping(
  tx: Tx,
  actor: SignedInActor,
  kept: { id: string; name: string; mapping: RegisterMapping; now: string },
): Promise<void> {
  const { now, mapping, ...rest } = kept;
  await tx
    .insertInto('registerMapping')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      mapping: JSON.stringify(mapping),
      keptBy: actor.accountId,
      keptAt: now,
    })
    .execute();
}

/** The newest mapping of each name, the newest first. */
export async function listMappings(
  tx: Tx,
): Promise<{ id: string; name: string; mapping: RegisterMapping }[]> {
  const rows = await tx
    .selectFrom('registerMapping')
    .distinctOn('name')
    .select(['id', 'name', 'mapping', 'keptAt'])
    .orderBy('name')
    .orderBy('keptAt', 'desc')
    .execute();
  return rows
    .sort((a, b) => b.keptAt.localeCompare(a.keptAt))
    .map(({ id, name, mapping }) => ({ id, name, mapping: z.parse(RegisterMapping, mapping) }));
}
