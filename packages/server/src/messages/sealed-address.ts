import { type KeyFor, openUnder, sealUnder } from '../people/index.ts';

const KEY_PURPOSE = 'addresses of accounts';
const labelOf = (addressId: string): string => `address ${addressId}`;

/** Seals where somebody is reached; bound to its row. */
export const sealAddress = (address: string, addressId: string, keyFor: KeyFor): Buffer =>
  sealUnder(keyFor(KEY_PURPOSE), address, labelOf(addressId));

/** @throws Error when it belongs to another row or was changed. */
export const openAddress = (sealed: Buffer, addressId: string, keyFor: KeyFor): string =>
  openUnder(keyFor(KEY_PURPOSE), sealed, labelOf(addressId));
