/**
 * The server that is measured, in a process of its own: `node server-process.ts <port> <settings as JSON>`.
 * Tells its parent when it listens, its memory when asked, and ends when the parent does.
 */
import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { createServer } from '../../packages/server/src/http/server.ts';
import { runJobs } from '../../packages/server/src/jobs/run-jobs.ts';
import { formCatalogue } from '../../packages/server/src/surveys/forms.ts';
import { surveyJobs, surveysOver } from '../../packages/server/src/surveys/index.ts';
import { benchForm } from './form.ts';

export interface ServerSettings {
  readonly port: number;
  readonly owner: pg.ClientConfig;
  /** Hexadecimal. */
  readonly installationKey: string;
}

const { port, owner, installationKey } = JSON.parse(process.argv[2]!) as ServerSettings;
const key = Buffer.from(installationKey, 'hex');
const database = await openDatabase({ owner, installationKey: key });
let hasComplained = false;
const log = (line: unknown) => {
  if (!hasComplained) process.stderr.write(`${JSON.stringify(line)}\n`);
  hasComplained = true;
};
const catalogue = formCatalogue([benchForm()]);
const clock = () => new Date();
const server = await createServer({
  database,
  routes: surveysOver(catalogue).routes,
  pages: [],
  identify: async () => ({ kind: 'visitor' }),
  installationKey: key,
  origin: `http://localhost:${port}`,
  clock,
  newId: () => randomUUIDv7(),
  webFolder: null,
  // Each respondent of the load has an address of her own, as a proxy would tell it; the limits stay on.
  isBehindProxy: true,
  log,
});
await server.listen({ host: '127.0.0.1', port });
const jobs = runJobs(surveyJobs, {
  database,
  clock,
  newId: () => randomUUIDv7(),
  keyFor: (purpose) => derivedKey(key, purpose),
  folder: '.',
  log,
});
process.send?.({ kind: 'listening' });
process.on('message', (message: { kind: string }) => {
  if (message.kind === 'spent') process.send?.(spent());
  if (message.kind === 'stop') void stop();
});
process.on('disconnect', () => process.exit());

/** Memory now, and processor time since the start in microseconds. */
function spent() {
  const { user, system } = process.cpuUsage();
  return { kind: 'spent', bytes: process.memoryUsage.rss(), cpu: user + system };
}

async function stop(): Promise<void> {
  await server.close();
  await jobs.stop();
  await database.close();
  process.exit();
}
