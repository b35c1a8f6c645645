import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyAssertion, PasskeyOptions, PasskeyRegistration } from '@tirek/domain/access';

/** A passkey in software (ES256, attestation `none`), as far as WebAuthn asks; made for tests that attack the ceremony. */
export interface SoftwareAuthenticator {
  register(options: PasskeyOptions, origin: string): PasskeyRegistration;
  /** `isUserVerified`: as if a finger or PIN had been given. */
  answer(
    options: PasskeyOptions,
    origin: string,
    how?: { readonly isUserVerified?: boolean },
  ): PasskeyAssertion;
  /** The signature counter; set it back to play a cloned authenticator. */
  counter: number;
  /** False for passkeys that live in a cloud: they always say 0. */
  counts: boolean;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

export function softwareAuthenticator(): SoftwareAuthenticator {
  const credentialId = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = credentialId.toString('base64url');
  const base = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  let userHandle = '';
  const authenticator: SoftwareAuthenticator = {
    counter: 0,
    counts: true,
    register(options, origin) {
      userHandle = String((options.user as { id?: string } | undefined)?.id ?? '');
      const clientData = clientDataOf('webauthn.create', options, origin);
      const length = Buffer.from([0, credentialId.length]);
      const authData = Buffer.concat([
        authDataOf(origin, USER_PRESENT | USER_VERIFIED | HAS_CREDENTIAL, authenticator.counter),
        Buffer.alloc(16),
        length,
        credentialId,
        coseKey(publicKey),
      ]);
      return {
        ...base,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: attestationObject(authData).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    answer(options, origin, { isUserVerified = true } = {}) {
      if (authenticator.counts) authenticator.counter += 1;
      const clientData = clientDataOf('webauthn.get', options, origin);
      const flags = USER_PRESENT | (isUserVerified ? USER_VERIFIED : 0);
      const authData = authDataOf(origin, flags, authenticator.counter);
      const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
      return {
        ...base,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle,
        },
      };
    },
  };
  return authenticator;
}

const clientDataOf = (type: string, { challenge }: PasskeyOptions, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function authDataOf(origin: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const relyingParty = createHash('sha256').update(new URL(origin).hostname).digest();
  return Buffer.concat([relyingParty, Buffer.from([flags]), count]);
}

/** COSE_Key of an ES256 public key in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 section 7.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytes32 = (text: string) =>
    Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes32(x),
    Buffer.from([0x22]),
    bytes32(y),
  ]);
}

/** CBOR of {fmt: "none", attStmt: {}, authData: bytes}. */
function attestationObject(authData: Buffer): Buffer {
  const text = (value: string) =>
    Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  const length = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    length,
    authData,
  ]);
}
