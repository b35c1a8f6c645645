/**
 * Cuts the power of a database that is being written to, and counts what is missing afterwards.
 * A program of its own, so that it can run in a mount namespace that ends with it:
 * `unshare -m node trial.ts '{"method":"disk","durability":"full","place":"/tmp/…","seconds":2}'`.
 * Prints one JSON line.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { Client } from 'pg';
import { chooseAccount } from '../account.ts';
import { binariesFor } from '../binaries-for.ts';
import { findBinaries, startEmbedded } from '../index.ts';
import { listProcesses, sendSignal } from '../processes.ts';
import { withClient } from '../settings.ts';
import { plugInDisk } from './shut-down-disk.ts';
import { listUnsyncedWrites } from './undo-unsynced.ts';

/**
 * `disk`: a file system is shut down under the database, and what it had not written is gone.
 * `undo`: every write that no fsync followed is taken back. `kill`: the database is killed, and the
 * operating system still writes everything: proves little.
 */
export type Method = 'disk' | 'undo' | 'kill';

export interface TrialOptions {
  method: Method;
  durability: 'full' | 'none';
  place: string;
  seconds: number;
}

export interface TrialResult {
  acknowledged: number;
  lost: number;
  /** Why the database did not open again; null when it did. */
  reason: string | null;
}

/** How the power is cut, and what comes before and after. */
interface Cut {
  readonly folder: string;
  readonly binaries?: string;
  /** Calls what is there so far safe, so that a database without fsync has a start to fall back to. */
  settle(): void;
  cut(): void;
  restore(): Promise<void>;
  end(): Promise<void>;
}

const WRITERS = 4;
const options = JSON.parse(process.argv[2] ?? '{}') as TrialOptions;
const log = (line: string) => process.stderr.write(`${line}\n`);

async function prepare({ method, place }: TrialOptions): Promise<Cut> {
  const nothing = async () => {};
  if (method === 'disk') {
    const { folder, flush, cut, replug, remove } = plugInDisk(place);
    return { folder: `${folder}/data`, settle: flush, cut, restore: replug, end: remove };
  }
  // Programs lie below it that the database's account must reach.
  chmodSync(place, 0o755);
  const folder = `${place}/data`;
  if (method === 'kill') {
    return { folder, settle: () => {}, cut: () => {}, restore: nothing, end: nothing };
  }
  const account = chooseAccount(folder, `${folder}/postgres`);
  const binaries = binariesFor(account, await findBinaries(), `${place}/cache`);
  const listed = listUnsyncedWrites(place, binaries.folder);
  return {
    folder,
    binaries: listed.folder,
    settle: listed.forget,
    cut: () => {},
    restore: async () => {
      log(`took ${listed.undo(`${folder}/postgres`)} writes back`);
    },
    end: nothing,
  };
}

/** Writes as fast as one client can and notes what was acknowledged, until the connection breaks. */
async function write(connection: object, acknowledged: Set<string>): Promise<void> {
  const client = new Client({ ...connection, ssl: false });
  client.on('error', () => {});
  await client.connect();
  for (;;) {
    const id = randomUUID();
    try {
      await client.query('INSERT INTO answer VALUES ($1, $2)', [id, 'x'.repeat(1000)]);
    } catch {
      return;
    }
    acknowledged.add(id);
  }
}

/** Kills the whole database at once, so that nothing of it writes another byte. */
function killAll(serverId: number): void {
  const tag = /cluster_name=(tirek-\w+)/.exec(
    listProcesses().find(({ id }) => id === serverId)?.command ?? '',
  )?.[1];
  if (tag === undefined) throw new Error('the database is not running');
  for (const { id, command } of listProcesses()) {
    if (command.includes(tag)) sendSignal(id, 'SIGKILL');
  }
}

async function countLost(
  folder: string,
  binaries: string | undefined,
  acknowledged: Set<string>,
): Promise<TrialResult> {
  const { durability } = options;
  const all = acknowledged.size;
  let again: Awaited<ReturnType<typeof startEmbedded>>;
  try {
    again = await startEmbedded({ folder, durability, log, ...(binaries ? { binaries } : {}) });
  } catch (error) {
    return { acknowledged: all, lost: all, reason: (error as Error).message };
  }
  try {
    const kept = await withClient(again.connection, (client) =>
      client.query<{ id: string }>('SELECT id FROM answer'),
    );
    for (const { id } of kept.rows) acknowledged.delete(id);
    return { acknowledged: all, lost: acknowledged.size, reason: null };
  } catch (error) {
    return { acknowledged: all, lost: all, reason: (error as Error).message };
  } finally {
    await again.stop();
  }
}

const { folder, binaries, ...power } = await prepare(options);
const database = await startEmbedded({
  folder,
  durability: options.durability,
  log,
  ...(binaries === undefined ? {} : { binaries }),
});
await withClient(database.connection, (client) =>
  client.query('CREATE TABLE answer (id uuid PRIMARY KEY, body text NOT NULL)'),
);
// A durable database gets no such help: what it made so far must be on disk by its own doing.
if (options.durability === 'none') {
  await withClient(database.connection, (client) => client.query('CHECKPOINT'));
  power.settle();
}

const acknowledged = new Set<string>();
const writing = Array.from({ length: WRITERS }, () => write(database.connection, acknowledged));
await new Promise((resolve) => setTimeout(resolve, options.seconds * 1000));
power.cut();
// Asked for first, so that the supervisor does not start again what is killed here.
const stopped = database.stop();
killAll(database.processId);
await stopped;
// The connections are broken: nothing can be acknowledged any more.
await Promise.all(writing);
await power.restore();
const result = await countLost(folder, binaries, acknowledged);
await power.end();
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
