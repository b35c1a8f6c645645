import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 with the values every authenticator app knows: SHA-1, 30 seconds, 6 digits. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A code of the step before or after is taken too: clocks differ, and people type slowly (RFC 6238 section 5.2). */
const WINDOW = 1;
/** RFC 4226 section 4 asks for 160 bits. */
const SECRET_BYTES = 20;

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The 30-second step an instant lies in. */
export const totpStep = (now: string): number => Math.floor(Date.parse(now) / 1000 / STEP_SECONDS);

/** The code of a step: HOTP (RFC 4226 section 5.3) over the step's number. */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code was typed, nearest to now first, or null. Whether it was used before is for the database to say. */
export function matchingStep(secret: Buffer, typed: string, now: string): number | null {
  const code = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) return null;
  const current = totpStep(now);
  const steps = [current];
  for (let distance = 1; distance <= WINDOW; distance++)
    steps.push(current - distance, current + distance);
  const given = Buffer.from(code);
  return steps.find((step) => timingSafeEqual(given, Buffer.from(totpCode(secret, step)))) ?? null;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base32 without padding, as authenticator apps take it. */
export function base32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[(value << (5 - bits)) & 31] : text;
}

/** The text of the QR code. `issuer` must be neutral: it stays visible on the person's phone. */
export function totpUri(
  secret: Buffer,
  { issuer, name }: { issuer: string; name: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
