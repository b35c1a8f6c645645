import { readlinkSync, realpathSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefused } from './database-refused.ts';
import { type PostmasterFile, postmasterFilePath, readPostmasterFile } from './postmaster-file.ts';
import { findProcess, listProcesses, type ProcessSeen, sendSignal } from './processes.ts';
import type { Workplace } from './run-program.ts';
import { isPostmaster, isTagged } from './server-process.ts';
import { removeShortFolder } from './socket-folder.ts';

/** What an earlier app left: nothing any more, or a server that still takes queries. */
export type Leftover =
  | { kind: 'nothing' }
  | { kind: 'server'; processId: number; command: string; file: PostmasterFile };

/** Backends notice within moments that their postmaster is gone; these are for those that do not. */
const QUIT_AFTER_SECONDS = 3;
const KILL_AFTER_SECONDS = 8;
const GIVE_UP_SECONDS = 12;
/** A server that is recovering or writing its last checkpoint is given this long. */
const WAIT_FOR_SERVER_SECONDS = 300;

/**
 * Looks at what an app that was killed left behind, and clears away what is dead. Called by the
 * holder of the folder's lock only, so no other app of ours is starting anything here.
 *
 * PostgreSQL itself refuses to start over a `postmaster.pid` whose number belongs to any living
 * process of the same account: a zombie that nobody collects, or a stranger that got the number
 * after a restart of the machine or container. Hence the number is believed only when the process
 * behind it is a server of this very folder.
 *
 * @param tag what our servers carry in their command, made from the identity of the data folder.
 * @param keptSocket the folder of a socket that the next server will use again.
 */
export async function settleLeftover(
  workplace: Workplace,
  tag: string,
  keptSocket?: string,
): Promise<Leftover> {
  const { data, folder, log } = workplace;
  const startedAt = performance.now();
  let isTold = false;
  for (;;) {
    const seconds = (performance.now() - startedAt) / 1000;
    const file = readPostmasterFile(data);
    const ours = listProcesses().filter((seen) => !seen.isZombie && isTagged(seen.command, tag));
    const server = ours.find(({ command }) => isPostmaster(command, tag));
    if (server !== undefined && file?.processId === server.id && file.status === 'ready') {
      return { kind: 'server', processId: server.id, command: server.command, file };
    }
    if (ours.length === 0) {
      if (file !== null) clearFile(file, workplace, keptSocket);
      return { kind: 'nothing' };
    }
    if (!isTold) {
      isTold = true;
      log(
        server === undefined
          ? `waiting for ${ours.length} processes of a database whose server was killed`
          : `waiting for the database that is already ${file?.status ?? 'ending'} here`,
      );
    }
    if (seconds > (server === undefined ? GIVE_UP_SECONDS : WAIT_FOR_SERVER_SECONDS)) {
      throw new DatabaseRefused('database-leftover-stuck', {
        folder,
        processIds: ours.map(({ id }) => id).join(', '),
      });
    }
    if (server === undefined) hurry(ours, seconds);
    // A server without its pid file stops by itself within a minute; asking is quicker.
    else if (file === null && seconds > QUIT_AFTER_SECONDS) sendSignal(server.id, 'SIGINT');
    await sleep(50);
  }
}

function hurry(orphans: readonly ProcessSeen[], seconds: number): void {
  if (seconds < QUIT_AFTER_SECONDS) return;
  for (const { id } of orphans)
    sendSignal(id, seconds < KILL_AFTER_SECONDS ? 'SIGQUIT' : 'SIGKILL');
}

function clearFile(
  file: PostmasterFile,
  { account, data, folder, log }: Workplace,
  keptSocket: string | undefined,
): void {
  const holder = findProcess(file.processId);
  if (holder !== null && mayServe(holder, data)) {
    throw new DatabaseRefused('database-run-by-another', { folder, processId: holder.id });
  }
  log(`removing postmaster.pid: process ${file.processId} is not a database of this folder`);
  rmSync(postmasterFilePath(data), { force: true });
  const { socketFolder } = file;
  if (socketFolder !== null && socketFolder !== keptSocket)
    removeShortFolder(socketFolder, account);
}

/** A PostgreSQL that somebody started by hand on this folder, as far as this account can tell. */
function mayServe(holder: ProcessSeen, data: string): boolean {
  if (holder.isZombie || !/^(postgres|postmaster)$/.test(holder.name)) return false;
  if (holder.command.startsWith('postgres: ')) return false;
  try {
    // A server's working directory is its data folder.
    return readlinkSync(`/proc/${holder.id}/cwd`) === realpathSync(data);
  } catch {
    return true;
  }
}
