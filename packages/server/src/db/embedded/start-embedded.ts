import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, chooseAccount, giveAllTo, ownAccount } from './account.ts';
import { binariesFor } from './binaries-for.ts';
import { DatabaseRefused } from './database-refused.ts';
import { findBinaries } from './find-binaries.ts';
import { lockFolder } from './folder-lock.ts';
import { type Connection, launch, tagOf } from './launch.ts';
import { openLogFile } from './log-file.ts';
import { makeCluster, readDataMajor, sweepHalfMade } from './make-cluster.ts';
import { refusalOfError } from './refusal-of.ts';
import type { Workplace } from './run-program.ts';
import { carriesTag, stopServer } from './server-process.ts';
import type { Durability } from './settings.ts';
import { settleLeftover } from './settle-leftover.ts';
import { removeShortFolder } from './socket-folder.ts';
import { supervise } from './supervise.ts';

export interface EmbeddedOptions {
  /** Data go to `<folder>/postgres`, PostgreSQL's words to `<folder>/postgres.log`. Made if missing. */
  readonly folder: string;
  /** Told what happens, one English line at a time, for the app's log. */
  readonly log: (line: string) => void;
  /** `system`, `bundled`, or a folder with `initdb` and `postgres`; see `findBinaries` for the default. */
  readonly binaries?: string;
  /** `none` is for tests: fsync off, no promise about a power cut. */
  readonly durability?: Durability;
  /** Called once when the database has died and could not be kept running; the app should then end. */
  readonly onFailure?: (reason: DatabaseRefused) => void;
  /** Where npm's binaries are copied to when they cannot be used in place. */
  readonly cache?: string;
}

export interface Embedded {
  /**
   * The superuser's way in, over a private socket: fields of node-postgres's own configuration. It
   * stays the same when the database is started again. A role that the app makes for itself needs a
   * password of its own exactly when there is one here.
   */
  readonly connection: Connection;
  /** E.g. `15.18`. */
  readonly version: string;
  /** The server's process now; another one after a restart. */
  readonly processId: number;
  /** Stops the database in order and gives the folder free. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL as a supervised child process that serves one folder, or takes over the one that
 * a killed app has left there; makes the database if there is none. Resolves when it takes queries
 * and has answered that commits are on disk before they are acknowledged.
 *
 * @throws DatabaseRefused for everything an operator can do something about; see its codes.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  if (process.platform === 'win32') {
    // Node cannot open a unix socket there, and we open no port that other programs could reach.
    throw new DatabaseRefused('database-platform-unsupported', { platform: process.platform });
  }
  const folder = resolve(options.folder);
  const data = join(folder, 'postgres');
  let account: Account | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    account = chooseAccount(folder, data);
    const lock = lockFolder(folder);
    try {
      return await open(options, { folder, data, account, releaseLock: lock.release });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw refusalOfError(error, { folder, account: (account ?? ownAccount()).name });
  }
}

async function open(
  options: EmbeddedOptions,
  place: { folder: string; data: string; account: Account; releaseLock: () => void },
): Promise<Embedded> {
  const startedAt = performance.now();
  const { cache, durability = 'full', log, onFailure = () => {} } = options;
  const { account, data, folder } = place;
  const logFile = openLogFile(folder);
  logFile.rotate();
  await sweepHalfMade(folder, log);

  const major = readDataMajor(folder, data, logFile.path);
  const found = await findBinaries(options.binaries, {
    ...(major === null ? {} : { data: { folder, major } }),
    ...(cache === undefined ? {} : { cache }),
  });
  const binaries = binariesFor(account, found, cache);
  const workplace: Workplace = { account, binaries, data, folder, log };

  if (major === null) await makeCluster(workplace, durability);
  else mend(workplace);
  const tag = tagOf(data);
  const launching = { tag, durability, logFile };
  const { connection, server, socket } = await launch(workplace, launching);
  log(`PostgreSQL ${binaries.version} is ready after ${elapsed(startedAt)} ms`);

  const supervised = supervise(server, {
    log,
    logFile,
    onFailure: (reason) => {
      log(`PostgreSQL could not be kept running: ${reason.message}`);
      onFailure(reason);
    },
    start: async () => {
      const diedAt = performance.now();
      const again = await launch(workplace, { ...launching, socket });
      log(`PostgreSQL is ready again after ${elapsed(diedAt)} ms`);
      return again.server;
    },
  });

  let stopping: Promise<void> | undefined;
  async function stop(): Promise<void> {
    const running = await supervised.end();
    if (running !== null) {
      const isOurs = () => carriesTag(running.processId, tag);
      await stopServer(running.processId, { isOurs, log });
    } else {
      // Its server was killed and not started again: what that one had started may still be ending.
      await settleLeftover(workplace, tag, socket.path);
    }
    removeShortFolder(socket.path, account);
    place.releaseLock();
  }
  return {
    connection,
    version: binaries.version,
    get processId() {
      return supervised.processId();
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Sets right what a copy of the data may have got wrong: whose they are, and that nobody else reads them. */
function mend({ account, data, log }: Workplace): void {
  if (!existsSync(data)) return;
  const { mode, uid } = statSync(data);
  if (uid !== account.userId) {
    log(`giving the data to the account ${account.name}`);
    giveAllTo(account, data);
  }
  if ((mode & 0o777) !== 0o700) {
    log('closing the data folder to other accounts');
    chmodSync(data, 0o700);
  }
}

const elapsed = (from: number): number => Math.round(performance.now() - from);
