/**
 * The server that is measured, in a process of its own, with every endpoint and every job: `node server-process.ts <settings as
 * JSON>`. Tells its parent when it listens and its processor time when asked; ends when the parent does.
 */
import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import { identify } from '../../packages/server/src/access/index.ts';
import { jobs, routes } from '../../packages/server/src/app.ts';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { createServer } from '../../packages/server/src/http/server.ts';
import { runJobs } from '../../packages/server/src/jobs/run-jobs.ts';

export interface ServerSettings {
  readonly port: number;
  readonly owner: pg.ClientConfig;
  /** Hexadecimal. */
  readonly installationKey: string;
  readonly folder: string;
  readonly jobs: boolean;
}

const { port, owner, installationKey, folder, ...settings } = JSON.parse(
  process.argv[2] ?? '',
) as ServerSettings;
const key = Buffer.from(installationKey, 'hex');
const database = await openDatabase({ owner, installationKey: key });
const log = (line: unknown) => process.stderr.write(`${JSON.stringify(line)}\n`);
const clock = () => new Date();
const newId = () => randomUUIDv7();
const server = await createServer({
  ...{ database, routes, pages: [], identify, installationKey: key, clock, newId, log },
  ...{ origin: `http://localhost:${port}`, webFolder: null },
  // Each worker has an address of her own, as a proxy would tell it; the limits stay on.
  isBehindProxy: true,
});
await server.listen({ host: '127.0.0.1', port });
const running = runJobs(settings.jobs ? jobs : [], {
  ...{ database, clock, newId, folder, log },
  keyFor: (purpose) => derivedKey(key, purpose),
});
process.send?.({ kind: 'listening' });
process.on('message', (message: { kind: string }) => {
  if (message.kind === 'spent') process.send?.(spent());
  if (message.kind === 'stop') void stop();
});
process.on('disconnect', () => process.exit());

/** Memory now, and processor time since the start in milliseconds. */
function spent() {
  const { user, system } = process.cpuUsage();
  return { kind: 'spent', bytes: process.memoryUsage.rss(), cpu: (user + system) / 1000 };
}

async function stop(): Promise<void> {
  await server.close();
  await running.stop();
  await database.close();
  process.exit();
}
