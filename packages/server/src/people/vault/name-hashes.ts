import { createHmac } from 'node:crypto';
import type { KeyFor } from './sealed-identity.ts';
import { secretOf } from './secret-of.ts';

/**
 * Tokens as the database holds them: the first 64 bits of an HMAC under a key that is not in the database, one key for each
 * programme, so that two programmes cannot be laid side by side. As decimal text, since a bigint is larger than a number.
 */
export function hashTokens(
  tokens: readonly string[],
  programmeId: string,
  keyFor: KeyFor,
): string[] {
  const key = secretOf(keyFor(`name tokens ${programmeId}`));
  return tokens.map((token) =>
    createHmac('sha256', key).update(token).digest().readBigInt64BE().toString(),
  );
}

/** What a search remembers of the names that were asked for. */
export const nameMark = (names: string, programmeId: string, keyFor: KeyFor): Buffer =>
  createHmac('sha256', keyFor(`searched names ${programmeId}`))
    .update(names)
    .digest();
