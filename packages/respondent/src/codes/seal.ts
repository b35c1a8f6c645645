import type { SealedDraft } from '@tirek/domain/surveys';

/**
 * 50 bits of chance in the code and this many rounds: one guess costs a thief some 0.2 s of a fast core,
 * an honest old phone about a second, once.
 */
const ROUNDS = 310_000;

/** What a resume code opens: the name its draft is kept under, and the key that locks it. */
export interface Lock {
  /** 64 hexadecimal digits; the code cannot be found from it. */
  readonly key: string;
  readonly secret: CryptoKey;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Whether this browser can lock anything: it cannot on a page that did not come over a safe connection. */
export const canLock = () => typeof crypto !== 'undefined' && !!crypto.subtle;

/** Derives name and key from a resume code, apart from each other and for one survey only. */
export async function lockOf(code: string, slug: string): Promise<Lock> {
  const { subtle } = crypto;
  const typed = await subtle.importKey('raw', bytesOf(code), 'PBKDF2', false, ['deriveBits']);
  const stretched = await subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(`tirek-draft-1 ${slug}`), iterations: ROUNDS },
    typed,
    256,
  );
  const root = await subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const expand = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: bytesOf(info),
  });
  const [name, secret] = await Promise.all([
    subtle.deriveBits(expand('name'), root, 256),
    subtle.deriveKey(expand('lock'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
  ]);
  return { key: hexOf(new Uint8Array(name)), secret };
}

/** Locks anything JSON can hold. Padded to whole KiB, so that the length does not tell how much was answered. */
export async function seal({ key, secret }: Lock, content: unknown): Promise<SealedDraft> {
  const text = bytesOf(JSON.stringify(content));
  const padded = new Uint8Array(Math.ceil((text.length + 1) / 1024) * 1024).fill(0x20);
  padded.set(text);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, secret, padded);
  const whole = new Uint8Array(nonce.length + locked.byteLength);
  whole.set(nonce);
  whole.set(new Uint8Array(locked), nonce.length);
  return { key, sealed: base64url(whole) };
}

/** Opens what `seal` locked; null when the lock does not fit or something was changed. */
export async function unseal({ secret }: Lock, sealed: string): Promise<unknown> {
  try {
    const whole = fromBase64url(sealed);
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: whole.subarray(0, 12) },
      secret,
      whole.subarray(12),
    );
    return JSON.parse(new TextDecoder().decode(opened)) as unknown;
  } catch {
    return null;
  }
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64url(bytes: Uint8Array): string {
  // In slices: a call takes some ten thousand arguments at most.
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}
