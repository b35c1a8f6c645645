import pg from 'pg';
import { identityTokens } from '../../packages/domain/src/people/index.ts';
import type { Database } from '../../packages/server/src/db/database.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { hashTokens } from '../../packages/server/src/people/vault/name-hashes.ts';
import {
  newDataKey,
  sealIdentity,
} from '../../packages/server/src/people/vault/sealed-identity.ts';
import { TEST_KEY } from '../../packages/server/src/test/throw-away-database.ts';
import { identityOf, type MadeUp } from './made-up-people.ts';

const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);

/** A register, sealed and hashed as the program does it, written by the owner in great pieces. */
export async function fillRegister(
  database: Database,
  register: { programmeId: string; accountId: string; people: readonly MadeUp[] },
): Promise<string[]> {
  const { programmeId, accountId, people } = register;
  const client = new pg.Client(database.owner);
  await client.connect();
  const ids: string[] = [];
  try {
    for (let from = 0; from < people.length; from += 1000) {
      const rows = people.slice(from, from + 1000).map((person) => {
        const personId = crypto.randomUUID();
        const key = newDataKey(personId, { keyVersion: 1, keyFor });
        const identity = identityOf(person);
        const sealed = sealIdentity(identity, { personId, version: 1, ...key }, keyFor);
        const tokens = hashTokens(identityTokens(identity), programmeId, keyFor);
        return { personId, sex: person.sex, key, sealed, tokens };
      });
      ids.push(...rows.map(({ personId }) => personId));
      await client.query('begin');
      await client.query(
        `with searched as (
           insert into identity_search (id, programme_id, account_id, searched_at, name_mark, candidates, shown)
           select id, $2, $3, now(), '', '{}', '{}' from unnest($1::uuid[]) as id returning id)
         insert into person (id, programme_id, sex, search_id, registered_by, registered_at)
         select id, $2, sex, id, $3, now() from unnest($1::uuid[], $4::text[]) as row (id, sex)`,
        [rows.map(({ personId }) => personId), programmeId, accountId, rows.map(({ sex }) => sex)],
      );
      await client.query(
        `insert into person_data_key (person_id, programme_id, wrapped, key_version)
         select id, $2, wrapped, 1 from unnest($1::uuid[], $3::bytea[]) as row (id, wrapped)`,
        [rows.map(({ personId }) => personId), programmeId, rows.map(({ key }) => key.wrapped)],
      );
      await client.query(
        `insert into identity (id, programme_id, person_id, version, sealed, recorded_by, recorded_at)
         select gen_random_uuid(), $2, id, 1, sealed, $4, now() from unnest($1::uuid[], $3::bytea[]) as row (id, sealed)`,
        [
          rows.map(({ personId }) => personId),
          programmeId,
          rows.map(({ sealed }) => sealed),
          accountId,
        ],
      );
      await client.query(
        `insert into name_token (programme_id, token, person_id)
         select $1, token, id from unnest($2::bigint[], $3::uuid[]) as row (token, id) on conflict do nothing`,
        [
          programmeId,
          rows.flatMap(({ tokens }) => tokens),
          rows.flatMap(({ tokens, personId }) => tokens.map(() => personId)),
        ],
      );
      await client.query('commit');
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
  return ids;
}
