import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, JobContext } from './job.ts';

/** A job that fails is tried again later and later, at most this long after. */
const LONGEST_WAIT_SECONDS = 300;

/** Jobs that are running; `stop` waits for the run that each is in. */
export interface RunningJobs {
  stop(): Promise<void>;
}

/** Runs every job by its own clock, never twice at once in this process. A failure is logged and hinders no other job. */
export function runJobs(jobs: readonly Job[], context: JobContext): RunningJobs {
  const ending = new AbortController();
  const running = jobs.map((job) => repeat(job, context, ending.signal));
  return {
    async stop() {
      ending.abort();
      await Promise.all(running);
    },
  };
}

async function repeat(job: Job, context: JobContext, ending: AbortSignal): Promise<void> {
  let failures = 0;
  while (!ending.aborted) {
    let wait = job.everySeconds;
    try {
      if ((await job.run(context)) === 'more') wait = 0;
      failures = 0;
    } catch (error) {
      failures += 1;
      wait = Math.min(LONGEST_WAIT_SECONDS, job.everySeconds * 2 ** Math.min(failures, 8));
      context.log({
        level: 'error',
        job: job.name,
        failures,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    await sleep(wait * 1000, undefined, { signal: ending }).catch(() => undefined);
  }
}
