import type { SignedInActor } from '@tirek/domain/access';
import type { SearchTokens, Sex } from '@tirek/domain/people';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf } from '../merging/queries.ts';
import type { SealedIdentity, WrappedKey } from './sealed-identity.ts';

/** One record of a candidate of a search; those of one candidate follow each other, the one that stands first. */
export interface Candidate extends SealedIdentity {
  /** Who stands for it. */
  readonly standsFor: string;
  readonly sex: Sex;
  readonly isInReach: boolean;
  readonly heldIn: string | null;
  readonly regionCode: string | null;
}

/** Begins a search; the database has it before it hands out a single candidate. */
export async function insertSearch(
  tx: Tx,
  actor: SignedInActor,
  search: { readonly id: string; readonly nameMark: Buffer; readonly now: string },
): Promise<void> {
  await tx
    .insertInto('identitySearch')
    .values({
      id: search.id,
      programmeId: actor.programmeId,
      accountId: actor.accountId,
      searchedAt: search.now,
      nameMark: search.nameMark,
    })
    .execute();
}

/** The people who share most with what is searched for, at most two hundred, sealed. */
export async function listCandidates(
  tx: Tx,
  searchId: string,
  { pieces, pairs, dated }: SearchTokens,
): Promise<Candidate[]> {
  // As `search_vault` numbers the ways to be found.
  const ways = [...pieces.map(() => 1), ...pairs.map(() => 2), ...dated.map(() => 3)];
  const { rows } = await sql<Candidate>`
    select found.*, found.person_id as stands_for, found.record_id as person_id
    from search_vault(${searchId}, ${[...pieces, ...pairs, ...dated]}::bigint[], ${ways}::integer[]) found`.execute(
    tx,
  );
  return rows;
}

/** Those of some people, whoever holds them, whose files are put away. */
export async function listAwayAmong(
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select away.id from put_away_among(${[...people]}::uuid[]) away (id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Remembers whose cards were shown. @returns false when the search is not the actor's or was ended already. */
export async function keepShown(
  tx: Tx,
  searchId: string,
  shown: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select keep_shown(${searchId}, ${[...shown]}::uuid[]) as is_kept`.execute(tx);
  return rows[0]?.isKept ?? false;
}

/** A search of the actor's own, or null. */
export async function findSearch(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<{ searchedAt: string; nameMark: Buffer; shown: string[] | null } | null> {
  const row = await tx
    .selectFrom('identitySearch')
    .select(['searchedAt', 'nameMark', 'shown'])
    .where('id', '=', id)
    .where('accountId', '=', actor.accountId)
    .executeTakeFirst();
  return row ?? null;
}

export interface Opened extends SealedIdentity {
  readonly sex: Sex;
  readonly holder: string | null;
  readonly heldIn: string | null;
  readonly regionCode: string | null;
}

/** Writes down one look and takes it: every record of hers, none where her identity is no longer there. */
export async function openFound(
  tx: Tx,
  actor: SignedInActor,
  opening: {
    readonly id: string;
    readonly searchId: string;
    readonly personId: string;
    readonly reason: string;
    readonly now: string;
  },
): Promise<Opened[]> {
  const { id, searchId, personId, reason, now } = opening;
  await tx
    .insertInto('identityOpening')
    .values({
      id,
      programmeId: actor.programmeId,
      accountId: actor.accountId,
      searchId,
      personId,
      reason,
      openedAt: now,
    })
    .execute();
  const { rows } = await sql<Opened>`
    select opened.*, opened.record_id as person_id from opened_identity(${id}) opened`.execute(tx);
  return rows;
}

/** The version of the vault key under which a new data key is wrapped, held until the end of the transaction. */
export async function holdVaultKeyVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`select vault_key_version() as version`.execute(
    tx,
  );
  const version = rows[0]?.version;
  if (!version) throw new Error('the vault has no key version');
  return version;
}

export async function insertDataKey(
  tx: Tx,
  actor: SignedInActor,
  { personId, ...key }: WrappedKey & { readonly personId: string },
): Promise<void> {
  await tx
    .insertInto('personDataKey')
    .values({ personId, programmeId: actor.programmeId, ...key })
    .execute();
}

/** The data key of one record within reach; null where there is none any more. */
export async function findDataKey(tx: Tx, personId: string): Promise<WrappedKey | null> {
  const row = await tx
    .selectFrom('personDataKey')
    .select(['keyVersion', 'wrapped'])
    // Of this record alone: each has a key of its own.
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.wrapped ? { keyVersion: row.keyVersion, wrapped: row.wrapped } : null;
}

export async function insertIdentity(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly personId: string;
    readonly version: number;
    readonly sealed: Buffer;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...rest } = row;
  await tx
    .insertInto('identity')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

/** The data keys of some records within reach; without those whose key is no longer there. */
export async function listDataKeys(
  tx: Tx,
  records: readonly string[],
): Promise<ReadonlyMap<string, WrappedKey>> {
  if (records.length === 0) return new Map();
  const rows = await tx
    .selectFrom('personDataKey')
    .select(['personId', 'keyVersion', 'wrapped'])
    // Of this record alone, of each: it has a key of its own.
    .where('personId', 'in', [...records])
    .execute();
  return new Map(
    rows.flatMap(({ personId, keyVersion, wrapped }) =>
      wrapped ? [[personId, { keyVersion, wrapped }] as const] : [],
    ),
  );
}

/** Replaces what somebody is found by. @returns false when she is not within reach. */
export async function keepTokens(
  tx: Tx,
  personId: string,
  tokens: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select keep_name_tokens(${personId}, ${[...tokens]}::bigint[]) as is_kept`.execute(tx);
  return rows[0]?.isKept ?? false;
}

/** Every version of every record of the identities of some people within reach, the newest of each record first. */
export async function listIdentities(
  tx: Tx,
  personIds: readonly string[],
): Promise<(SealedIdentity & { readonly recordedAt: string })[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('identity')
    .innerJoin('personDataKey', 'personDataKey.personId', 'identity.personId')
    .select([
      'identity.personId',
      'identity.version',
      'identity.sealed',
      'identity.recordedAt',
      'personDataKey.keyVersion',
      'personDataKey.wrapped',
    ])
    .where('identity.personId', '=', recordsOf(personIds))
    .orderBy('identity.personId')
    .orderBy('identity.version', 'desc')
    .execute();
  return rows.flatMap(({ wrapped, ...row }) => (wrapped ? [{ ...row, wrapped }] : []));
}

/** The newest version of each record of several people, as far as they are within reach. */
export async function listNewestIdentities(
  tx: Tx,
  personIds: readonly string[],
): Promise<(SealedIdentity & { readonly recordedAt: string })[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('identity')
    .innerJoin('personDataKey', 'personDataKey.personId', 'identity.personId')
    .distinctOn('identity.personId')
    .select([
      'identity.personId',
      'identity.version',
      'identity.sealed',
      'identity.recordedAt',
      'personDataKey.keyVersion',
      'personDataKey.wrapped',
    ])
    .where('identity.personId', '=', recordsOf(personIds))
    .orderBy('identity.personId')
    .orderBy('identity.version', 'desc')
    .execute();
  return rows.flatMap(({ wrapped, ...row }) => (wrapped ? [{ ...row, wrapped }] : []));
}
