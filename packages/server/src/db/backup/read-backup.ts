import type { BackupSecret } from './backup-key.ts';
import { BackupRefused } from './backup-refused.ts';
import { readFrames } from './frames.ts';
import type { BackedUpTable, BackupManifest, BackupTotals, TableSums } from './manifest.ts';
import { openStream } from './sealed-stream.ts';
import { sumRows } from './sum-rows.ts';

/** What a reader does with a backup; every part comes in order and has been authenticated. */
export interface BackupReader {
  manifest?(manifest: BackupManifest): Promise<void>;
  /** Rows of one table as COPY wrote them; whoever takes them gives back how many there were. */
  table?(table: BackedUpTable, rows: AsyncIterable<Buffer>): Promise<{ readonly rows: number }>;
}

export interface BackupRead {
  readonly manifest: BackupManifest;
  readonly totals: BackupTotals;
  /** By name of the table. */
  readonly sums: ReadonlyMap<string, TableSums>;
}

/**
 * Reads a whole backup in bounded memory and checks all of it: encryption, order, sums of every table, totals, the end.
 * @throws BackupRefused
 */
export async function readBackup(
  file: string,
  secret: BackupSecret,
  reader: BackupReader = {},
): Promise<BackupRead> {
  const frames = readFrames(openStream(file, secret));
  const damaged = (place: string) => new BackupRefused('damaged', { place });
  try {
    const first = await frames.next();
    if (first.done || first.value.kind !== 'manifest') throw damaged('manifest');
    const manifest = first.value.value as BackupManifest;
    await reader.manifest?.(manifest);
    const sums = new Map<string, TableSums>();
    for (const table of manifest.tables) {
      const start = await frames.next();
      if (start.done || start.value.kind !== 'table' || start.value.value !== table.name)
        throw damaged(table.name);
      sums.set(table.name, await readTable(table, frames, reader));
    }
    const end = await frames.next();
    if (end.done || end.value.kind !== 'end') throw damaged('end');
    const totals = end.value.value as BackupTotals;
    const rows = [...sums.values()].reduce((sum, one) => sum + one.rows, 0);
    if (totals.tables !== sums.size || totals.rows !== rows) throw damaged('totals');
    if (!(await frames.next()).done) throw damaged('end');
    return { manifest, totals, sums };
  } catch (error) {
    const { code } = error as { code?: string };
    const isFile = code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'EIO';
    throw isFile ? new BackupRefused('unreadable', { file, reason: code }) : error;
  } finally {
    await frames.return(undefined);
  }
}

async function readTable(
  table: BackedUpTable,
  frames: ReturnType<typeof readFrames>,
  reader: BackupReader,
): Promise<TableSums> {
  const summed = sumRows();
  let told: TableSums | null = null;
  async function* rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const { value, done } = await frames.next();
      if (done) throw new BackupRefused('truncated', {});
      if (value.kind === 'sums') {
        told = value.value as TableSums;
        return;
      }
      if (value.kind !== 'rows') throw new BackupRefused('damaged', { place: table.name });
      summed.add(value.bytes);
      yield value.bytes;
    }
  }
  const source = rows();
  const taken = reader.table ? await reader.table(table, source) : await drain(source);
  const sums = told as TableSums | null;
  const { rows: found, bytes, sha256 } = summed.sums();
  const isSame = sums?.bytes === bytes && sums.sha256 === sha256 && sums.rows === found;
  if (!sums || !isSame || (taken && taken.rows !== found))
    throw new BackupRefused('damaged', { place: table.name });
  return sums;
}

async function drain(source: AsyncIterable<Buffer>): Promise<null> {
  for await (const _ of source);
  return null;
}
