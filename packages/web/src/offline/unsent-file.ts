import * as z from 'zod/mini';
import type { OutboxRow } from './disk.ts';
import { type Locks, type Opener, openLocks, type PasskeyQuestion } from './locks.ts';
import type { WaitingWrite } from './outbox.ts';
import { open } from './sealing.ts';

/**
 * What could not be sent, as a file: the rows exactly as they lie on the disk, still sealed, with the locks that her passphrase or
 * her passkey opens. It can be written without either, and read only with one of them.
 */
const UnsentFile = z.object({
  kind: z.literal('tirek-unsent'),
  version: z.literal(2),
  passphrase: z.nullable(z.object({ salt: z.string(), rounds: z.int(), wrapped: z.string() })),
  passkey: z.nullable(
    z.object({ credentialId: z.string(), salt: z.string(), wrapped: z.string() }),
  ),
  rows: z.array(z.string()).check(z.maxLength(10_000)),
});
/** As it was before passkeys: with the lock of the passphrase alone. */
const FirstUnsentFile = z.object({
  kind: z.literal('tirek-unsent'),
  version: z.literal(1),
  salt: z.string(),
  rounds: z.int(),
  wrapped: z.string(),
  rows: UnsentFile.shape.rows,
});

export function writeUnsentFile({ passphrase, passkey }: Locks, rows: readonly OutboxRow[]): Blob {
  const file: z.infer<typeof UnsentFile> = {
    kind: 'tirek-unsent',
    version: 2,
    passphrase: passphrase && {
      rounds: passphrase.rounds,
      salt: toText(passphrase.salt),
      wrapped: toText(passphrase.wrapped),
    },
    passkey: passkey && {
      credentialId: passkey.credentialId,
      salt: toText(passkey.salt),
      wrapped: toText(passkey.wrapped),
    },
    rows: rows.map(({ sealed }) => toText(sealed)),
  };
  return new Blob([JSON.stringify(file)], { type: 'application/octet-stream' });
}

export interface UnsentFile {
  readonly hasPassphrase: boolean;
  readonly passkeys: readonly PasskeyQuestion[];
  /** The writes in it, or null when this does not open it. */
  open(opener: Opener): Promise<readonly WaitingWrite[] | null>;
}

/** Null when it is no such file. */
export function readUnsentFile(text: string): UnsentFile | null {
  const told = parsed(text);
  const read = z.safeParse(UnsentFile, told);
  const first = read.success ? null : z.safeParse(FirstUnsentFile, told);
  const file = read.success
    ? read.data
    : first?.success
      ? { passphrase: first.data, passkey: null, rows: first.data.rows }
      : null;
  if (!file) return null;
  const { passphrase, passkey, rows } = file;
  const locks: Locks = {
    passphrase: passphrase && {
      rounds: passphrase.rounds,
      salt: toBytes(passphrase.salt),
      wrapped: toBytes(passphrase.wrapped),
    },
    passkey: passkey && {
      credentialId: passkey.credentialId,
      salt: toBytes(passkey.salt),
      wrapped: toBytes(passkey.wrapped),
    },
  };
  return {
    hasPassphrase: locks.passphrase !== null,
    passkeys: locks.passkey ? [locks.passkey] : [],
    async open(opener) {
      const keys = await openLocks(opener, locks);
      if (!keys) return null;
      return await Promise.all(
        rows.map(async (row) => (await open(keys, 'outbox', toBytes(row))) as WaitingWrite),
      );
    },
  };
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
