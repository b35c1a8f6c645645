import { describe, expect, it } from 'vitest';
import { keysOf, nameOf, open, seal } from './sealing.ts';

const SECRET = { name: 'Гүлжан' };
const newKeys = () => keysOf(crypto.getRandomValues(new Uint8Array(32)));

describe('what lies on the device', () => {
  it('does not open in another place, nor when a single bit was changed', async () => {
    const keys = await newKeys();
    const sealed = await seal(keys, 'answer one', SECRET);
    await expect(open(keys, 'answer two', sealed)).rejects.toThrow();
    for (const place of [0, 20, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(open(keys, 'answer one', changed)).rejects.toThrow();
    }
  });

  it('is sealed anew each time, and named alike only under the same key', async () => {
    const [one, other] = [await newKeys(), await newKeys()];
    expect(await seal(one, 'head', SECRET)).not.toEqual(await seal(one, 'head', SECRET));
    expect(await nameOf(one, 'getPerson 1')).toBe(await nameOf(one, 'getPerson 1'));
    expect(await nameOf(one, 'getPerson 1')).not.toBe(await nameOf(other, 'getPerson 1'));
  });

  it('has keys that nobody can read out of the browser', async () => {
    const keys = await newKeys();
    for (const key of [keys.seal, keys.name]) {
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });
});
