import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefused } from './database-refused.ts';
import type { LogFile } from './log-file.ts';
import type { ServerProcess } from './server-process.ts';

/** A database that is watched and started again when it dies. */
export interface Supervised {
  processId(): number;
  /** Ends the watching and waits for a restart that is under way; gives the server to stop, if one runs. */
  end(): Promise<ServerProcess | null>;
}

/** After these many deaths within the window the app is told instead of trying for ever. */
const WAITS_MILLISECONDS = [0, 250, 1000, 2000, 3000];
const WINDOW_MILLISECONDS = 120_000;
const ROTATE_MILLISECONDS = 30_000;

/**
 * Keeps the server running: when it ends unasked (killed, out of memory, full disk) it is started
 * again, a few times with growing pauses; then `onFailure` is called once with the reason.
 *
 * @param start starts the server anew; throws a refusal when it does not start.
 */
export function supervise(
  first: ServerProcess,
  options: {
    start: () => Promise<ServerProcess>;
    log: (line: string) => void;
    logFile: LogFile;
    onFailure: (reason: DatabaseRefused) => void;
  },
): Supervised {
  const { log, logFile, onFailure, start } = options;
  const ending = new AbortController();
  let current: ServerProcess | null = first;
  let lastId = first.processId;
  let deaths: number[] = [];

  const rotation = setInterval(() => logFile.rotate(), ROTATE_MILLISECONDS).unref();

  async function restart(how: string): Promise<ServerProcess | null> {
    let reason = how;
    let refusal: DatabaseRefused | null = null;
    for (;;) {
      const now = performance.now();
      deaths = [...deaths.filter((at) => now - at < WINDOW_MILLISECONDS), now];
      const wait = WAITS_MILLISECONDS[deaths.length - 1];
      if (wait === undefined) {
        const restarts = WAITS_MILLISECONDS.length;
        onFailure(
          refusal ??
            new DatabaseRefused('database-keeps-failing', { restarts, reason, log: logFile.path }),
        );
        return null;
      }
      log(`PostgreSQL has ended (${reason}); starting it again`);
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return null;
      try {
        return await start();
      } catch (error) {
        reason = (error as Error).message;
        const isClear = error instanceof DatabaseRefused && error.code !== 'database-start-failed';
        refusal = isClear ? error : null;
      }
    }
  }

  async function watch(): Promise<void> {
    while (current !== null) {
      const how = await Promise.race([current.ended, aborted(ending.signal)]);
      if (how === null) return;
      current = await restart(how);
      lastId = current?.processId ?? lastId;
    }
  }
  const watching = watch();

  return {
    processId: () => lastId,
    async end() {
      clearInterval(rotation);
      ending.abort();
      await watching;
      return current;
    },
  };
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
