import { insertAuditEntry } from '../../db/audit-entries.ts';
import type { Database, Tx } from '../../db/database.ts';
import { openOwner } from '../../db/owner-transaction.ts';
import type { KeyFor } from '../../people/index.ts';
import type { LedgerLine } from './ledger-file.ts';
import { erasePerson, listNotErased, listTextsNaming } from './queries.ts';
import { struckTexts } from './struck-texts.ts';

/**
 * Erases again whoever stands in the ledger and not in this database: it is older than the erasure. Each person is one
 * transaction; cut off, the next start goes on. Nobody may be let in before it has ended.
 * @returns how many people were erased again.
 */
export async function replayErasures(
  database: Database,
  ledger: readonly LedgerLine[],
  { keyFor, now }: { readonly keyFor: KeyFor; readonly now: string },
): Promise<number> {
  if (ledger.length === 0) return 0;
  const owner = openOwner(database);
  try {
    const ids = ledger.map(({ personId }) => personId);
    const waiting = await owner.run((tx) => listNotErased(tx, ids));
    for (const person of waiting) await owner.run((tx) => eraseAgain(tx, person, { keyFor, now }));
    return waiting.length;
  } finally {
    await owner.close();
  }
}

async function eraseAgain(
  tx: Tx,
  { personId, programmeId }: { personId: string; programmeId: string },
  { keyFor, now }: { keyFor: KeyFor; now: string },
): Promise<void> {
  const struck = struckTexts(await listTextsNaming(tx, personId), keyFor);
  await erasePerson(tx, { personId, struck, now });
  await insertAuditEntry(
    tx,
    { kind: 'system', job: 'erasure ledger' },
    { action: 'eraseAgain', effect: 'system', about: [personId], programmeId },
  );
}
