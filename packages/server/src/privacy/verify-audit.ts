import type { Database, Tx } from '../db/database.ts';
import {
  type AuditLink,
  type ChainedEntry,
  entryHashAt,
  FIRST_PREVIOUS_HASH,
  hashOfEntry,
  hashOfLink,
  isSameHash,
  markOf,
} from './audit-chain.ts';
import type { KnownHead } from './head-file.ts';
import {
  countEntriesBetween,
  findLastLink,
  findRestoredEntry,
  hasEntry,
  listEntriesBetween,
  listLinks,
  listRestores,
  NO_ENTRY,
  positionAfter,
} from './queries.ts';

/** What is wrong, named as exactly as it can be: `link` is the number of the link, `entry` that of the entry. */
export type AuditFinding =
  /** The link was changed after it was made, or others were put in its place. */
  | { readonly kind: 'link-altered'; readonly link: number }
  /** The link is whole but was not made with this installation's key. */
  | { readonly kind: 'link-forged'; readonly link: number }
  | { readonly kind: 'link-missing'; readonly link: number }
  | {
      readonly kind: 'entry-altered' | 'entry-missing' | 'entry-inserted';
      readonly link: number;
      readonly entry: number;
    }
  /** The chain once reached link `link` and now ends at `end`. */
  | { readonly kind: 'tail-missing'; readonly link: number; readonly end: number }
  /** A link of that number was seen before with another hash: the chain was written anew. */
  | { readonly kind: 'head-differs'; readonly link: number };

export interface AuditVerdict {
  /** The first thing found along the chain; null when all is well. */
  readonly finding: AuditFinding | null;
  /** Links and entries that were checked. */
  readonly links: number;
  readonly entries: number;
  /** Entries that no link holds yet. */
  readonly unsealed: number;
  /** The end of the chain. */
  readonly head: { readonly sequence: number; readonly hash: string } | null;
}

/** Links read at once; their entries are read in one stretch. */
const LINKS_AT_ONCE = 200;
const ENTRIES_AT_ONCE = 8000;

/**
 * Walks the whole chain: every link against its own hash, its mark and the link before, every entry against the hash that its
 * link holds, and the log against the chain, so that nothing is changed, gone or slipped in. It reads one moment of the
 * database and needs memory for some thousand entries, however long the log is.
 *
 * @param markKey null leaves the marks unchecked
 * @param known heads that were written down outside the database
 */
export async function verifyAudit(
  database: Database,
  { markKey, known }: { readonly markKey: Buffer | null; readonly known: readonly KnownHead[] },
): Promise<AuditVerdict> {
  return await database.jobs
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => verifyAuditIn(tx, { markKey, known }));
}

/** What has been seen of the chain so far. */
interface Walk {
  previous: AuditLink | null;
  /** Entries above this number were written since the last restore passed on the way. */
  era: number;
  entries: number;
  /** Every restore of the whole chain, in order: entries up to its number are older than it, whatever their transaction. */
  readonly restores: readonly AuditLink[];
}

/** The same in a transaction that is open and sees one moment. */
export async function verifyAuditIn(
  tx: Tx,
  options: { readonly markKey: Buffer | null; readonly known: readonly KnownHead[] },
): Promise<AuditVerdict> {
  const restores = await listRestores(tx);
  const state: Walk = { previous: null, era: NO_ENTRY, entries: 0, restores };
  const altered = restores.find((link) => !isSameHash(link.hash, hashOfLink(link)));
  // The stretches of the log are measured by these links, so they must be sound before anything else is looked at.
  let finding: AuditFinding | null = altered
    ? { kind: 'link-altered', link: altered.sequence }
    : null;
  while (!finding) {
    const links = await listLinks(tx, state.previous?.sequence ?? NO_ENTRY, LINKS_AT_ONCE);
    if (links.length === 0) break;
    for (const group of grouped(links)) {
      finding =
        checkLinks(group, state.previous, options) ?? (await checkEntries(tx, group, state));
      if (finding) break;
    }
  }
  finding ??= checkEnd(state.previous, options.known);
  const last = await findLastLink(tx);
  const unsealed = await countEntriesBetween(tx, {
    after: positionAfter(last),
    until: null,
    aboveEntry: await findRestoredEntry(tx),
    upToEntry: null,
  });
  return {
    finding,
    links: state.previous?.sequence ?? 0,
    entries: state.entries,
    unsealed,
    head: last && { sequence: last.sequence, hash: last.hash.toString('hex') },
  };
}

/** Runs of links of one kind whose entries fit into memory. */
function grouped(links: readonly AuditLink[]): AuditLink[][] {
  const groups: AuditLink[][] = [];
  let size = 0;
  for (const link of links) {
    const group = groups.at(-1);
    const isFull = size + link.entryIds.length > ENTRIES_AT_ONCE;
    if (group && !isFull && link.kind === 'sealed' && group[0]?.kind === 'sealed') group.push(link);
    else {
      groups.push([link]);
      size = 0;
    }
    size += link.entryIds.length;
  }
  return groups;
}

function checkLinks(
  links: readonly AuditLink[],
  before: AuditLink | null,
  { markKey, known }: { readonly markKey: Buffer | null; readonly known: readonly KnownHead[] },
): AuditFinding | null {
  let previous = before;
  for (const link of links) {
    const expected = (previous?.sequence ?? 0) + 1;
    if (link.sequence > expected) return { kind: 'link-missing', link: expected };
    const isWhole =
      link.sequence === expected &&
      isSameHash(link.hash, hashOfLink(link)) &&
      isSameHash(link.previousHash, previous?.hash ?? FIRST_PREVIOUS_HASH) &&
      link.totalEntries === (previous?.totalEntries ?? 0) + link.entryIds.length;
    if (!isWhole) return { kind: 'link-altered', link: link.sequence };
    if (markKey && !isSameHash(link.mark, markOf(link.hash, markKey)))
      return { kind: 'link-forged', link: link.sequence };
    const seen = known.find((head) => head.sequence === link.sequence);
    if (seen && seen.hash !== link.hash.toString('hex'))
      return { kind: 'head-differs', link: link.sequence };
    previous = link;
  }
  return null;
}

/** Compares a run of links with the log and moves on behind it. */
async function checkEntries(
  tx: Tx,
  links: readonly AuditLink[],
  state: Walk,
): Promise<AuditFinding | null> {
  const last = links.at(-1) as AuditLink;
  const isRestore = last.kind === 'restored';
  const next = state.restores.find((link) => link.sequence >= last.sequence);
  const found = await listEntriesBetween(tx, {
    after: positionAfter(state.previous),
    until: isRestore ? null : positionAfter(last),
    aboveEntry: state.era,
    upToEntry: next?.lastEntry ?? null,
  });
  let at = 0;
  for (const link of links) {
    const end = isRestore ? found.length : endOf(link, found, at);
    const finding = await checkLinkEntries(tx, link, found.slice(at, end));
    if (finding) return finding;
    state.entries += link.entryIds.length;
    state.previous = link;
    at = end;
  }
  if (isRestore) state.era = last.lastEntry;
  return null;
}

/** Index behind the last entry found that lies within the link's stretch. */
function endOf(link: AuditLink, found: readonly ChainedEntry[], from: number): number {
  const lastTransaction = BigInt(link.lastTransaction);
  let at = from;
  for (; at < found.length; at += 1) {
    const entry = found[at] as ChainedEntry;
    const transaction = BigInt(entry.transaction);
    const isWithin =
      transaction < lastTransaction ||
      (transaction === lastTransaction && entry.id <= link.lastEntry);
    if (!isWithin) break;
  }
  return at;
}

async function checkLinkEntries(
  tx: Tx,
  link: AuditLink,
  found: readonly ChainedEntry[],
): Promise<AuditFinding | null> {
  const present = new Set(found.map((entry) => entry.id));
  const sealed = new Set(link.entryIds);
  const name = (kind: 'entry-altered' | 'entry-missing' | 'entry-inserted', entry: number) => ({
    kind,
    link: link.sequence,
    entry,
  });
  for (let at = 0; at < Math.max(link.entryIds.length, found.length); at += 1) {
    const expected = link.entryIds[at];
    const entry = found[at];
    if (expected !== undefined && !present.has(expected))
      return name((await hasEntry(tx, expected)) ? 'entry-altered' : 'entry-missing', expected);
    if (entry && !sealed.has(entry.id)) return name('entry-inserted', entry.id);
    if (entry && expected !== undefined) {
      const isSame = entry.id === expected && isSameHash(hashOfEntry(entry), entryHashAt(link, at));
      if (!isSame) return name('entry-altered', expected);
    }
  }
  return null;
}

function checkEnd(last: AuditLink | null, known: readonly KnownHead[]): AuditFinding | null {
  const end = last?.sequence ?? 0;
  const beyond = Math.max(0, ...known.map((head) => head.sequence));
  return beyond > end ? { kind: 'tail-missing', link: beyond, end } : null;
}
