/**
 * The code under which an unfinished questionnaire is locked: 16 digits, since digits are the same on every
 * keyboard and in every script. 15 are chance (some 50 bits), the last one finds slips of the pen.
 */

const LENGTH = 16;

/** @param chance at least 16 random bytes */
export function makeResumeCode(chance: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of chance) {
    // 250 to 255 would make the first digits likelier than the others.
    if (byte < 250 && digits.length < LENGTH - 1) digits.push(byte % 10);
  }
  while (digits.length < LENGTH - 1) digits.push((chance[digits.length] ?? 0) % 10);
  return digits.join('') + checkDigit(digits);
}

/** The digits of what was typed, whatever stands between them; null when they are no code of ours. */
export function readResumeCode(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  const all = [...digits].map(Number);
  return all.length === LENGTH && checkDigit(all.slice(0, -1)) === all[LENGTH - 1] ? digits : null;
}

/** In groups of four, to be read and written down. */
export const groupsOfFour = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');

/** Luhn's: finds every single wrong digit and nearly every swap of neighbours (ISO/IEC 7812-1, annex B). */
function checkDigit(digits: readonly number[]): number {
  const sum = digits
    .map((digit, place) => {
      const weighed = (digits.length - place) % 2 === 1 ? digit * 2 : digit;
      return weighed > 9 ? weighed - 9 : weighed;
    })
    .reduce((a, b) => a + b, 0);
  return (10 - (sum % 10)) % 10;
}
