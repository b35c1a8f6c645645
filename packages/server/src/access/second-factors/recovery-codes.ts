import { createHmac, randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
const GROUPS = 4;

type KeyFor = (purpose: string) => Buffer;

/**
 * Ten codes of 16 digits in four groups, `4821-0093-1175-0632`: digits, because they are typed alike on a Kazakh, a Russian
 * and a Latin keyboard. 53 random bits each.
 */
export function newRecoveryCodes(): string[] {
  const group = () => String(randomInt(10_000)).padStart(4, '0');
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, group).join('-'),
  );
}

/** What is stored of a code. Keyed, so that the stored hashes cannot be searched without the installation key. */
export function hashRecoveryCode(typed: string, accountId: string, keyFor: KeyFor): Buffer {
  return createHmac('sha256', keyFor('recovery codes'))
    .update(`${accountId} ${typed.replace(/\D/g, '')}`)
    .digest();
}
