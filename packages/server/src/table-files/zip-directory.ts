import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_LENGTH = 46;
const HEAD_LENGTH = 30;
const DEFLATED = 8;

export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** What it claims to unpack to, in bytes. */
  readonly unpacked: number;
  /** Where its own head stands. */
  readonly at: number;
}

/**
 * What a zip file holds, from its central directory; null when it is no readable zip. Read before anything is unpacked, so that a
 * small file cannot fill the memory.
 */
export function zipDirectory(zip: Buffer): ZipPart[] | null {
  const end = findEnd(zip);
  if (end === null) return null;
  const entries = zip.readUInt16LE(end + 10);
  let place = zip.readUInt32LE(end + 16);
  const parts: ZipPart[] = [];
  for (let entry = 0; entry < entries; entry++) {
    if (place + ENTRY_LENGTH > zip.length || zip.readUInt32LE(place) !== DIRECTORY_ENTRY)
      return null;
    const nameLength = zip.readUInt16LE(place + 28);
    parts.push({
      name: zip.toString('utf8', place + ENTRY_LENGTH, place + ENTRY_LENGTH + nameLength),
      method: zip.readUInt16LE(place + 10),
      packed: zip.readUInt32LE(place + 20),
      unpacked: zip.readUInt32LE(place + 24),
      at: zip.readUInt32LE(place + 42),
    });
    place +=
      ENTRY_LENGTH + nameLength + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return parts;
}

/** One small part as text, or null where it is not there, too large or damaged. */
export function readZipPart(zip: Buffer, part: ZipPart, most: number): string | null {
  if (part.at + HEAD_LENGTH > zip.length || part.unpacked > most) return null;
  const from =
    part.at + HEAD_LENGTH + zip.readUInt16LE(part.at + 26) + zip.readUInt16LE(part.at + 28);
  const packed = zip.subarray(from, from + part.packed);
  if (part.method !== DEFLATED) return packed.toString('utf8');
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).toString('utf8');
  } catch {
    return null;
  }
}

function findEnd(zip: Buffer): number | null {
  const lowest = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let place = zip.length - END_LENGTH; place >= lowest; place--) {
    if (zip.readUInt32LE(place) === END_OF_DIRECTORY) return place;
  }
  return null;
}
