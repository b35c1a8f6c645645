import { createHmac } from 'node:crypto';
import { Disclosed, ReferralWords } from '@tirek/domain/referrals';
import * as z from 'zod/mini';
import {
  type KeyFor,
  openUnder,
  sealText,
  sealUnder,
  unwrapDataKey,
  type WrappedKey,
} from '../people/index.ts';

/** What those who refer wrote, under the data key of the person; it opens in no other referral. */
const wordsLabel = (id: string): string => `referral ${id}`;
export const sealReferralWords = (
  words: ReferralWords,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): Buffer => sealText(JSON.stringify(words), { ...key, personId, label: wordsLabel(id) }, keyFor);
export const openReferralWords = (sealed: Buffer, id: string, dataKey: Buffer): ReferralWords =>
  z.parse(ReferralWords, JSON.parse(openUnder(dataKey, sealed, wordsLabel(id))));

/** The same with a data key as it lies in the database. */
export const openWrappedReferralWords = (
  sealed: Buffer,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): ReferralWords => openReferralWords(sealed, id, unwrapDataKey(personId, key, keyFor));

/** A receiver reaches no data key: what he is told lies under a key of the installation, apart from the vault. */
const TOLD = 'what referrals tell';
const toldLabel = (id: string): string => `told by referral ${id}`;
export const sealDisclosed = (disclosed: Disclosed, id: string, keyFor: KeyFor): Buffer =>
  sealUnder(keyFor(TOLD), JSON.stringify(disclosed), toldLabel(id));
export const openDisclosed = (sealed: Buffer, id: string, keyFor: KeyFor): Disclosed =>
  z.parse(Disclosed, JSON.parse(openUnder(keyFor(TOLD), sealed, toldLabel(id))));

/** Words of a receiver's feedback, and why something went without consent. */
const SAID = 'words about referrals';
const saidLabel = (eventId: string): string => `said of referral ${eventId}`;
export const sealSaid = (text: string, eventId: string, keyFor: KeyFor): Buffer =>
  sealUnder(keyFor(SAID), text, saidLabel(eventId));
export const openSaid = (sealed: Buffer, eventId: string, keyFor: KeyFor): string =>
  openUnder(keyFor(SAID), sealed, saidLabel(eventId));

/** Tells whether what would go out is what was shown; keyed, since it travels and what it is made of can be guessed. */
export const markOf = (disclosed: Disclosed, keyFor: KeyFor): string =>
  createHmac('sha256', keyFor('marks of previews')).update(JSON.stringify(disclosed)).digest('hex');
