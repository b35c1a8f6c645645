import { sql } from 'kysely';
import type { Tx } from '../../../db/database.ts';
import type { WrappedKey } from '../sealed-identity.ts';

/** Shared by whoever lays down a data key (`vault_key_version`); a change of versions holds it alone. */
const VERSION_LOCK = 749_2026;

/** The change of versions that was begun and not finished, or null. */
export async function findUnfinished(tx: Tx): Promise<number | null> {
  const row = await tx
    .selectFrom('vaultKey')
    .select('version')
    .where('finishedAt', 'is', null)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Begins the next version, after every registration that is under way; from now on new data keys are wrapped under it. */
export async function beginNextVersion(tx: Tx, now: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(${VERSION_LOCK})`.execute(tx);
  const unfinished = await findUnfinished(tx);
  if (unfinished !== null) return unfinished;
  const { rows } = await sql<{ version: number }>`
    insert into vault_key (version, begun_at) select max(version) + 1, ${now} from vault_key returning version`.execute(
    tx,
  );
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('the vault has no key version');
  return version;
}

/** The next data keys that lie under an older version, locked until the end of the transaction. */
export async function lockOlderKeys(
  tx: Tx,
  version: number,
  limit: number,
): Promise<(WrappedKey & { readonly personId: string })[]> {
  const rows = await tx
    .selectFrom('personDataKey')
    .select(['personId', 'keyVersion', 'wrapped'])
    .where('keyVersion', '<', version)
    .where('wrapped', 'is not', null)
    .orderBy('keyVersion')
    .orderBy('personId')
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.flatMap(({ wrapped, ...row }) => (wrapped ? [{ ...row, wrapped }] : []));
}

export async function replaceKeys(
  tx: Tx,
  keys: readonly (WrappedKey & { readonly personId: string })[],
): Promise<void> {
  await sql`
    update person_data_key set wrapped = anew.wrapped, key_version = anew.key_version
    from unnest(${keys.map(({ personId }) => personId)}::uuid[], ${keys.map(({ wrapped }) => wrapped)}::bytea[],
      ${keys.map(({ keyVersion }) => keyVersion)}::integer[]) as anew (person_id, wrapped, key_version)
    where person_data_key.person_id = anew.person_id`.execute(tx);
}

/** Says that nothing lies under an older version any more; what was erased has no key and takes the number along. */
export async function finishVersion(tx: Tx, version: number, now: string): Promise<boolean> {
  await sql`
    update person_data_key set key_version = ${version} where key_version < ${version} and wrapped is null`.execute(
    tx,
  );
  const { numUpdatedRows } = await tx
    .updateTable('vaultKey')
    .set({ finishedAt: now })
    .where('version', '=', version)
    .where('finishedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('personDataKey').where('keyVersion', '<', version))),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
