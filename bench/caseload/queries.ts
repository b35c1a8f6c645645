import type pg from 'pg';
import { FILLED_TABLES, type TableRows } from '../../packages/server/src/demo/made-up/rows.ts';
import { copyIn } from './copy-in.ts';

/** How far one of those who fill is. */
export interface Sent {
  readonly filler: number;
  readonly batches: number;
  readonly families: number;
  readonly people: number;
  readonly entries: number;
  readonly rows: number;
  /** Indexes and all. */
  readonly isWhole: boolean;
}

/** Triggers and keys are off in a session that fills: what they would check was made right, and what they would tell is told at the end. */
export async function pastTriggers(client: pg.Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query('set synchronous_commit = off');
}

/**
 * Indexes of the tables that are filled are left as they are, and made anew at the end, all rows at once. What each filler has sent is
 * written down in the transaction that sends it, so that one that was broken off goes on where it was.
 */
export async function beginFilling(client: pg.Client, fillers: number): Promise<void> {
  await client.query('create schema if not exists bench');
  await client.query(
    'create table bench.filled (filler integer primary key, batches integer, families integer, people integer, entries integer, rows integer, is_whole boolean not null default false)',
  );
  for (let filler = 0; filler < fillers; filler++) {
    await client.query('insert into bench.filled values ($1, 0, 0, 0, 0, 0)', [filler]);
  }
  await client.query(
    `update pg_index set indisready = false, indisvalid = false where indrelid = any ($1::regclass[])`,
    [[...FILLED_TABLES]],
  );
}

/** What the fillers have sent so far; null where nothing was begun. */
export async function readFilled(client: pg.Client): Promise<Sent[] | null> {
  const { rows: tables } = await client.query(`select to_regclass('bench.filled') as name`);
  if (tables[0]?.name === null) return null;
  const { rows } = await client.query<Sent>(
    'select filler, batches, families, people, entries, rows, is_whole as "isWhole" from bench.filled order by filler',
  );
  return rows;
}

export async function fill(client: pg.Client, tables: readonly TableRows[]): Promise<void> {
  await client.query('begin');
  for (const each of tables) await copyIn(client, each);
  await client.query('commit');
}

/** As `fill`, with how far this filler is. */
export async function fillNext(
  client: pg.Client,
  { tables, sent }: { tables: readonly TableRows[]; sent: Omit<Sent, 'isWhole'> },
): Promise<void> {
  await client.query('begin');
  for (const each of tables) await copyIn(client, each);
  const { filler, batches, families, people, entries, rows } = sent;
  await client.query('delete from bench.filled where filler = $1', [filler]);
  await client.query(
    'insert into bench.filled (filler, batches, families, people, entries, rows) values ($1, $2, $3, $4, $5, $6)',
    [filler, batches, families, people, entries, rows],
  );
  await client.query('commit');
}

export async function endFilling(client: pg.Client, told: (table: string) => void): Promise<void> {
  await client.query("set maintenance_work_mem = '1GB'");
  for (const table of FILLED_TABLES) {
    const { rows } = await client.query(
      'select from pg_index where indrelid = $1::regclass and not indisvalid',
      [table],
    );
    if (rows.length > 0) await client.query(`reindex table ${table}`);
    told(table);
  }
  await client.query(
    `insert into family_change (family_id, programme_id, version) select id, programme_id, 1 from family on conflict do nothing`,
  );
  await client.query(
    `insert into family_file (family_id, programme_id, active_at, confirmed_at) select id, programme_id, now(), now() from family
     on conflict do nothing`,
  );
  // As if the job had been at it every day: a month's plans, each on its day.
  await client.query(
    `insert into rescreen_planned (family_id, programme_id, version, planned_on)
     select family_id, programme_id, version, current_date - abs(hashtext(family_id::text)) % 30 from family_change on conflict do nothing`,
  );
  await client.query('vacuum analyze');
  await client.query('update bench.filled set is_whole = true');
  await client.query('checkpoint');
}

/** Colleagues besides those who sign in: they hold families and have no password. */
export async function addColleagues(
  client: pg.Client,
  programmeId: string,
  colleagues: readonly { id: string; role: string; region: string | null }[],
): Promise<void> {
  const now = new Date().toISOString();
  await copyIn(client, {
    table: 'account',
    rows: colleagues.map(({ id }, at) => ({
      ...{ id, programme_id: programmeId, sign_in_name: `colleague.${at}`, language: 'kk' },
      ...{ display_name: `Әріптес ${at}`, created_at: now },
    })),
  });
  await copyIn(client, {
    table: 'role_assignment',
    rows: colleagues.map(({ id, role, region }) => ({
      ...{ id: crypto.randomUUID(), programme_id: programmeId, account_id: id },
      ...{ role, region_code: region, starts_at: now },
    })),
  });
}

export async function addTeams(
  client: pg.Client,
  programmeId: string,
  teams: readonly { supervisor: string; practitioner: string }[],
): Promise<void> {
  await copyIn(client, {
    table: 'supervision',
    rows: teams.map(({ supervisor, practitioner }) => ({
      ...{ id: crypto.randomUUID(), programme_id: programmeId, supervisor_id: supervisor },
      ...{
        practitioner_id: practitioner,
        from_at: new Date().toISOString(),
        assigned_by: supervisor,
      },
    })),
  });
}

/** All workers have the same password, derived once; each her own authenticator. */
export async function giveSignIns(
  client: pg.Client,
  password: { salt: Buffer; memoryKib: number; passes: number; verifier: Buffer },
  workers: readonly { id: string; sealedSecret: Buffer }[],
): Promise<void> {
  const { salt, memoryKib, passes, verifier } = password;
  const now = new Date().toISOString();
  await copyIn(client, {
    table: 'account_password',
    rows: workers.map(({ id }) => ({
      ...{ account_id: id, salt, memory_kib: memoryKib, passes, verifier, set_at: now },
    })),
  });
  await copyIn(client, {
    table: 'account_totp',
    rows: workers.map(({ id, sealedSecret }) => ({
      ...{ account_id: id, sealed_secret: sealedSecret, last_step: 0, added_at: now },
    })),
  });
}

export async function setConsents(
  client: pg.Client,
  programmeId: string,
  { settings, by }: { settings: object; by: string },
): Promise<void> {
  await client.query(
    `insert into consent_settings (id, programme_id, version, settings, set_by, set_at)
     values (gen_random_uuid(), $1, 1, $2, $3, now())`,
    [programmeId, JSON.stringify(settings), by],
  );
}

/** Whether the log that was filled in has its places in the chain, but for what is written at this moment. */
export async function isSealed(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ isSealed: boolean }>(
    `select coalesce((select max(total_entries) from audit_seal), 0) > (select count(*) from audit_entry) - 1000 as "isSealed"`,
  );
  return rows[0]?.isSealed ?? false;
}

/** Bytes of the whole database. */
export async function databaseBytes(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    'select pg_database_size(current_database())::float8 as bytes',
  );
  return rows[0]?.bytes ?? 0;
}

/** Processes of the database that serve somebody now. */
export async function listBackends(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  return rows.map(({ pid }) => pid);
}

/** The one who speaks for a family that was filled in. */
export async function someFilled(client: pg.Client, holderId: string) {
  const { rows } = await client.query<{
    personId: string;
    familyId: string;
    sex: string;
    languages: string[];
    region: string;
    livesFrom: string | null;
    version: number;
    sealed: Buffer;
    keyVersion: number;
    wrapped: Buffer;
  }>(
    `select person.id as "personId", member.family_id as "familyId", person.sex, spoken.languages, home.region_code as region,
       home.from_on::text as "livesFrom", identity.version, identity.sealed, data_key.key_version as "keyVersion", data_key.wrapped
     from caseload held
     join family_member member on member.family_id = held.family_id
     join person on person.id = member.person_id
     join spoken_languages spoken on spoken.person_id = person.id
     join residence home on home.person_id = person.id
     join identity on identity.person_id = person.id
     join person_data_key data_key on data_key.person_id = person.id
     where held.account_id = $1 order by member.added_at limit 1`,
    [holderId],
  );
  const [somebody] = rows;
  if (!somebody) throw new Error('Nobody was filled in.');
  return somebody;
}

/** By table: what is kept of a person; of ids and moments whether there is one, of sealed texts their length. */
export async function listRowsOf(
  client: pg.Client,
  { personId, familyId }: { personId: string; familyId: string },
): Promise<Record<string, unknown[]>> {
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `select c.relname as "table", a.attname as name, a.atttypid::regtype::text as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attrelid = any ($1::regclass[]) and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
    [Object.keys(HERS)],
  );
  const kept: Record<string, unknown[]> = {};
  for (const [table, where] of Object.entries(HERS)) {
    const shown = columns.filter((each) => each.table === table).map(shownOf);
    const { rows } = await client.query(
      `select ${shown.join(', ')} from ${table}, (values ($1::uuid, $2::uuid)) as asked where ${where} order by ${shown.map((_, at) => at + 1).join(', ')}`,
      [personId, familyId],
    );
    kept[table] = rows;
  }
  return kept;
}

/** By table: which rows are hers, by her id ($1) and her family's ($2). */
const HERS = {
  person: 'id = $1',
  person_data_key: 'person_id = $1',
  identity: 'person_id = $1',
  name_token: 'person_id = $1',
  residence: 'person_id = $1',
  spoken_languages: 'person_id = $1',
  identity_search: 'id = (select search_id from person where id = $1)',
  audit_entry: "about @> array[$1] and action = 'registerPerson'",
  family: 'id = $2',
  family_member: 'person_id = $1 and family_id = $2',
  caseload: 'family_id = $2',
  family_change: 'family_id = $2',
  family_file: 'family_id = $2',
} as const;

function shownOf({ name, type }: { name: string; type: string }): string {
  // Whom a search found is not filled in, and how often a family has changed is not counted again.
  if (
    ['candidates', 'shown', 'id', 'transaction'].includes(name) ||
    (name === 'version' && type === 'bigint')
  )
    return `'' as ${name}`;
  if (type === 'bytea') return `octet_length(${name}) as ${name}`;
  if (type === 'uuid[]') return `cardinality(${name}) as ${name}`;
  if (type === 'uuid' || type.startsWith('timestamp')) return `${name} is null as ${name}`;
  return name;
}
