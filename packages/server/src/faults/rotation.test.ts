import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivedKey } from '../http/derived-key.ts';
import { readInstallationKey } from '../installation-key.ts';
import { type KeyFor, unwrapDataKey, wrapDataKey } from '../people/index.ts';
import { startProgram } from '../test/started-program.ts';
import { type KilledProgram, killedProgram } from './killed-program.ts';

const PEOPLE = 20_000;
const KILLS = 6;

let folder: string;
let program: KilledProgram;
let keyFor: KeyFor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-rotation-'));
  program = await killedProgram(join(folder, 'data'));
  await program.start(['serve']);
  const read = await readInstallationKey(join(program.folder, 'keys', 'installation.key'));
  if (read.kind !== 'read') throw new Error('no installation key');
  keyFor = (purpose) => derivedKey(read.key, purpose);
}, 180_000);
afterAll(async () => {
  await program.stop();
  await rm(folder, { recursive: true });
});

describe('a change of the vault key beside a running program', { timeout: 600_000 }, () => {
  it('is killed in the middle again and again, and every key opens at every moment', async () => {
    const known = await manyPeople();
    const environment = { TIREK_DATA: program.folder };
    let cutOff = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const rotating = startProgram(['keys', 'rotate'], { environment });
      await sliceWritten(rotating.ended());
      rotating.process.kill('SIGKILL');
      if ((await rotating.ended()) === 'SIGKILL') cutOff += 1;
      await requireAllOpen(known);
    }
    expect(cutOff).toBeGreaterThanOrEqual(KILLS / 2);

    const last = startProgram(['keys', 'rotate', '--json'], { environment });
    expect(await last.ended(), last.said.errors).toBe(0);
    const told = JSON.parse(last.said.output) as { version: number };
    expect(await versions()).toEqual([{ version: told.version, people: PEOPLE }]);
    await requireAllOpen(known);
    expect(await rows('select from vault_key where finished_at is null')).toEqual([]);
  });
});

const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  program.asOwner(async (client) => (await client.query(sql, values)).rows as Row[]);

const versions = () =>
  rows<{ version: number; people: number }>(
    'select key_version as version, count(*)::int as people from person_data_key group by 1 order by 1',
  );

/** Waits until a slice more is written, or until whoever writes has ended. */
async function sliceWritten(ended: Promise<unknown>): Promise<void> {
  const before = JSON.stringify(await versions());
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && JSON.stringify(await versions()) === before)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

async function requireAllOpen(known: ReadonlyMap<string, string>): Promise<void> {
  const keys = await rows<{ personId: string; keyVersion: number; wrapped: Buffer }>(
    `select person_id as "personId", key_version as "keyVersion", wrapped from person_data_key`,
  );
  expect(keys.length).toBe(known.size);
  const lost = keys.filter(
    (key) => unwrapDataKey(key.personId, key, keyFor).toString('hex') !== known.get(key.personId),
  );
  expect(lost).toEqual([]);
}

/** People without names, whose data keys are known. */
async function manyPeople(): Promise<ReadonlyMap<string, string>> {
  const programmeId = randomUUID();
  const accountId = randomUUID();
  const known = new Map<string, string>();
  const keys = Array.from({ length: PEOPLE }, (_, i) => {
    const personId = randomUUID();
    const dataKey = Buffer.alloc(32, i % 251);
    known.set(personId, dataKey.toString('hex'));
    return { personId, ...wrapDataKey(dataKey, { personId, keyVersion: 1, keyFor }) };
  });
  const ids = keys.map(({ personId }) => personId);
  await rows(`insert into programme (id, code, name) values ($1, 'kz', '{}')`, [programmeId]);
  await rows(
    `insert into account (id, programme_id, sign_in_name, display_name) values ($1, $2, 'saule', 'Сәуле')`,
    [accountId, programmeId],
  );
  await rows(
    `insert into identity_search (id, programme_id, account_id, searched_at, name_mark)
     select id, $2, $3, now(), '' from unnest($1::uuid[]) as id`,
    [ids, programmeId, accountId],
  );
  await rows(
    `insert into person (id, programme_id, sex, search_id, registered_by, registered_at)
     select id, $2, 'unknown', id, $3, now() from unnest($1::uuid[]) as id`,
    [ids, programmeId, accountId],
  );
  await rows(
    `insert into person_data_key (person_id, programme_id, wrapped, key_version)
     select id, $2, wrapped, 1 from unnest($1::uuid[], $3::bytea[]) as t (id, wrapped)`,
    [ids, programmeId, keys.map(({ wrapped }) => wrapped)],
  );
  return known;
}
