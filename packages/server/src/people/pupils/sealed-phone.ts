import { type KeyFor, openUnder, sealUnder } from '../vault/sealed-identity.ts';

/** The school has to read it, so that it lies under no person's key: the key is one of the installation. */
const KEY_PURPOSE = 'telephones for schools';
const label = (noteId: string): string => `school note ${noteId}`;

export const sealPhone = (phone: string, noteId: string, keyFor: KeyFor): Buffer =>
  sealUnder(keyFor(KEY_PURPOSE), phone, label(noteId));

/** @throws Error when it belongs to another note or was changed. */
export const openPhone = (sealed: Buffer, noteId: string, keyFor: KeyFor): string =>
  openUnder(keyFor(KEY_PURPOSE), sealed, label(noteId));
