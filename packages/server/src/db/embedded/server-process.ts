import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefused } from './database-refused.ts';
import type { LogFile } from './log-file.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { findProcess, sendSignal } from './processes.ts';
import { refusalOfLog } from './refusal-of.ts';
import { dataArgument, runProgram, type Workplace } from './run-program.ts';

/** A PostgreSQL that takes queries: a child of ours, or one that an earlier app left and we took over. */
export interface ServerProcess {
  readonly processId: number;
  /** Settles when the process has ended, with how it ended; keeps nothing alive. */
  readonly ended: Promise<string>;
}

/** Recovery after a power cut replays at most a few minutes of work; a slow disk may need this long. */
const LONGEST_START_SECONDS = 600;
const POLL_MILLISECONDS = 10;

/** Words of the command that a server is started with; the same words tell that a running one is the same. */
export function serverParameters(
  { account, data }: Workplace,
  settings: Record<string, string>,
): string[] {
  return [
    '-D',
    dataArgument(account, data),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Starts the server and waits until it takes queries; throws the refusal that its log tells of. */
export async function startServer(
  workplace: Workplace,
  options: { settings: Record<string, string>; logFile: LogFile },
): Promise<ServerProcess> {
  const { account, data, folder, log } = workplace;
  const { logFile } = options;
  const before = logFile.size();
  const output = logFile.open();
  const child = (() => {
    try {
      return runProgram(workplace, 'postgres', {
        parameters: serverParameters(workplace, options.settings),
        output,
      });
    } finally {
      logFile.close(output);
    }
  })();
  const end: { how: string | null } = { how: null };
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  void ended.then((how) => {
    end.how = how;
  });
  // The app may end while the database lives; a later start takes it over.
  child.unref();

  const processId = child.pid ?? 0;
  const startedAt = performance.now();
  let toldSeconds = 0;
  while (end.how === null) {
    const file = readPostmasterFile(data);
    if (file?.processId === processId && file.status === 'ready') return { processId, ended };
    const seconds = Math.floor((performance.now() - startedAt) / 1000);
    if (seconds >= LONGEST_START_SECONDS) {
      sendSignal(processId, 'SIGQUIT');
      throw new DatabaseRefused('database-start-timeout', { seconds, log: logFile.path });
    }
    if (seconds >= toldSeconds + 5) {
      toldSeconds = seconds;
      log(`PostgreSQL is still recovering after ${seconds} s`);
    }
    await sleep(POLL_MILLISECONDS);
  }
  throw refusalOfLog([end.how, ...logFile.linesSince(before)], {
    folder,
    account: account.name,
    log: logFile.path,
  });
}

/** Watches a server that is not a child of ours: it is asked after four times a second. */
export function watchServer(processId: number, isOurs: () => boolean): ServerProcess {
  const ended = (async () => {
    while (isOurs()) await sleep(250, undefined, { ref: false });
    return 'ended by itself';
  })();
  return { processId, ended };
}

/**
 * Stops a server: first in order (open sessions are cut, everything is written), then at once, which
 * costs a recovery at the next start and loses nothing, and only then by force.
 */
export async function stopServer(
  processId: number,
  options: { isOurs: () => boolean; log: (line: string) => void },
): Promise<void> {
  const steps = [
    { signal: 'SIGINT', seconds: 60 },
    { signal: 'SIGQUIT', seconds: 10 },
    { signal: 'SIGKILL', seconds: 10 },
  ] as const;
  for (const { signal, seconds } of steps) {
    if (signal !== 'SIGINT') options.log(`PostgreSQL does not stop: sending ${signal}`);
    // Looked at right before: a number that was freed may already name somebody else's process.
    if (!options.isOurs() || !sendSignal(processId, signal)) return;
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      if (!options.isOurs()) return;
      await sleep(POLL_MILLISECONDS);
    }
  }
}

/** True while the process runs as a server that carries the tag in its command. */
export function carriesTag(processId: number, tag: string): boolean {
  const seen = findProcess(processId);
  return seen !== null && !seen.isZombie && isTagged(seen.command, tag);
}

/** PostgreSQL shows `cluster_name` in the postmaster's arguments and in the title of each of its children. */
export const isTagged = (command: string, tag: string): boolean =>
  isPostmaster(command, tag) || command.startsWith(`postgres: ${tag}: `);

/** The first process of a server, which starts and watches all others. */
export const isPostmaster = (command: string, tag: string): boolean =>
  command.includes(`cluster_name=${tag}`);
