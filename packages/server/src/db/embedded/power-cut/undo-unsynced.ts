import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Binaries whose `postgres` lists its unsynced writes, and what to do with the list. */
export interface ListedBinaries {
  readonly folder: string;
  /** Calls everything written so far synced. */
  forget(): void;
  /** Takes every write below the folder back that no sync followed; gives how many there were. */
  undo(folder: string): number;
}

const WRITTEN = 1n;
const HEADER_BYTES = 48;

interface Write {
  readonly file: string;
  readonly offset: number;
  readonly oldSize: number;
  readonly old: Buffer;
}

/** Builds the interposer with the machine's C compiler; throws where there is none. */
export function listUnsyncedWrites(place: string, binaries: string): ListedBinaries {
  const folder = join(place, 'binaries');
  const library = join(folder, 'unsynced-writes.so');
  const list = join(place, 'unsynced');
  mkdirSync(folder);
  const source = fileURLToPath(new URL('./unsynced-writes.c', import.meta.url));
  execFileSync('cc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  const script = (program: string, setting: string) =>
    `#!/bin/sh\n${setting}exec ${join(binaries, program)} "$@"\n`;
  writeFileSync(join(folder, 'initdb'), script('initdb', ''));
  writeFileSync(
    join(folder, 'postgres'),
    script('postgres', `export LD_PRELOAD=${library} TIREK_UNSYNCED=${list}\n`),
  );
  writeFileSync(list, '');
  // The database may run as another account.
  for (const path of [place, folder, library, join(folder, 'initdb'), join(folder, 'postgres')]) {
    chmodSync(path, 0o755);
  }
  chmodSync(list, 0o666);
  return {
    folder,
    forget: () => truncateSync(list, 0),
    undo: (below) => {
      const writes = unsyncedWrites(readFileSync(list), filesBelow(below));
      for (const { file, offset, old, oldSize } of writes) restore(file, { offset, old, oldSize });
      return writes.length;
    },
  };
}

/** The writes that no sync of their file followed, the newest first. */
function unsyncedWrites(list: Buffer, files: Map<string, string>): Write[] {
  const records: { key: string; write: Write | null }[] = [];
  for (let at = 0; at < list.length; ) {
    const [kind, inode, born, offset, oldSize, oldLength] = Array.from({ length: 6 }, (_, field) =>
      list.readBigUInt64LE(at + 8 * field),
    ) as [bigint, bigint, bigint, bigint, bigint, bigint];
    const from = at + HEADER_BYTES;
    at = from + Number(oldLength);
    const key = `${inode}:${born}`;
    const file = files.get(key);
    // A file that is gone has nothing to lose.
    if (file === undefined) continue;
    const old = list.subarray(from, at);
    const write = { file, offset: Number(offset), oldSize: Number(oldSize), old };
    records.push({ key, write: kind === WRITTEN ? write : null });
  }
  const synced = new Set<string>();
  return records.reverse().flatMap(({ key, write }) => {
    if (write === null) synced.add(key);
    return write === null || synced.has(key) ? [] : [write];
  });
}

function restore(file: string, { offset, old, oldSize }: Omit<Write, 'file'>): void {
  const descriptor = openSync(file, 'r+');
  try {
    if (old.length > 0) writeSync(descriptor, old, 0, old.length, offset);
    ftruncateSync(descriptor, oldSize);
  } finally {
    closeSync(descriptor);
  }
}

/** Files by identity, because PostgreSQL gives old log segments new names. */
function filesBelow(folder: string, found = new Map<string, string>()): Map<string, string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const seen = lstatSync(path, { bigint: true });
    if (seen.isDirectory()) filesBelow(path, found);
    else if (seen.isFile()) found.set(`${seen.ino}:${seen.birthtimeNs}`, path);
  }
  return found;
}
