import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** An entry of the log as the chain sees it. Instants carry microseconds: `2026-11-22T10:00:00.000000Z`. */
export interface ChainedEntry {
  readonly id: number;
  /** Number of the transaction that wrote it, an unsigned 64-bit integer in digits. */
  readonly transaction: string;
  readonly at: string;
  readonly programmeId: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly effect: string;
  readonly about: readonly string[];
  /** PostgreSQL's own text of the jsonb value, which orders keys and drops blanks. */
  readonly facts: string;
}

/** One link. Everything in it goes into `hash` but the hash itself and `mark`. */
export interface AuditLink {
  readonly sequence: number;
  readonly kind: 'sealed' | 'restored';
  readonly firstTransaction: string;
  readonly firstEntry: number;
  readonly lastTransaction: string;
  readonly lastEntry: number;
  readonly totalEntries: number;
  readonly sealedAt: string;
  readonly entryIds: readonly number[];
  /** 32 bytes for each id, in the same order. */
  readonly entryHashes: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  /** HMAC-SHA256 of `hash` under a key outside the database. */
  readonly mark: Buffer;
}

/** Before the first link. */
export const FIRST_PREVIOUS_HASH = Buffer.alloc(32);
const HASH_BYTES = 32;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The hash of one entry: sha256 of its fields as a JSON list in this order. */
export function hashOfEntry(entry: ChainedEntry): Buffer {
  const { id, transaction, at, programmeId, actorKind, actorId, action, effect, about, facts } =
    entry;
  return sha256(
    JSON.stringify([
      'entry 1',
      ...[id, transaction, at, programmeId, actorKind, actorId, action, effect, about, facts],
    ]),
  );
}

/** The hash of a link over everything it holds, the hash of the link before it among that. */
export function hashOfLink(link: Omit<AuditLink, 'hash' | 'mark'>): Buffer {
  return sha256(
    JSON.stringify([
      'link 1',
      link.sequence,
      link.kind,
      ...[link.firstTransaction, link.firstEntry, link.lastTransaction, link.lastEntry],
      link.totalEntries,
      link.sealedAt,
      link.previousHash.toString('hex'),
      link.entryIds,
      link.entryHashes.toString('hex'),
    ]),
  );
}

/** Completes a link with its hash and its mark. */
export function closeLink(link: Omit<AuditLink, 'hash' | 'mark'>, markKey: Buffer): AuditLink {
  const hash = hashOfLink(link);
  return { ...link, hash, mark: markOf(hash, markKey) };
}

export const markOf = (hash: Buffer, markKey: Buffer): Buffer =>
  createHmac('sha256', markKey).update(hash).digest();

export const isSameHash = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

/** The hash that a link holds of its entry number `at`, counted from 0. */
export const entryHashAt = (link: AuditLink, at: number): Buffer =>
  link.entryHashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

/** The link that seals a run of entries, in the order in which they became safe to seal. */
export function linkOfEntries(options: {
  readonly previous: AuditLink | null;
  readonly entries: readonly [ChainedEntry, ...ChainedEntry[]];
  readonly sealedAt: string;
  readonly markKey: Buffer;
}): AuditLink {
  const { previous, entries, sealedAt, markKey } = options;
  const first = entries[0];
  const last = entries.at(-1) ?? first;
  return closeLink(
    {
      sequence: (previous?.sequence ?? 0) + 1,
      kind: 'sealed',
      firstTransaction: first.transaction,
      firstEntry: first.id,
      lastTransaction: last.transaction,
      lastEntry: last.id,
      totalEntries: (previous?.totalEntries ?? 0) + entries.length,
      sealedAt,
      entryIds: entries.map((entry) => entry.id),
      entryHashes: Buffer.concat(entries.map(hashOfEntry)),
      previousHash: previous?.hash ?? FIRST_PREVIOUS_HASH,
    },
    markKey,
  );
}

/** The link that says: up to entry number `lastEntry` all came here with a backup, and transactions count anew. */
export function linkOfRestore(options: {
  readonly previous: AuditLink | null;
  readonly lastEntry: number;
  readonly sealedAt: string;
  readonly markKey: Buffer;
}): AuditLink {
  const { previous, lastEntry, sealedAt, markKey } = options;
  return closeLink(
    {
      sequence: (previous?.sequence ?? 0) + 1,
      kind: 'restored',
      firstTransaction: '0',
      firstEntry: lastEntry,
      lastTransaction: '0',
      lastEntry,
      totalEntries: previous?.totalEntries ?? 0,
      sealedAt,
      entryIds: [],
      entryHashes: Buffer.alloc(0),
      previousHash: previous?.hash ?? FIRST_PREVIOUS_HASH,
    },
    markKey,
  );
}
