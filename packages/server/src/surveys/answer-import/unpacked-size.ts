const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_LENGTH = 46;

/**
 * The size a zip file claims to unpack to, in bytes, from its central directory; null when it is no readable zip.
 * Read before unpacking, so that a small file cannot fill the memory.
 */
export function unpackedSize(zip: Buffer): number | null {
  const end = findEnd(zip);
  if (end === null) return null;
  const entries = zip.readUInt16LE(end + 10);
  let place = zip.readUInt32LE(end + 16);
  let size = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (place + ENTRY_LENGTH > zip.length || zip.readUInt32LE(place) !== DIRECTORY_ENTRY)
      return null;
    size += zip.readUInt32LE(place + 24);
    place +=
      ENTRY_LENGTH +
      zip.readUInt16LE(place + 28) +
      zip.readUInt16LE(place + 30) +
      zip.readUInt16LE(place + 32);
  }
  return size;
}

function findEnd(zip: Buffer): number | null {
  const lowest = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let place = zip.length - END_LENGTH; place >= lowest; place--) {
    if (zip.readUInt32LE(place) === END_OF_DIRECTORY) return place;
  }
  return null;
}
