/** What of a picture is a picture. */
export interface BareJpeg {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 12_000;

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Quantisation and Huffman tables, restart interval. */
const TABLES = new Set([0xdb, 0xc4, 0xdd]);
/** Baseline, extended and progressive; nothing that browsers do not show. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/**
 * A JPEG with nothing in it but what draws it (ITU-T T.81, B.1): where and with what it was taken (Exif, XMP), thumbnails, colour
 * profiles, comments, whatever else an application put there and whatever stands behind its end are left out.
 * Null when it is not a whole JPEG of a usual kind and size.
 */
export function bareJpeg(bytes: Uint8Array): BareJpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let hasScan = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    // Fill bytes may stand before any marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      if (!size || !hasScan) return null;
      kept.push(bytes.subarray(at, at + 2));
      return { bytes: joined(kept), ...size };
    }
    const end = at + 2 + lengthAt(bytes, at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    if (FRAMES.has(marker)) {
      if (size) return null;
      size = frameSize(bytes.subarray(at, end));
      if (!size) return null;
      kept.push(bytes.subarray(at, end));
    } else if (TABLES.has(marker)) {
      kept.push(bytes.subarray(at, end));
    } else if (marker === SCAN) {
      if (!size) return null;
      hasScan = true;
      const over = endOfScan(bytes, end);
      kept.push(bytes.subarray(at, over));
      at = over;
      continue;
    } else if (!isLeftOut(marker)) return null;
    at = end;
  }
  return null;
}

/** What applications put in (APP0 to APP15) and comments. A Huffman table is no frame though its number is near. */
const isLeftOut = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

const lengthAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function frameSize(frame: Uint8Array): { width: number; height: number } | null {
  const [height, width] = [lengthAt(frame, 5), lengthAt(frame, 7)];
  const components = frame[9] ?? 0;
  // Four are inks of a printing press, and need a segment that is left out.
  if (components !== 1 && components !== 3) return null;
  const isUsual = width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE;
  return isUsual && width * height <= MOST_PIXELS ? { width, height } : null;
}

/** Where the coded picture ends: at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at += 1;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
