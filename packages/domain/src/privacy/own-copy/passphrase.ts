import * as z from 'zod/mini';

/** Capitals and digits that are not taken for one another, on paper or over the telephone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 4;
const SIGNS_A_GROUP = 5;
/** A byte from here on would make the first signs likelier than the last. */
const FAIR_BYTES = 256 - (256 % SIGNS.length);

/** Random bytes to hand in: enough that the unfair ones among them never leave too few. */
export const PASSPHRASE_BYTES = 64;

/**
 * What opens a person's own copy: twenty signs, 99 bits, so that nobody finds it by trying, whatever the archive's own way of
 * making a key of it costs. Never one that somebody thought up.
 */
export const OwnCopyPassphrase = z
  .string()
  .check(z.regex(/^[2-9A-HJKMNP-Z]{5}(-[2-9A-HJKMNP-Z]{5}){3}$/));

/** @throws RangeError when too few of the bytes are fair. */
export function passphraseOf(bytes: Uint8Array): string {
  const signs = [...bytes]
    .filter((byte) => byte < FAIR_BYTES)
    .slice(0, GROUPS * SIGNS_A_GROUP)
    .map((byte) => SIGNS[byte % SIGNS.length]);
  if (signs.length < GROUPS * SIGNS_A_GROUP) throw new RangeError('too few random bytes');
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * SIGNS_A_GROUP, (group + 1) * SIGNS_A_GROUP).join(''),
  ).join('-');
}
