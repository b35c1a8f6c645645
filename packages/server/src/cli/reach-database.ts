import type pg from 'pg';
import { type Database, openDatabase, placeOf } from '../db/database.ts';
import {
  assertDurable,
  DatabaseRefused,
  findRunning,
  holdsDatabase,
  startEmbedded,
} from '../db/embedded/index.ts';
import { readInstallationKey } from '../installation-key.ts';
import { programLog } from '../program-log.ts';
import type { Settings } from '../settings.ts';
import { CommandRefused } from './command-refused.ts';
import type { World } from './world.ts';

/** A database server that can be reached: the one of `DATABASE_URL`, the embedded one, or the one a running program serves. */
export interface ReachedServer {
  readonly owner: pg.ClientConfig;
  /** True when another program runs it and goes on running it. */
  readonly isShared: boolean;
  stop(): Promise<void>;
  /** Ends it at once; what was acknowledged is on disk and is recovered at the next start. */
  abandon(): void;
}

export interface ReachOptions {
  readonly log: (line: string) => void;
  /** Take the database of a running program as well; otherwise that is refused. */
  readonly mayShare: boolean;
  /** Called when the embedded database has died for good. */
  readonly onFailure?: (reason: DatabaseRefused) => void;
}

const RUN_BY_OTHERS = {
  isShared: true,
  stop: async () => undefined,
  abandon: () => undefined,
} as const;

/**
 * Makes sure of a server.
 * @throws DatabaseRefused, or an error of the driver: `sentenceOfFailure` has words for both.
 */
export async function reachServer(
  settings: Settings,
  options: ReachOptions,
): Promise<ReachedServer> {
  const { databaseUrl, data, postgres } = settings;
  if (databaseUrl) {
    const owner = placeOf(databaseUrl);
    await assertDurable(owner, 'full');
    return { owner, ...RUN_BY_OTHERS };
  }
  try {
    const embedded = await startEmbedded({
      folder: data,
      log: options.log,
      ...(postgres === 'auto' ? {} : { binaries: postgres }),
      ...(options.onFailure ? { onFailure: options.onFailure } : {}),
    });
    return {
      owner: { ...embedded.connection },
      isShared: false,
      stop: () => embedded.stop(),
      abandon: () => process.kill(embedded.processId, 'SIGQUIT'),
    };
  } catch (error) {
    const isServed = error instanceof DatabaseRefused && error.code === 'database-in-use';
    if (!isServed || !options.mayShare) throw error;
    const running = findRunning(data);
    if (!running) throw new CommandRefused('database.starting-elsewhere', { folder: data });
    return { owner: { ...running }, ...RUN_BY_OTHERS };
  }
}

/** @throws CommandRefused when there is nothing here yet, or when the key is missing or must not be used as it lies. */
export async function requireInstallationKey(
  settings: Settings,
  make?: World['randomBytes'],
): Promise<{ key: Buffer; isNew: boolean }> {
  const read = await readInstallationKey(settings.keyFile, make && (() => make(32)));
  const { data, databaseUrl } = settings;
  if (read.kind === 'refused' && read.reason === 'missing' && !databaseUrl && !holdsDatabase(data))
    throw new CommandRefused('data.none', { folder: data });
  if (read.kind === 'refused') throw new CommandRefused(`key.${read.reason}`, { file: read.file });
  return read;
}

/** What the database does, in the log of a command: interesting only when asked for. */
export function databaseLog(settings: Settings, world: World): (line: string) => void {
  const log = programLog({ level: settings.log, clock: world.clock, write: world.complain });
  return (line) => log({ level: 'debug', part: 'database', line });
}

/** Runs a command's work on the opened database, also beside a running program. */
export async function withDatabase<T>(
  settings: Settings,
  world: World,
  work: (database: Database, installationKey: Buffer) => Promise<T>,
): Promise<T> {
  const { key } = await requireInstallationKey(settings);
  const server = await reachServer(settings, { log: databaseLog(settings, world), mayShare: true });
  try {
    const database = await openDatabase({
      owner: server.owner,
      installationKey: key,
      connections: 2,
    });
    try {
      return await work(database, key);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}
