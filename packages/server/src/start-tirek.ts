import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from './access/index.ts';
import { jobs, programOver } from './app.ts';
import type { Database } from './db/database.ts';
import { derivedKey } from './http/derived-key.ts';
import { createServer } from './http/server.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { messageJobs } from './messages/index.ts';
import type { Log } from './program-log.ts';
import type { Settings } from './settings.ts';
import { libraryForms } from './surveys/index.ts';
import type { TlsFiles } from './tls-files.ts';

/** The practitioners' app as `npm run build` leaves it. */
const WEB_FOLDER = join(import.meta.dirname, '../../web/dist');
/** Requests under way may take this long after the program was asked to stop. */
const LAST_REQUESTS_SECONDS = 10;

export interface StartOptions {
  readonly settings: Settings & { readonly origin: string };
  readonly installationKey: Buffer;
  readonly database: Database;
  readonly tls: TlsFiles | null;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Log;
}

export interface Running {
  readonly hasWebPages: boolean;
  /** Answers what is under way, ends the jobs and gives the database back. */
  stop(): Promise<void>;
}

/**
 * Mounts every feature, starts the jobs and listens.
 * @throws Error of Node's own when the port cannot be had (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`).
 */
export async function startTirek(options: StartOptions): Promise<Running> {
  const { settings, database, installationKey, tls, clock, newId, log } = options;
  const hasWebPages = existsSync(join(WEB_FOLDER, 'index.html'));
  const { routes, pages } = programOver(libraryForms, settings.messages);
  const server = await createServer({
    database,
    routes,
    pages,
    identify,
    installationKey,
    origin: settings.origin,
    clock,
    newId,
    webFolder: hasWebPages ? WEB_FOLDER : null,
    isBehindProxy: settings.isBehindProxy,
    ...(tls ? { tls } : {}),
    log,
  });
  await server.listen({ host: settings.host, port: settings.port });
  const running = runJobs([...jobs, ...messageJobs(settings.messages, settings.origin)], {
    database,
    clock,
    newId,
    keyFor: (purpose) => derivedKey(installationKey, purpose),
    folder: settings.data,
    log,
  });
  return {
    hasWebPages,
    async stop() {
      const impatience = setTimeout(
        () => server.server.closeAllConnections(),
        LAST_REQUESTS_SECONDS * 1000,
      );
      await server.close();
      clearTimeout(impatience);
      await running.stop();
    },
  };
}
