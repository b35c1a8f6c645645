import { link, mkdir, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** 32 bytes; in the file as 64 hexadecimal digits, so that it can be printed and typed in again. */
const KEY_BYTES = 32;
/** Any right of the group or of others. */
const READABLE_BY_OTHERS = 0o077;

export type InstallationKeyRead =
  | { readonly kind: 'read'; readonly key: Buffer; readonly isNew: boolean }
  | {
      readonly kind: 'refused';
      readonly reason: 'missing' | 'unreadable' | 'open-to-others' | 'malformed' | 'not-writable';
      readonly file: string;
    };

/**
 * Reads the key from which everything secret of this installation is derived.
 * It lies outside the database and is never in it: a stolen database alone opens nothing.
 *
 * @param make supplies a key for the first start; without it a missing file is refused.
 */
export async function readInstallationKey(
  file: string,
  make?: () => Buffer,
): Promise<InstallationKeyRead> {
  let isNew = false;
  if (make && !(await exists(file))) {
    const refusal = await writeInstallationKey(file, make());
    if (refusal === 'not-writable') return { kind: 'refused', reason: refusal, file };
    isNew = refusal === null;
  }
  let text: string;
  try {
    const { mode } = await stat(file);
    // Windows has no such rights; there the folder's own access list decides.
    if (process.platform !== 'win32' && (mode & READABLE_BY_OTHERS) !== 0)
      return { kind: 'refused', reason: 'open-to-others', file };
    text = await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { kind: 'refused', reason: isMissing ? 'missing' : 'unreadable', file };
  }
  const digits = text.trim();
  if (!/^[0-9a-f]+$/i.test(digits) || digits.length !== KEY_BYTES * 2)
    return { kind: 'refused', reason: 'malformed', file };
  return { kind: 'read', key: Buffer.from(digits, 'hex'), isNew };
}

/**
 * Writes a key where there is none. The file appears whole or not at all, also when two programs start at once:
 * it is written and synced in another place first and then linked to its name.
 * @returns null when written, or why not.
 */
export async function writeInstallationKey(
  file: string,
  key: Buffer,
): Promise<null | 'exists' | 'not-writable'> {
  const folder = dirname(file);
  let draftFolder: string | null = null;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    draftFolder = await mkdtemp(join(folder, 'new-'));
    const draft = join(draftFolder, 'installation.key');
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${key.toString('hex')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
    await syncFolder(folder);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'exists' : 'not-writable';
  } finally {
    if (draftFolder) await rm(draftFolder, { recursive: true, force: true });
  }
}

/** A new name is on disk only when its folder has been synced; Windows cannot open a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
