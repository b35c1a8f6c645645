import { BackupRefused } from './backup-refused.ts';

/** What stands inside a backup, one after the other: a manifest; for each table its name, its rows, its sums; the end. */
export type Frame =
  | { readonly kind: 'manifest' | 'table' | 'sums' | 'end'; readonly value: unknown }
  | { readonly kind: 'rows'; readonly bytes: Buffer };

const LETTERS = { manifest: 'M', table: 'T', rows: 'D', sums: 'S', end: 'E' } as const;
const KINDS = Object.fromEntries(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind]),
) as Record<string, Frame['kind']>;
/** One letter and the length in 32 bits. */
const HEAD_BYTES = 5;
const LARGEST_FRAME = 64 * 1024 * 1024;

export function writeFrame(frame: Frame): Buffer {
  const bytes =
    frame.kind === 'rows' ? frame.bytes : Buffer.from(JSON.stringify(frame.value), 'utf8');
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(LETTERS[frame.kind], 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Takes the frames out of a stream of bytes that has been authenticated. @throws BackupRefused `damaged` */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    for (;;) {
      if (held.length < HEAD_BYTES) break;
      const length = held.readUInt32BE(1);
      const kind = KINDS[held.toString('latin1', 0, 1)];
      if (!kind || length > LARGEST_FRAME) throw new BackupRefused('damaged', { place: 'frame' });
      if (held.length < HEAD_BYTES + length) break;
      const bytes = held.subarray(HEAD_BYTES, HEAD_BYTES + length);
      held = held.subarray(HEAD_BYTES + length);
      yield kind === 'rows' ? { kind, bytes } : { kind, value: JSON.parse(bytes.toString('utf8')) };
    }
  }
  if (held.length > 0) throw new BackupRefused('truncated', {});
}
