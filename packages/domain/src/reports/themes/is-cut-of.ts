/** `[…]` where something was left out, `[a town]` where a detail was taken out and something blunter put. */
const TAKEN_OUT = /\[[^\]]*\]/u;

/**
 * Whether a quotation is the excerpt or what is left of it: the words that stand outside of square brackets must be the
 * speaker's own and in her order. What stands in brackets replaces what would tell who she is.
 */
export function isCutOf(words: string, text: string): boolean {
  const spoken = plain(text);
  let at = 0;
  for (const piece of words.split(TAKEN_OUT).map(plain)) {
    if (piece === '') continue;
    const found = spoken.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

/** Case, spaces and marks at the edge of a cut say nothing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,;:!?–—-]+|[\s.,;:!?–—-]+$/gu, '');
