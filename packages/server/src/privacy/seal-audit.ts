import type { Database } from '../db/database.ts';
import { type AuditLink, type ChainedEntry, linkOfEntries } from './audit-chain.ts';
import {
  findLastLink,
  findRestoredEntry,
  insertLink,
  listSealableEntries,
  lockSealer,
  positionAfter,
} from './queries.ts';

/** Entries of one link at most: a bound for memory and for how much one broken link leaves in doubt. */
export const LARGEST_LINK = 2000;

export type Sealed =
  | { readonly kind: 'sealed'; readonly link: AuditLink; readonly hasMore: boolean }
  | { readonly kind: 'nothing-to-seal' }
  /** Another process is sealing at this moment. */
  | { readonly kind: 'busy' };

/**
 * Adds one link to the chain over entries that are committed and not yet sealed. Nobody who writes entries waits for it:
 * it takes no lock but the one that keeps other sealers away.
 *
 * @param markKey see `auditMarkKey`
 * @param now UTC instant
 */
export async function sealAudit(
  database: Database,
  { markKey, now }: { readonly markKey: Buffer; readonly now: string },
): Promise<Sealed> {
  return await database.jobs.transaction().execute(async (tx): Promise<Sealed> => {
    if (!(await lockSealer(tx))) return { kind: 'busy' };
    const previous = await findLastLink(tx);
    const position = {
      ...positionAfter(previous),
      restoredEntry: await findRestoredEntry(tx),
    };
    const [first, ...rest] = await listSealableEntries(tx, position, LARGEST_LINK);
    if (!first) return { kind: 'nothing-to-seal' };
    const entries: [ChainedEntry, ...ChainedEntry[]] = [first, ...rest];
    const link = linkOfEntries({ previous, entries, sealedAt: withMicroseconds(now), markKey });
    await insertLink(tx, link);
    return { kind: 'sealed', link, hasMore: entries.length === LARGEST_LINK };
  });
}

/** `2026-11-22T10:00:00.123Z` as the chain writes it, with six decimals. */
export const withMicroseconds = (instant: string): string =>
  instant.replace(
    /(\.\d+)?Z$/,
    (_, decimals: string | undefined) => `.${(decimals ?? '.').slice(1).padEnd(6, '0')}Z`,
  );
