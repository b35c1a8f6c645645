import pg from 'pg';
import type { Database } from '../db/database.ts';

/** The code that marks the made-up programme; a real programme never bears it. */
export const DEMO_PROGRAMME = 'demo';

const NAME = {
  kk: 'Отбасыларды қолдау бағдарламасы (көрсетілім)',
  ru: 'Программа поддержки семей (демонстрация)',
  en: 'Family support programme (demonstration)',
};

/** Whether anybody has an account outside the made-up programme. */
export async function hasRealAccounts(database: Database): Promise<boolean> {
  return await asOwner(database, async (client) => {
    const { rows } = await client.query<{ has: boolean }>(
      `select exists (
         select from account join programme on programme.id = account.programme_id where programme.code <> $1
       ) as has`,
      [DEMO_PROGRAMME],
    );
    return rows[0]?.has ?? false;
  });
}

/** Makes the made-up programme unless it is there. */
export async function insertDemoProgramme(database: Database, id: string): Promise<void> {
  await asOwner(database, (client) =>
    client.query(
      'insert into programme (id, code, name) values ($1, $2, $3) on conflict (code) do nothing',
      [id, DEMO_PROGRAMME, JSON.stringify(NAME)],
    ),
  );
}

async function asOwner<T>(database: Database, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
