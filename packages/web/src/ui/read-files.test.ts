import { expect, it } from 'vitest';
import { base64 } from './read-files.ts';

it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])(
  'writes %i bytes as base64 that reads back the same',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 31) % 256);
    expect(Buffer.from(base64(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
  },
);
