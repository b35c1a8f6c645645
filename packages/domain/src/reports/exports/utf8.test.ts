import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToBytes, cutToCharacters, utf8Length, writeUtf8 } from './utf8.ts';

/** Code units of all kinds, halves of surrogate pairs more often than they occur. */
const units = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7fe, max: 0xe002 })),
  { maxLength: 40 },
);

describe('UTF-8', () => {
  it('is what Node writes, halves of surrogate pairs and all', () => {
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        const bytes = new Uint8Array(text.length * 3);
        const end = writeUtf8(text, bytes, 0);
        const written = Buffer.from(bytes.subarray(0, end)).toString('hex');
        expect(written).toBe(Buffer.from(text, 'utf8').toString('hex'));
        expect(utf8Length(text)).toBe(end);
      }),
    );
  });

  it('is cut between characters, with a sign that something is gone', () => {
    expect(cutToBytes('Қазақстан', 18)).toBe('Қазақстан');
    expect(cutToBytes('Қазақстан', 17)).toBe('Қазақст…');
    expect(cutToBytes('ab😀cd', 7)).toBe('ab…');
    expect(cutToCharacters('ab😀cd', 4)).toBe('ab😀…');
  });
});
