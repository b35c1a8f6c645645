import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from './zip.ts';

const WRITTEN = '2026-11-25T02:03:04.000Z';

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

describe('an archive', () => {
  it('gives back empty files, small ones and large ones whole', async () => {
    const large = Array.from({ length: 40 }, () => randomBytes(100_000));
    const archive = await whole(
      zip(
        [
          { name: 'empty.txt', pieces: [] },
          { name: 'аты.txt', pieces: [Buffer.from('Қазақша')] },
          { name: 'large.bin', pieces: large },
        ],
        WRITTEN,
      ),
    );
    const files = unzipSync(archive);
    expect(Object.keys(files)).toEqual(['empty.txt', 'аты.txt', 'large.bin']);
    expect(Buffer.from(files['аты.txt']!).toString()).toBe('Қазақша');
    expect(Buffer.from(files['large.bin']!).equals(Buffer.concat(large))).toBe(true);
  });

  it('breaks off with the error of a file that cannot be made, and never looks whole', async () => {
    function* broken() {
      yield Buffer.from('half');
      throw new Error('the other half is missing');
    }
    await expect(whole(zip([{ name: 'a', pieces: broken() }], WRITTEN))).rejects.toThrow(
      'the other half is missing',
    );
  });

  it('makes no more of a file when nobody reads on', async () => {
    let made = 0;
    let isClosed = false;
    function* endless() {
      try {
        for (;;) {
          made += 1;
          yield randomBytes(100_000);
        }
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of zip([{ name: 'a', pieces: endless() }], WRITTEN)) if (made > 3) break;
    await sleep(50);
    const then = made;
    await sleep(50);
    expect({ isClosed, made }).toEqual({ isClosed: true, made: then });
  });
});
