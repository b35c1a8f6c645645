/**
 * Writes `packages/server/src/db/tables.ts`, the types of every table as Kysely sees them, from a migrated database.
 * `node scripts/tables.ts` writes; `--check` fails when the file is stale. The database is a throw-away one.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { describeTables } from '../packages/server/src/db/describe-tables.ts';
import { startTestServer } from '../packages/server/src/test/database-server.ts';
import { throwAwayDatabase } from '../packages/server/src/test/throw-away-database.ts';

const target = new URL('../packages/server/src/db/tables.ts', import.meta.url);
const server = await startTestServer();
const text = await describe();
await server.stop();
if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8')) !== text) {
    console.error('packages/server/src/db/tables.ts is stale: run node scripts/tables.ts');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
}

async function describe(): Promise<string> {
  await using database = await throwAwayDatabase();
  return await describeTables(database.owner);
}
