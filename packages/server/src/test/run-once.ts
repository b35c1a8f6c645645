import { randomUUID } from 'node:crypto';
import { derivedKey } from '../http/derived-key.ts';
import type { Job } from '../jobs/job.ts';
import type { TestApp } from './test-app.ts';
import { TEST_KEY } from './throw-away-database.ts';

/** Lets a job do what it would do at this moment of the app's clock, until it says that nothing is left. */
export async function runOnce(
  app: Pick<TestApp, 'database' | 'clock' | 'log'>,
  job: Job,
): Promise<void> {
  const context = {
    database: app.database,
    clock: app.clock,
    newId: () => randomUUID(),
    keyFor: (purpose: string) => derivedKey(TEST_KEY, purpose),
    folder: '.',
    log: (line: Readonly<Record<string, unknown>>) => app.log.push(line),
  };
  while ((await job.run(context)) === 'more');
}
