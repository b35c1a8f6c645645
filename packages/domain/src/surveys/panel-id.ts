import { CARD_LENGTH, CODE_ALPHABET, readCode } from './entry-code.ts';

/**
 * The pseudonym of a panel member, computed on her phone from her card and her PIN. Neither leaves the phone.
 * `docs/decisions/0030-linkage-modes.md` tells what each side can and cannot find out. The phone carries this file.
 */

/** Characters of a card: 8 of its lot, 7 of its own, 1 check. */
export const LOT_LENGTH = 8;
export const OWN_LENGTH = CARD_LENGTH - LOT_LENGTH - 1;

/** Slow on purpose: whoever holds a lost card, the database and the key must pay this for every PIN tried. About 0.3 s on an old phone. */
const ITERATIONS = 210_000;

/** What is needed of the Web Cryptography API (`crypto.subtle`, in browsers and Node alike). */
export interface Subtle {
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: 'PBKDF2' | { name: 'HMAC'; hash: 'SHA-256' },
    extractable: boolean,
    usages: ('deriveBits' | 'sign')[],
  ): Promise<never>;
  deriveBits(
    algorithm: {
      name: 'PBKDF2';
      hash: 'SHA-256';
      salt: Uint8Array<ArrayBuffer>;
      iterations: number;
    },
    key: never,
    length: number,
  ): Promise<ArrayBuffer>;
  sign(algorithm: 'HMAC', key: never, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

export type PanelId =
  /** 64 hexadecimal digits: 32 of the pseudonym, 32 that prove a card of the campaign. What `Submission.panel` holds. */
  | { readonly kind: 'panel'; readonly panel: string }
  | { readonly kind: 'card-incomplete' }
  | { readonly kind: 'card-mistyped' }
  | { readonly kind: 'pin-malformed' };

/**
 * Computes a pseudonym.
 * @param given `card` as typed or scanned, `pin` 4 to 8 digits, `campaign` as in `SurveyModel.panel`.
 */
export async function panelId(
  subtle: Subtle,
  given: { readonly card: string; readonly pin: string; readonly campaign: string },
): Promise<PanelId> {
  const read = readCode(given.card, CARD_LENGTH);
  if (read.kind !== 'code') return { kind: `card-${read.kind}` };
  if (!/^\d{4,8}$/.test(given.pin)) return { kind: 'pin-malformed' };
  const pin = await subtle.importKey('raw', bytes(given.pin), 'PBKDF2', false, ['deriveBits']);
  const salt = bytes(`tirek panel ${given.campaign} ${read.code}`);
  const pseudonym = hex(
    await subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
      pin,
      128,
    ),
  );
  const proof = await lotProof(subtle, {
    lot: read.code.slice(0, LOT_LENGTH),
    campaign: given.campaign,
    pseudonym,
  });
  return { kind: 'panel', panel: pseudonym + proof };
}

/**
 * What only somebody with a card of the lot can compute for a pseudonym: 32 hexadecimal digits.
 * The server computes the same for each lot of the campaign and compares.
 */
export async function lotProof(
  subtle: Subtle,
  given: { readonly lot: string; readonly campaign: string; readonly pseudonym: string },
): Promise<string> {
  const key = await subtle.importKey(
    'raw',
    bytes(given.lot),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const text = `tirek card ${given.campaign} ${given.pseudonym}`;
  return hex(await subtle.sign('HMAC', key, bytes(text))).slice(0, 32);
}

/** Text of ASCII characters only. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(new ArrayBuffer(text.length));
  for (let at = 0; at < text.length; at++) made[at] = text.charCodeAt(at);
  return made;
}

const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The part of a card that its lot shares, from digits 0 to 22. */
export const lotOf = (digits: readonly number[]) =>
  digits.map((digit) => CODE_ALPHABET.charAt(digit)).join('');
