import { describe, expect, it } from 'vitest';
import { uuidV7 } from './new-id.ts';

const chance = new Uint8Array(10).fill(0xff);

describe('an id made by the app', () => {
  it('is a UUID of version 7 that carries its time in front', () => {
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
    const id = uuidV7(
      0x017f22e279b0,
      Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]),
    );
    expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sorts after one that Dana made a millisecond earlier, whatever chance gave', () => {
    const earlier = uuidV7(Date.parse('2026-11-22T10:00:00.000Z'), chance);
    const later = uuidV7(Date.parse('2026-11-22T10:00:00.001Z'), new Uint8Array(10));
    expect(earlier < later).toBe(true);
  });
});
