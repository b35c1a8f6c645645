import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BackupSecret, newBackupKey, SALT_BYTES } from './backup-key.ts';
import { openStream, sealStream } from './sealed-stream.ts';

const CHUNK = 64 * 1024;
/** Key files, since a passphrase costs half a second each time. */
const SECRET: BackupSecret = { kind: 'key', key: Buffer.alloc(32, 5) };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-sealed-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function sealed(
  plain: Buffer,
  pieceBytes = 10_000,
  secret: BackupSecret = SECRET,
): Promise<Buffer> {
  async function* source() {
    for (let at = 0; at < plain.length; at += pieceBytes) yield plain.subarray(at, at + pieceBytes);
  }
  const made = await newBackupKey(secret, Buffer.alloc(SALT_BYTES, 1));
  const out: Buffer[] = [];
  for await (const bytes of sealStream(source(), made)) out.push(bytes);
  return Buffer.concat(out);
}

async function opened(file: Buffer, secret: BackupSecret = SECRET): Promise<Buffer> {
  const path = join(folder, 'file');
  await writeFile(path, file);
  const out: Buffer[] = [];
  for await (const bytes of openStream(path, secret)) out.push(bytes);
  return Buffer.concat(out);
}

const refusal = (file: Buffer, secret: BackupSecret = SECRET): Promise<string> =>
  opened(file, secret).then(
    () => 'opened',
    (error: { code?: string }) => error.code ?? String(error),
  );

const text = (length: number) => Buffer.from(Array.from({ length }, (_, at) => at % 251));

describe('an encrypted backup', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17])(
    'gives back the %i bytes that went in, and shows nothing of them',
    async (length) => {
      const plain = text(length);
      const file = await sealed(plain);
      expect((await opened(file)).equals(plain)).toBe(true);
      if (length > 40) expect(file.includes(plain.subarray(0, 32))).toBe(false);
    },
  );

  it('does not depend on how the bytes came', async () => {
    const plain = text(CHUNK + 5);
    expect((await sealed(plain, 1000)).equals(await sealed(plain, 99_999))).toBe(true);
  });

  it('opens with its passphrase alone, however the keyboard spells it', async () => {
    const composed: BackupSecret = { kind: 'passphrase', text: 'ақ киіз үй — қысқы й' };
    const file = await sealed(text(100), 100, composed);
    const decomposed = { ...composed, text: composed.text.normalize('NFD') };
    expect((await opened(file, decomposed)).equals(text(100))).toBe(true);
    expect(await refusal(file, { kind: 'passphrase', text: 'ақ киіз үй' })).toBe('wrong-secret');
    expect(await refusal(file, SECRET)).toBe('wrong-secret');
    const other: BackupSecret = { kind: 'key', key: Buffer.alloc(32, 6) };
    expect(await refusal(await sealed(text(9)), other)).toBe('wrong-secret');
  });

  it('is refused after any single change', async () => {
    const file = await sealed(text(2 * CHUNK + 1000));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(file);
          changed[at] = (changed[at] as number) ^ by;
          expect(await refusal(changed)).toMatch(/^(damaged|not-a-backup|wrong-secret|truncated)$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused when it ends anywhere too early, also between two chunks', async () => {
    const file = await sealed(text(2 * CHUNK + 1000));
    const start = file.length - (2 * (CHUNK + 16) + 1000 + 16);
    const ends = [start, start + CHUNK + 16, start + 2 * (CHUNK + 16)];
    for (const end of ends) expect(await refusal(file.subarray(0, end))).toBe('truncated');
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (end) => {
        expect(await refusal(file.subarray(0, end))).not.toBe('opened');
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when chunks are swapped, left out, repeated or followed by more', async () => {
    const file = await sealed(text(3 * CHUNK + 5));
    const start = file.length - (3 * (CHUNK + 16) + 5 + 16);
    const part = (from: number, to: number) =>
      file.subarray(start + from * (CHUNK + 16), start + to * (CHUNK + 16));
    const head = file.subarray(0, start);
    const last = part(3, 4);
    for (const parts of [
      [head, part(1, 2), part(0, 1), part(2, 3), last],
      [head, part(0, 1), part(2, 3), last],
      [head, part(0, 3), part(2, 3), last],
      [file, Buffer.from([0])],
      [file, last],
    ])
      expect(await refusal(Buffer.concat(parts))).toBe('damaged');
  });

  it('is refused when it is something else', async () => {
    expect(await refusal(Buffer.from('PK\u0003\u0004 a workbook'))).toBe('not-a-backup');
    expect(await refusal(Buffer.alloc(0))).toBe('not-a-backup');
    const file = await sealed(text(5));
    const greedy = Buffer.from(file.toString('latin1').replace('"cost":0', '"cost":9'), 'latin1');
    expect(await refusal(greedy)).not.toBe('opened');
    expect((await readFile(join(folder, 'file'))).length).toBe(greedy.length);
  });
});
