import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from '../../packages/server/src/access/index.ts';
import { jobs, pages, routes } from '../../packages/server/src/app.ts';
import type { Database } from '../../packages/server/src/db/database.ts';
import { type CastName, castId } from '../../packages/server/src/demo/cast.ts';
import { seedDemo } from '../../packages/server/src/demo/index.ts';
import { freePort } from '../../packages/server/src/free-port.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { createServer } from '../../packages/server/src/http/server.ts';
import { runJobs } from '../../packages/server/src/jobs/run-jobs.ts';
import { startTestServer } from '../../packages/server/src/test/database-server.ts';
import { closeOwner, insertTestSession } from '../../packages/server/src/test/queries.ts';
import { TEST_KEY, throwAwayDatabase } from '../../packages/server/src/test/throw-away-database.ts';

/** As `npm run build` leaves it, or another build of the pages. */
const WEB_FOLDER =
  process.env.TIREK_TEST_WEB ?? join(import.meta.dirname, '../../packages/web/dist');

/** The whole program with its pages and jobs on a throw-away database that holds the demonstration. */
export interface StartedWeb {
  readonly origin: string;
  readonly database: Database;
  /** The cookie of a full session of one of the cast, as `name=value`. */
  sessionOf(name: CastName): Promise<string>;
  /** Lines of the log: whatever was `internal` is told here. */
  readonly log: Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

/** @param port 0 takes any free one. */
export async function startWeb(port = 0): Promise<StartedWeb> {
  if (!existsSync(join(WEB_FOLDER, 'index.html'))) {
    throw new Error('The pages are not built: npm run build -w packages/web');
  }
  const server = await startTestServer();
  const database = await throwAwayDatabase();
  const clock = () => new Date();
  await seedDemo(database, {
    installationKey: TEST_KEY,
    language: 'ru',
    clock,
    newId: randomUUID,
  });
  const host = '127.0.0.1';
  const at = port === 0 ? await freePort(host) : port;
  // Passkeys and clipboards want a secure origin: a browser takes localhost for one.
  const origin = `http://localhost:${at}`;
  const log: Record<string, unknown>[] = [];
  const app = await createServer({
    database,
    routes,
    pages,
    identify,
    installationKey: TEST_KEY,
    origin,
    clock,
    newId: randomUUID,
    webFolder: WEB_FOLDER,
    perMinute: 1_000_000,
    log: (line) => log.push(line),
  });
  await app.listen({ host, port: at });
  const running = runJobs(jobs, {
    database,
    clock,
    newId: randomUUID,
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
    folder: '',
    log: (line) => log.push(line),
  });
  return {
    origin,
    database,
    log,
    sessionOf: async (name) =>
      `tirek=${await insertTestSession(database, castId(name), clock().toISOString())}`,
    async stop() {
      await app.close();
      await running.stop();
      await closeOwner(database);
      await database[Symbol.asyncDispose]();
      await server.stop();
    },
  };
}
