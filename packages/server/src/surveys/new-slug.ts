import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';

/** Eight random letters for an address that tells nothing; `l` and `o` are left out, for people who type it from paper. */
export const newSlug = (): string =>
  Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
