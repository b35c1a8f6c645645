import { describe, expect, it } from 'vitest';
import {
  lockedWith,
  newLocks,
  newPasskeySalt,
  type Opener,
  openLocks,
  openSecret,
} from './locks.ts';
import { open, seal } from './sealing.ts';

const SECRET = { name: 'Гүлжан' };
const words = (passphrase: string): Opener => ({ kind: 'passphrase', passphrase });
/** What a passkey with this letter answers to this salt. */
const passkey = (letter: string, salt: Uint8Array<ArrayBuffer>): Opener => ({
  kind: 'passkey',
  credentialId: letter,
  salt,
  output: new Uint8Array(32).fill(letter.charCodeAt(0)),
});

describe('what lies on the device', () => {
  it('opens with the passphrase, however the keyboard composes its letters, and with no other', async () => {
    const { locks, keys } = await newLocks(words('йод и ёлка под снегом'));
    const sealed = await seal(keys, 'outbox', SECRET);
    const again = await openLocks(words(' йод и ёлка под снегом '.normalize('NFD')), locks);
    expect(again && (await open(again, 'outbox', sealed))).toEqual(SECRET);
    expect(await openLocks(words('йод и елка под снегом'), locks)).toBeNull();
  });

  it('opens with the passkey it was closed with, and neither with another one nor with a passphrase', async () => {
    const salt = newPasskeySalt();
    const { locks, keys } = await newLocks(passkey('a', salt));
    const sealed = await seal(keys, 'outbox', SECRET);
    const again = await openLocks(passkey('a', salt), locks);
    expect(again && (await open(again, 'outbox', sealed))).toEqual(SECRET);
    expect(await openLocks(passkey('b', salt), locks)).toBeNull();
    expect(await openLocks(words(''), locks)).toBeNull();
  });

  it('opens with either once both were added, and with the one that is left', async () => {
    const salt = newPasskeySalt();
    const first = words('сары торғай жаңбырда');
    const { locks, keys } = await newLocks(first);
    const sealed = await seal(keys, 'outbox', SECRET);
    const secret = await openSecret(first, locks);
    const both = await lockedWith(locks, passkey('a', salt), secret!);
    for (const opener of [first, passkey('a', salt)]) {
      const again = await openLocks(opener, both);
      expect(again && (await open(again, 'outbox', sealed))).toEqual(SECRET);
    }
    expect(await openLocks(first, { ...both, passphrase: null })).toBeNull();
  });
});
