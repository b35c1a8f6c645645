import type { AuditEntry } from '@tirek/domain/privacy';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { AuditLink, ChainedEntry } from './audit-chain.ts';
import type { AuditFinding } from './verify-audit.ts';

/** Of all sealers of all processes on one database, one works at a time. */
const SEALER_LOCK = 749_2024;

/** True when this transaction is the sealer now, until it ends. */
export async function lockSealer(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${SEALER_LOCK}) as locked`.execute(tx);
  return rows[0]?.locked ?? false;
}

const MICROSECONDS = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
const instant = (column: RawBuilder<unknown>) =>
  sql<string>`to_char(${column} at time zone 'UTC', ${MICROSECONDS})`;

const LINK = sql`sequence, kind, first_transaction::text as first_transaction, first_entry,
  last_transaction::text as last_transaction, last_entry, total_entries, ${instant(sql`sealed_at`)} as sealed_at,
  entry_ids, entry_hashes, previous_hash, hash, mark`;

const ENTRY = sql`id, transaction::text as transaction, ${instant(sql`at`)} as at, programme_id, actor_kind, actor_id,
  action, effect, about::text[] as about, facts::text as facts`;

interface LinkRow extends Omit<AuditLink, 'entryIds'> {
  readonly entryIds: readonly (string | number)[];
}

/** Lists of bigints come as text; entry numbers stay far below 2^53. */
const linkOf = (row: LinkRow): AuditLink => ({ ...row, entryIds: row.entryIds.map(Number) });

/** The end of the chain, or null before the first link. */
export async function findLastLink(tx: Tx): Promise<AuditLink | null> {
  const { rows } = await sql<LinkRow>`
    select ${LINK} from audit_seal order by sequence desc limit 1`.execute(tx);
  return rows[0] ? linkOf(rows[0]) : null;
}

/** Below every entry number, also below one that somebody slipped in with a number of his own. */
export const NO_ENTRY = Number.MIN_SAFE_INTEGER;

/** The number up to which entries came with the last restored backup; `NO_ENTRY` where none was restored. */
export async function findRestoredEntry(tx: Tx): Promise<number> {
  const { rows } = await sql<{ lastEntry: number }>`
    select last_entry from audit_seal where kind = 'restored' order by sequence desc limit 1`.execute(
    tx,
  );
  return rows[0]?.lastEntry ?? NO_ENTRY;
}

/** A place in the order of entries. */
export interface ChainPosition {
  readonly transaction: string;
  readonly entry: number;
}

/** The place up to which the chain reaches with a link; before everything without one. */
export const positionAfter = (link: AuditLink | null): ChainPosition => ({
  transaction: link?.lastTransaction ?? '0',
  entry: link?.lastEntry ?? NO_ENTRY,
});

/** Every link that tells of a restore, in order. */
export async function listRestores(tx: Tx): Promise<AuditLink[]> {
  const { rows } = await sql<LinkRow>`
    select ${LINK} from audit_seal where kind = 'restored' order by sequence`.execute(tx);
  return rows.map(linkOf);
}

/** Where sealing goes on: after this place, and only among entries that this cluster wrote. */
export interface SealPosition extends ChainPosition {
  readonly restoredEntry: number;
}

/**
 * Entries that may be sealed now, in their final order. An entry belongs to its place for good as soon as its transaction is
 * older than every one still running: until then one with a lower number may still commit.
 */
export async function listSealableEntries(
  tx: Tx,
  after: SealPosition,
  limit: number,
): Promise<ChainedEntry[]> {
  const { rows } = await sql<ChainedEntry>`
    select ${ENTRY} from audit_entry
    where (transaction, id) > (${after.transaction}::xid8, ${after.entry}::bigint)
      and id > ${after.restoredEntry}
      and transaction < pg_snapshot_xmin(pg_current_snapshot())
    order by audit_entry.transaction, audit_entry.id
    limit ${limit}`.execute(tx);
  return rows;
}

/** Like `listSealableEntries` for a database at rest, where nothing runs any more: every entry up to a number. */
export async function listEntriesAtRest(
  tx: Tx,
  after: SealPosition,
  limit: number,
): Promise<ChainedEntry[]> {
  const { rows } = await sql<ChainedEntry>`
    select ${ENTRY} from audit_entry
    where (transaction, id) > (${after.transaction}::xid8, ${after.entry}::bigint) and id > ${after.restoredEntry}
    order by audit_entry.transaction, audit_entry.id
    limit ${limit}`.execute(tx);
  return rows;
}

export async function insertLink(tx: Tx, link: AuditLink): Promise<void> {
  await sql`
    insert into audit_seal (sequence, kind, first_transaction, first_entry, last_transaction, last_entry, entries,
      total_entries, sealed_at, entry_ids, entry_hashes, previous_hash, hash, mark)
    values (${link.sequence}, ${link.kind}, ${link.firstTransaction}::xid8, ${link.firstEntry},
      ${link.lastTransaction}::xid8, ${link.lastEntry}, ${link.entryIds.length}, ${link.totalEntries},
      ${link.sealedAt}::timestamptz, ${link.entryIds}::bigint[], ${link.entryHashes}, ${link.previousHash},
      ${link.hash}, ${link.mark})`.execute(tx);
}

/** The next links of the chain in order. */
export async function listLinks(
  tx: Tx,
  afterSequence: number,
  limit: number,
): Promise<AuditLink[]> {
  const { rows } = await sql<LinkRow>`
    select ${LINK} from audit_seal where sequence > ${afterSequence} order by sequence limit ${limit}`.execute(
    tx,
  );
  return rows.map(linkOf);
}

/** One era of entry numbers: those that one cluster wrote, between two restores. */
export interface EntryRange {
  /** Exclusive. */
  readonly after: ChainPosition;
  /** Inclusive; null takes all that follow. */
  readonly until: ChainPosition | null;
  /** Entry numbers of the era, exclusive and inclusive. */
  readonly aboveEntry: number;
  readonly upToEntry: number | null;
}

/** Entries of a stretch of the chain as they lie in the log now, in order. */
export async function listEntriesBetween(tx: Tx, range: EntryRange): Promise<ChainedEntry[]> {
  const { rows } = await sql<ChainedEntry>`
    select ${ENTRY} from audit_entry where ${within(range)}
    order by audit_entry.transaction, audit_entry.id`.execute(tx);
  return rows;
}

export async function countEntriesBetween(tx: Tx, range: EntryRange): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit_entry where ${within(range)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

function within({ after, until, aboveEntry, upToEntry }: EntryRange): RawBuilder<unknown> {
  const conditions = [
    sql`(transaction, id) > (${after.transaction}::xid8, ${after.entry}::bigint)`,
    sql`id > ${aboveEntry}`,
    ...(until
      ? [sql`(transaction, id) <= (${until.transaction}::xid8, ${until.entry}::bigint)`]
      : []),
    ...(upToEntry === null ? [] : [sql`id <= ${upToEntry}`]),
  ];
  return sql.join(conditions, sql` and `);
}

/** The highest entry number of the log; 0 in an empty one. */
export async function findLastEntry(tx: Tx): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(id), 0) as last from audit_entry`.execute(tx);
  return rows[0]?.last ?? 0;
}

/** Whether an entry of that number lies anywhere in the log. */
export async function hasEntry(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select from audit_entry where id = ${id}`.execute(tx);
  return rows.length > 0;
}

/** When the whole chain was last checked; null before the first time. */
export async function findLastCheck(tx: Tx): Promise<{ at: string; isIntact: boolean } | null> {
  const row = await tx
    .selectFrom('auditCheck')
    .select(['checkedAt as at', 'isIntact'])
    .orderBy('checkedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertCheck(
  tx: Tx,
  check: { id: string; checkedAt: string; finding: AuditFinding | null },
): Promise<void> {
  await tx
    .insertInto('auditCheck')
    .values({
      id: check.id,
      checkedAt: check.checkedAt,
      isIntact: check.finding === null,
      finding: check.finding && JSON.stringify(check.finding),
    })
    .execute();
}

export interface AuditFilter {
  readonly effect?: string | undefined;
  readonly action?: string | undefined;
  readonly accountId?: string | undefined;
  /** UTC instants, from inclusive to exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only entries older than this number. */
  readonly before?: number | undefined;
}

/**
 * Entries newest first, as far as the row policies show them to the asker. By number and not by transaction: numbers go on
 * over a restore, transactions begin anew.
 */
export async function listAuditEntries(
  tx: Tx,
  filter: AuditFilter,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.actorId')
    .select([
      'auditEntry.id as number',
      'auditEntry.at',
      'auditEntry.actorKind',
      'auditEntry.actorId',
      'account.displayName',
      'auditEntry.action',
      'auditEntry.effect',
      'auditEntry.about',
      'auditEntry.facts',
    ])
    .select(
      // The end of the chain is at most one link; entries that came with a backup were sealed on the way.
      sql<boolean>`coalesce((
        select (audit_entry.transaction, audit_entry.id) <= (last_transaction, last_entry)
          or audit_entry.id <= (select coalesce(max(last_entry), 0) from audit_seal where kind = 'restored')
        from audit_seal order by sequence desc limit 1), false)`.as('isSealed'),
    )
    .$if(filter.effect !== undefined, (q) => q.where('effect', '=', filter.effect as string))
    .$if(filter.action !== undefined, (q) => q.where('action', '=', filter.action as string))
    .$if(filter.accountId !== undefined, (q) => q.where('actorId', '=', filter.accountId as string))
    .$if(filter.from !== undefined, (q) => q.where('at', '>=', filter.from as string))
    .$if(filter.to !== undefined, (q) => q.where('at', '<', filter.to as string))
    .$if(filter.before !== undefined, (q) => q.where('auditEntry.id', '<', filter.before as number))
    .orderBy('auditEntry.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ actorId, displayName, ...row }) => ({
    ...row,
    actorKind: row.actorKind as AuditEntry['actorKind'],
    effect: row.effect as AuditEntry['effect'],
    facts: row.facts as AuditEntry['facts'],
    account: actorId === null ? null : { id: actorId, name: displayName ?? '' },
  }));
}
