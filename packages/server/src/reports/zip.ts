import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A file to be packed; its pieces are asked for when its turn has come. */
export type ZipEntry = {
  readonly name: string;
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
};

/** Fast: what is packed here is repetitive, and people wait for it. */
const LEVEL = 1;
const DEFLATED = 8;

/**
 * A ZIP archive as a stream of its bytes: fflate writes the archive, Node's own zlib packs (about five
 * times as fast as JavaScript). Nothing is kept: a file of any length needs a few hundred kilobytes.
 * Stops making pieces when nobody reads on.
 * @param writtenAt UTC instant that the entries bear
 */
export async function* zip(
  entries: Iterable<ZipEntry>,
  writtenAt: string,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) ready.push(bytes);
  });
  for (const { name, pieces } of entries) {
    const file: ZipInputFile = {
      filename: name,
      compression: DEFLATED,
      size: 0,
      crc: 0,
      mtime: writtenAt,
    };
    archive.add(file);
    for await (const packed of deflated(counted(pieces, file))) {
      file.ondata?.(null, packed, false);
      yield* ready.splice(0);
    }
    file.ondata?.(null, new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

async function* deflated(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 1 << 16 });
  const fed = pipeline(Readable.from(pieces, { objectMode: true }), deflate);
  // The reader below meets the same error; here it only must not go unheard.
  fed.catch(() => {});
  for await (const packed of deflate) yield packed as Uint8Array<ArrayBuffer>;
  await fed;
}

/** The pieces, while their length and check sum are noted in the entry. */
async function* counted(
  pieces: ZipEntry['pieces'],
  file: ZipInputFile,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    file.size += piece.length;
    file.crc = crc32(piece, file.crc);
    yield piece;
  }
}
