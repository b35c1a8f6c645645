import type { Tx } from '../db/database.ts';
import { type AuditLink, type ChainedEntry, linkOfEntries, linkOfRestore } from './audit-chain.ts';
import {
  findLastEntry,
  findLastLink,
  findRestoredEntry,
  insertLink,
  listEntriesAtRest,
  positionAfter,
} from './queries.ts';
import { LARGEST_LINK, withMicroseconds } from './seal-audit.ts';
import { type AuditVerdict, verifyAuditIn } from './verify-audit.ts';

export interface RestoredLog {
  /** What a check of the whole chain says. */
  readonly verdict: AuditVerdict;
  /** The link that tells of the restore, the new end of the chain. */
  readonly link: AuditLink;
}

/**
 * Goes on with the log in another database cluster, in the transaction of the restore. The transaction numbers of the entries
 * mean nothing here. So first every entry that the backup held and no link sealed yet is sealed in the order the old cluster
 * gave it: whatever ran there and was not in the backup will never come. Then one link says that all entries up to this
 * number came with a backup; the sealer goes on among higher numbers only.
 *
 * Whoever was erased after the backup is erased again behind this, once the tables are those of this program
 * (erasure/replay-erasures.ts), and before anybody can sign in.
 */
export async function settleRestoredLog(
  tx: Tx,
  { markKey, now }: { readonly markKey: Buffer; readonly now: string },
): Promise<RestoredLog> {
  const sealedAt = withMicroseconds(now);
  const restoredEntry = await findRestoredEntry(tx);
  let previous = await findLastLink(tx);
  for (;;) {
    const position = { ...positionAfter(previous), restoredEntry };
    const [first, ...rest] = await listEntriesAtRest(tx, position, LARGEST_LINK);
    if (!first) break;
    const entries: [ChainedEntry, ...ChainedEntry[]] = [first, ...rest];
    previous = linkOfEntries({ previous, entries, sealedAt, markKey });
    await insertLink(tx, previous);
  }
  const lastEntry = await findLastEntry(tx);
  const link = linkOfRestore({ previous, lastEntry, sealedAt, markKey });
  await insertLink(tx, link);
  return { link, verdict: await verifyAuditIn(tx, { markKey, known: [] }) };
}
