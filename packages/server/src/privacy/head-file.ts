import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditLink } from './audit-chain.ts';

/** The end of the chain as it was last seen from outside the database. */
export interface KnownHead {
  readonly sequence: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** Lies in the data folder and not in the database: whoever cuts the end of the log off cannot reach both at once. */
export const headFile = (folder: string): string => join(folder, 'audit-head.json');

export async function writeHeadFile(folder: string, link: AuditLink): Promise<void> {
  const head = {
    sequence: link.sequence,
    hash: link.hash.toString('hex'),
    entries: link.totalEntries,
    sealedAt: link.sealedAt,
  };
  const draft = `${headFile(folder)}.${process.pid}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(head)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, headFile(folder));
}

/** `none` where no head was ever written, `unreadable` when the file is there and holds something else. */
export async function readHeadFile(folder: string): Promise<KnownHead | 'none' | 'unreadable'> {
  let text: string;
  try {
    text = await readFile(headFile(folder), 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unreadable';
  }
  const [, sequence, hash] = /"sequence":(\d+),"hash":"([0-9a-f]{64})"/.exec(text) ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash } : 'unreadable';
}
