import { insertAuditEntry } from '../../../db/audit-entries.ts';
import type { Database, Tx } from '../../../db/database.ts';
import { type Owner, openOwner } from '../../../db/owner-transaction.ts';
import { type KeyFor, unwrapDataKey, wrapDataKey } from '../sealed-identity.ts';
import {
  beginNextVersion,
  findUnfinished,
  finishVersion,
  lockOlderKeys,
  replaceKeys,
} from './queries.ts';

/** Data keys of one transaction: a kill loses so many, a registration waits for so many. */
const SLICE = 500;

export interface Rotated {
  /** The version under which everything lies now. */
  readonly version: number;
  /** Data keys that this run has wrapped anew. */
  readonly keys: number;
  /** Whether it went on with a change that had been cut off. */
  readonly isResumed: boolean;
}

/** A data key that does not open: changed, or of another installation. Nothing of its slice was written. */
export class DataKeyUnreadable extends Error {
  readonly personId: string;
  constructor(personId: string) {
    super(`The data key of ${personId} does not open.`);
    this.personId = personId;
  }
}

/**
 * Wraps every data key of the vault under a new version of the vault key, slice by slice, while others go on working. Each slice
 * is one transaction, so that a kill at any moment leaves data keys that all open; the next run goes on where this one stood.
 * Identities are not sealed anew: their data keys stay the same.
 */
export async function rotateVaultKey(
  database: Database,
  { keyFor, now, onSlice }: { keyFor: KeyFor; now: () => string; onSlice?: (keys: number) => void },
): Promise<Rotated> {
  const owner = openOwner(database);
  try {
    const unfinished = await owner.run(findUnfinished);
    const version = await owner.run(async (tx) => {
      const begun = await beginNextVersion(tx, now());
      if (unfinished === null) await tell(tx, 'beginVaultKey', { version: begun });
      return begun;
    });
    const keys = await wrapAnew(owner, { version, keyFor, onSlice });
    await owner.run(async (tx) => {
      if (await finishVersion(tx, version, now())) await tell(tx, 'finishVaultKey', { version });
    });
    return { version, keys, isResumed: unfinished !== null };
  } finally {
    await owner.close();
  }
}

async function wrapAnew(
  owner: Owner,
  options: { version: number; keyFor: KeyFor; onSlice?: ((keys: number) => void) | undefined },
): Promise<number> {
  const { version, keyFor, onSlice } = options;
  let done = 0;
  for (;;) {
    const keys = await owner.run(async (tx) => {
      const older = await lockOlderKeys(tx, version, SLICE);
      await replaceKeys(
        tx,
        older.map((key) => {
          const dataKey = opened(key, keyFor);
          const { personId } = key;
          return { personId, ...wrapDataKey(dataKey, { personId, keyVersion: version, keyFor }) };
        }),
      );
      return older.length;
    });
    if (keys === 0) return done;
    done += keys;
    onSlice?.(done);
  }
}

function opened(key: Parameters<typeof unwrapDataKey>[1] & { personId: string }, keyFor: KeyFor) {
  try {
    return unwrapDataKey(key.personId, key, keyFor);
  } catch {
    throw new DataKeyUnreadable(key.personId);
  }
}

function tell(tx: Tx, action: string, facts: Readonly<Record<string, number>>): Promise<void> {
  const actor = { kind: 'system', job: 'tirek keys rotate' } as const;
  return insertAuditEntry(tx, actor, { action, effect: 'system', about: [], facts });
}
