import { createDecipheriv } from 'node:crypto';
import type { Database } from '../../../db/database.ts';
import { type KeyFor, unwrapDataKey } from '../../../people/index.ts';
import { rowsAsOwner } from '../../../test/queries.ts';

/**
 * What a thief with the database and the installation key reads: every row of every table as text, and every binary value that
 * opens under any data key with any label the program has ever bound a text to.
 */
export async function everySealedText(database: Database, keyFor: KeyFor): Promise<string[]> {
  const tables = await rowsAsOwner<{ name: string }>(
    database,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const plain: string[] = [];
  for (const { name } of tables) {
    const rows = await rowsAsOwner<{ row: string }>(
      database,
      `select t::text as row from "${name}" t`,
    );
    plain.push(...rows.map(({ row }) => row));
  }
  const wrapped = await rowsAsOwner<{ personId: string; keyVersion: number; wrapped: Buffer }>(
    database,
    `select person_id as "personId", key_version as "keyVersion", wrapped from person_data_key where wrapped is not null`,
  );
  const keys = wrapped.map((key) => unwrapDataKey(key.personId, key, keyFor));
  const sealed = await rowsAsOwner<{ label: string; sealed: Buffer }>(
    database,
    `select format('identity %s %s', person_id, version) as label, sealed from identity
     union all select format('consent %s', id), sealed from consent where sealed is not null
     union all select format('case entry %s', id), sealed from case_entry where sealed is not null
     union all select format('safety entry %s', id), sealed from safety_entry where sealed is not null
     union all select format('step decision %s', id), sealed from step_decision where sealed is not null
     union all select format('support session %s', id), sealed from support_session where sealed is not null
     union all select format('referral %s', id), sealed from referral`,
  );
  const opened = sealed.flatMap((text) =>
    keys.flatMap((key) => {
      const found = tryOpen(text, key);
      return found === null ? [] : [found];
    }),
  );
  // Bytes as the database writes them, should a name ever lie in one of them in clear.
  const binary = plain.map((row) =>
    row.replaceAll(/\\\\?x([0-9a-f]+)/g, (_, digits: string) =>
      Buffer.from(digits, 'hex').toString('utf8'),
    ),
  );
  return [...plain, ...binary, ...opened];
}

function tryOpen({ label, sealed }: { label: string; sealed: Buffer }, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(label));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString();
  } catch {
    return null;
  }
}
