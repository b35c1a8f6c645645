import { type KeyFor, openUnder, sealUnder } from '../vault/sealed-identity.ts';

/** A peer provider reaches no data key: what she may know lies under a key of the installation, apart from the vault. */
const KEY_PURPOSE = 'first names of matches';
const label = (matchId: string): string => `peer match ${matchId}`;

export const sealFirstName = (given: string, matchId: string, keyFor: KeyFor): Buffer =>
  sealUnder(keyFor(KEY_PURPOSE), given, label(matchId));

/** @throws Error when it belongs to another match or was changed. */
export const openFirstName = (sealed: Buffer, matchId: string, keyFor: KeyFor): string =>
  openUnder(keyFor(KEY_PURPOSE), sealed, label(matchId));
