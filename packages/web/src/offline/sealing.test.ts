import { describe, expect, it } from 'vitest';
import { nameOf, newLock, open, openLock, seal } from './sealing.ts';

const PASSPHRASE = 'сары торғай жаңбырда';
const SECRET = { name: 'Гүлжан' };

describe('what lies on the device', () => {
  it('opens with the passphrase, however the keyboard composes its letters, and with no other', async () => {
    const { lock, keys } = await newLock('йод и ёлка под снегом');
    const sealed = await seal(keys, 'outbox', SECRET);
    const again = await openLock(' йод и ёлка под снегом '.normalize('NFD'), lock);
    expect(again && (await open(again, 'outbox', sealed))).toEqual(SECRET);
    expect(await openLock('йод и елка под снегом', lock)).toBeNull();
  });

  it('does not open in another place, nor when a single bit was changed', async () => {
    const { keys } = await newLock(PASSPHRASE);
    const sealed = await seal(keys, 'answer one', SECRET);
    await expect(open(keys, 'answer two', sealed)).rejects.toThrow();
    for (const place of [0, 20, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(open(keys, 'answer one', changed)).rejects.toThrow();
    }
  });

  it('is sealed anew each time, and named alike only under the same key', async () => {
    const [one, other] = [await newLock(PASSPHRASE), await newLock(PASSPHRASE)];
    expect(await seal(one.keys, 'head', SECRET)).not.toEqual(await seal(one.keys, 'head', SECRET));
    expect(await nameOf(one.keys, 'getPerson 1')).toBe(await nameOf(one.keys, 'getPerson 1'));
    expect(await nameOf(one.keys, 'getPerson 1')).not.toBe(await nameOf(other.keys, 'getPerson 1'));
  });

  it('has keys that nobody can read out of the browser', async () => {
    const { keys } = await newLock(PASSPHRASE);
    for (const key of [keys.seal, keys.name]) {
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });
});
