import type { MediaType } from './attachment.ts';

/** What bytes are, by how they begin and not by what somebody calls them; null: nothing that is kept. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const begins = (...marks: readonly number[]) =>
    marks.every((mark, place) => bytes[place] === mark);
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  // %PDF-
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return null;
}
