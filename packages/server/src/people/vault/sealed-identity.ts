import { randomBytes } from 'node:crypto';
import { Identity } from '@tirek/domain/people';
import * as z from 'zod/mini';
import { open, seal } from './seal.ts';

const KEY_BYTES = 32;
export type KeyFor = (purpose: string) => Buffer;

/** A data key as it lies in the database. */
export interface WrappedKey {
  readonly keyVersion: number;
  readonly wrapped: Buffer;
}

/** An identity as it lies in the database, with what opens it. */
export interface SealedIdentity extends WrappedKey {
  readonly personId: string;
  readonly version: number;
  readonly sealed: Buffer;
}

/** A data key for one person, wrapped under the version of the vault key that the database says is today's. */
export function newDataKey(
  personId: string,
  { keyVersion, keyFor }: { keyVersion: number; keyFor: KeyFor },
): WrappedKey {
  return wrapDataKey(randomBytes(KEY_BYTES), { personId, keyVersion, keyFor });
}

/** Wraps a data key; bound to the person and to the version, so that it opens in no other row. */
export function wrapDataKey(
  dataKey: Buffer,
  { personId, keyVersion, keyFor }: { personId: string; keyVersion: number; keyFor: KeyFor },
): WrappedKey {
  const wrapped = seal(dataKey, vaultKey(keyFor, keyVersion), keyLabel(personId, keyVersion));
  return { keyVersion, wrapped };
}

/** @throws Error when it was wrapped for another person, under another key, or was changed. */
export function unwrapDataKey(personId: string, key: WrappedKey, keyFor: KeyFor): Buffer {
  const { keyVersion, wrapped } = key;
  return open(wrapped, vaultKey(keyFor, keyVersion), keyLabel(personId, keyVersion));
}

/** Seals one version of an identity. */
export function sealIdentity(
  identity: Identity,
  to: WrappedKey & { readonly personId: string; readonly version: number },
  keyFor: KeyFor,
): Buffer {
  const dataKey = unwrapDataKey(to.personId, to, keyFor);
  const text = Buffer.from(JSON.stringify(identity));
  return seal(padded(text), dataKey, identityLabel(to.personId, to.version));
}

/** @throws Error when it belongs to another person or version, or was changed. */
export function openIdentity(row: SealedIdentity, keyFor: KeyFor): Identity {
  const dataKey = unwrapDataKey(row.personId, row, keyFor);
  const text = open(row.sealed, dataKey, identityLabel(row.personId, row.version));
  return z.parse(Identity, JSON.parse(text.toString().trimEnd()));
}

/** Seals another text about a person under her data key; `label` binds it to the one place it belongs to. */
export function sealText(
  text: string,
  to: WrappedKey & { readonly personId: string; readonly label: string },
  keyFor: KeyFor,
): Buffer {
  const dataKey = unwrapDataKey(to.personId, to, keyFor);
  return seal(padded(Buffer.from(text)), dataKey, to.label);
}

/** @throws Error when it belongs to another person or place, or was changed. */
export function openText(
  sealed: Buffer,
  to: WrappedKey & { readonly personId: string; readonly label: string },
  keyFor: KeyFor,
): string {
  return openUnder(unwrapDataKey(to.personId, to, keyFor), sealed, to.label);
}

/** Seals bytes of any length about a person under her data key; their length shows. */
export function sealBytes(
  bytes: Uint8Array,
  to: WrappedKey & { readonly personId: string; readonly label: string },
  keyFor: KeyFor,
): Buffer {
  return seal(Buffer.from(bytes), unwrapDataKey(to.personId, to, keyFor), to.label);
}

/** @throws Error when they belong to another person or place, or were changed. */
export function openBytes(
  sealed: Buffer,
  to: WrappedKey & { readonly personId: string; readonly label: string },
  keyFor: KeyFor,
): Buffer {
  return open(sealed, unwrapDataKey(to.personId, to, keyFor), to.label);
}

/** The same for many texts of one person, whose data key was unwrapped once for all of them. */
export const openUnder = (dataKey: Buffer, sealed: Buffer, label: string): string =>
  open(sealed, dataKey, label).toString().trimEnd();

/** Seals a short text under a key of the installation; `label` binds it to the one place it belongs to. */
export const sealUnder = (key: Buffer, text: string, label: string): Buffer =>
  seal(padded(Buffer.from(text)), key, label);

/** The length of a sealed text would tell who has many names and papers: white space fills up to whole 256 bytes. */
function padded(text: Buffer): Buffer {
  const rest = (BLOCK - (text.length % BLOCK)) % BLOCK;
  return Buffer.concat([text, Buffer.alloc(rest, ' ')]);
}
const BLOCK = 256;

const vaultKey = (keyFor: KeyFor, version: number): Buffer => keyFor(`identity vault ${version}`);
const keyLabel = (personId: string, version: number): string => `data key ${personId} ${version}`;
const identityLabel = (personId: string, version: number): string =>
  `identity ${personId} ${version}`;
