import * as z from 'zod/mini';
import type { OutboxRow } from './disk.ts';
import type { WaitingWrite } from './outbox.ts';
import { type Lock, open, openLock } from './sealing.ts';

/**
 * What could not be sent, as a file: the rows exactly as they lie on the disk, still sealed, with the lock that her passphrase
 * opens. It can be written without the passphrase, and read only with it.
 */
const UnsentFile = z.object({
  kind: z.literal('tirek-unsent'),
  version: z.literal(1),
  salt: z.string(),
  rounds: z.int(),
  wrapped: z.string(),
  rows: z.array(z.string()).check(z.maxLength(10_000)),
});

export function writeUnsentFile(lock: Lock, rows: readonly OutboxRow[]): Blob {
  const file: z.infer<typeof UnsentFile> = {
    kind: 'tirek-unsent',
    version: 1,
    salt: toText(lock.salt),
    rounds: lock.rounds,
    wrapped: toText(lock.wrapped),
    rows: rows.map(({ sealed }) => toText(sealed)),
  };
  return new Blob([JSON.stringify(file)], { type: 'application/octet-stream' });
}

/** The writes in such a file; `not-ours` when it is no such file, `wrong-passphrase` when it does not open. */
export async function readUnsentFile(
  text: string,
  passphrase: string,
): Promise<readonly WaitingWrite[] | 'not-ours' | 'wrong-passphrase'> {
  const read = z.safeParse(UnsentFile, parsed(text));
  if (!read.success) return 'not-ours';
  const { salt, rounds, wrapped, rows } = read.data;
  const lock = { salt: toBytes(salt), rounds, wrapped: toBytes(wrapped) };
  const keys = await openLock(passphrase, lock);
  if (!keys) return 'wrong-passphrase';
  return await Promise.all(
    rows.map(async (row) => (await open(keys, 'outbox', toBytes(row))) as WaitingWrite),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
