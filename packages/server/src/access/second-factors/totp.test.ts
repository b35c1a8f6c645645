import { describe, expect, it } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret.ts';
import { base32, matchingStep, totpCode, totpUri } from './totp.ts';

/** RFC 6238 appendix B, SHA-1 rows; the last six of the eight digits printed there. */
const RFC_SECRET = Buffer.from('12345678901234567890');

describe('the codes of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i is %s, as RFC 6238 prints', (seconds, code) => {
    expect(totpCode(RFC_SECRET, Math.floor(seconds / 30))).toBe(code);
    const now = new Date(seconds * 1000).toISOString();
    expect(matchingStep(RFC_SECRET, code, now)).toBe(Math.floor(seconds / 30));
  });

  it('are taken with blanks in them, and nothing else is', () => {
    const now = new Date(59_000).toISOString();
    expect(matchingStep(RFC_SECRET, ' 287 082 ', now)).toBe(1);
    for (const typed of ['', '28708', '2870820', '28708a', '２８７０８２'])
      expect(matchingStep(RFC_SECRET, typed, now)).toBeNull();
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('have secrets in base32: %s is %s, as RFC 4648 prints', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected);
  });

  it('reach the app by a text that names nothing but Tirek and the sign-in name', () => {
    expect(totpUri(RFC_SECRET, { issuer: 'Tirek', name: 'saule@centre' })).toBe(
      'otpauth://totp/Tirek:saule%40centre?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tirek',
    );
  });
});

describe('a sealed secret', () => {
  const keyFor = () => Buffer.alloc(32, 1);

  it('opens for its own account under its own key only', () => {
    const sealed = sealSecret(RFC_SECRET, 'account-of-saule', keyFor);
    expect(openSecret(sealed, 'account-of-saule', keyFor)).toEqual(RFC_SECRET);
    expect(() => openSecret(sealed, 'account-of-dana', keyFor)).toThrow();
    expect(() => openSecret(sealed, 'account-of-saule', () => Buffer.alloc(32, 2))).toThrow();
    const changed = Buffer.from(sealed);
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => openSecret(changed, 'account-of-saule', keyFor)).toThrow();
  });

  it('never looks the same twice', () => {
    expect(sealSecret(RFC_SECRET, 'a', keyFor)).not.toEqual(sealSecret(RFC_SECRET, 'a', keyFor));
  });
});
