import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseRefused } from './database-refused.ts';

interface Link {
  source: string;
  target: string;
}

/**
 * npm's PostgreSQL keeps its symbolic links in a list, because npm packs none, and makes them in an
 * install script. Install scripts may be off, and PostgreSQL does not start without its links: so
 * they are made here, in place, or in a copy of ours where the package's folder is read-only.
 * Any other PostgreSQL is given back as it is.
 *
 * @returns the folder to run from.
 */
export function unpackBundled(bin: string, cache?: string): string {
  const native = dirname(bin);
  const links = readLinks(native);
  if (links.every(({ target }) => existsSync(join(native, target)))) return bin;
  try {
    accessSync(native, constants.W_OK);
    makeLinks(native, links);
    return bin;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
  }
  return join(copyBinaries(bin, cache), 'bin');
}

/**
 * Copies a PostgreSQL (the folder above its `bin`) to where the account that will run it can read it.
 * The copy is made aside and renamed, so that a killed copy is never taken for a whole one.
 *
 * @returns the folder above the copy's `bin`.
 */
export function copyBinaries(bin: string, cache?: string): string {
  const native = dirname(bin);
  const { size, mtimeMs } = statSync(join(bin, 'postgres'));
  const bases = cache === undefined ? cacheFolders() : [cache];
  for (const base of bases) {
    if (!isOurs(base)) continue;
    const copy = join(base, `postgresql-${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}`);
    if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
    const partial = mkdtempSync(`${copy}.part-`);
    const whole = join(partial, basename(copy));
    try {
      cpSync(native, whole, { recursive: true, verbatimSymlinks: true });
      makeLinks(whole, readLinks(whole));
      if (isRoot()) openToRead(whole);
      renameSync(whole, copy);
    } catch (error) {
      // Another start was quicker: its copy is as good as ours.
      if (!existsSync(join(copy, 'bin', 'postgres'))) throw error;
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
    return copy;
  }
  throw new DatabaseRefused('database-binaries-unreadable', {
    folder: bin,
    account: bases.join(', '),
  });
}

/** The links a package of npm's needs, written from its `native` folder; none for any other PostgreSQL. */
function readLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return (JSON.parse(readFileSync(list, 'utf8')) as Link[]).map(({ source, target }) => ({
    source: relative('native', source),
    target: relative('native', target),
  }));
}

function makeLinks(native: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    const place = join(native, target);
    try {
      symlinkSync(relative(dirname(target), source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A clone made under a strict umask is closed to other accounts, and so is its copy at first. */
function openToRead(path: string): void {
  const { mode } = lstatSync(path);
  if (lstatSync(path).isSymbolicLink()) return;
  chmodSync(path, mode | 0o444 | ((mode & 0o100) !== 0 ? 0o111 : 0));
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path)) openToRead(join(path, entry));
}

const isRoot = (): boolean => process.geteuid?.() === 0;

/** Root's copy must be readable by another account; an ordinary user's copy is his own affair. */
function cacheFolders(): string[] {
  if (isRoot()) return ['/var/cache/tirek', join(tmpdir(), 'tirek-binaries')];
  const home = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return [join(home, 'tirek'), join(tmpdir(), `tirek-binaries-${process.geteuid?.() ?? 0}`)];
}

/** Makes the folder, and trusts it only when nobody else could have put programs into it. */
function isOurs(base: string): boolean {
  try {
    // The umask may be strict, and a folder that root makes here must be open to the database's account.
    if (mkdirSync(base, { recursive: true }) !== undefined) chmodSync(base, 0o755);
    const seen = lstatSync(base);
    return seen.isDirectory() && seen.uid === process.geteuid?.() && (seen.mode & 0o022) === 0;
  } catch {
    return false;
  }
}
