/**
 * What is left of typed text when only a number may be typed: digits, one sign in front where negative
 * numbers are allowed, one decimal sign (comma and point are the same to her; `sign` is the language's) with at most `decimals` digits.
 */
export function onlyNumber(
  typed: string,
  {
    decimals,
    mayBeNegative,
    sign = ',',
  }: { decimals: number; mayBeNegative: boolean; sign?: string },
): string {
  const minus = mayBeNegative && /^\s*[-\u2212]/.test(typed) ? '-' : '';
  const [whole = '', ...rest] = typed.replace(/\./g, ',').split(',');
  const digits = whole.replace(/\D/g, '').slice(0, 12);
  if (decimals === 0 || rest.length === 0) return minus + digits;
  return `${minus}${digits}${sign}${rest.join('').replace(/\D/g, '').slice(0, decimals)}`;
}

/** The number she typed, or null when it is none yet. */
export function numberOf(typed: string): number | null {
  const plain = typed.replace(',', '.').replace(/\.$/, '');
  return /^-?(\d+(\.\d+)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}
