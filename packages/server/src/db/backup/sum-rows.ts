import { createHash } from 'node:crypto';
import type { TableSums } from './manifest.ts';

/** COPY ends every row with a line feed and writes one inside a value as `\n`. */
const LINE_FEED = 10;

/**
 * Sums up the rows of one table as COPY writes them, piece by piece. Rows are counted here: the server's own count comes behind
 * them, and where it is cut off from them into a packet of its own it has not arrived when the rows have.
 */
export function sumRows(): { add(piece: Buffer): void; sums(): TableSums } {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  return {
    add(piece) {
      hash.update(piece);
      bytes += piece.length;
      for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1))
        rows += 1;
    },
    sums: () => ({ rows, bytes, sha256: hash.digest('hex') }),
  };
}
