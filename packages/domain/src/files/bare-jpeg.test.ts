import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg.ts';
import { mediaTypeOf } from './media-type.ts';

const segment = (marker: number, ...content: readonly number[]) => [
  ...[0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff],
  ...content,
];
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const frame = (width: number, height: number, components = 3, marker = 0xc0) =>
  segment(
    marker,
    ...[8, height >> 8, height & 0xff, width >> 8, width & 0xff, components],
    ...Array.from({ length: components }, (_, place) => [place + 1, 0x11, 0]).flat(),
  );
const TABLES = [
  ...segment(0xdb, 0, ...Array(64).fill(1)),
  ...segment(0xc4, 0, ...Array(16).fill(0)),
];
/** Coded bytes with a stuffed zero and a restart among them. */
const SCAN = [...segment(0xda, 1, 1, 0, 0, 63, 0), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const END = [0xff, 0xd9];
const PICTURE = [0xff, 0xd8, ...TABLES, ...frame(640, 480), ...SCAN, ...END];
const GPS = segment(0xe1, ...letters('Exif\0\0 GPS 43.238949 76.889709'));

const picture = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());
const bare = (...parts: readonly (readonly number[])[]) => bareJpeg(picture(...parts));

describe('a photograph of a paper form', () => {
  it('keeps what draws it and its size', () => {
    expect(bare(PICTURE)).toEqual({ bytes: picture(PICTURE), width: 640, height: 480 });
  });

  it('loses where it was taken, comments, thumbnails and all that stands behind its end', () => {
    const full = [
      ...[0xff, 0xd8, ...segment(0xe0, ...letters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0), ...GPS],
      ...[...segment(0xfe, ...letters('<script>alert(1)</script>')), ...PICTURE.slice(2)],
      ...letters('PK\u0003\u0004 a whole archive'),
    ];
    expect(bare(full)?.bytes).toEqual(picture(PICTURE));
  });

  it('loses it also where it stands between two scans', () => {
    const [open, close] = [PICTURE.slice(0, -2), END];
    expect(bare(open, GPS, SCAN, close)?.bytes).toEqual(picture(open, SCAN, close));
  });

  it.each([
    ['without an end', PICTURE.slice(0, -2)],
    ['without a scan', [0xff, 0xd8, ...TABLES, ...frame(640, 480), ...END]],
    ['without a frame', [0xff, 0xd8, ...TABLES, ...SCAN, ...END]],
    ['with two frames', [0xff, 0xd8, ...frame(2, 2), ...frame(640, 480), ...SCAN, ...END]],
    ['without a width', [0xff, 0xd8, ...TABLES, ...frame(0, 480), ...SCAN, ...END]],
    ['too large to be shown', [0xff, 0xd8, ...frame(12_000, 11_999), ...SCAN, ...END]],
    ['in the inks of a press', [0xff, 0xd8, ...TABLES, ...frame(640, 480, 4), ...SCAN, ...END]],
    ['of a kind no browser shows', [0xff, 0xd8, ...frame(640, 480, 3, 0xc3), ...SCAN, ...END]],
    ['with a segment longer than the file', [0xff, 0xd8, 0xff, 0xdb, 0xff, 0xff, 1]],
    ['that begins as a page', [...letters('<svg onload=alert(1)>'), ...PICTURE]],
  ])('%s is none', (_, bytes) => {
    expect(bare(bytes)).toBeNull();
  });

  it('of any bytes whatsoever is judged without an end of patience, and again the same', () => {
    const noise = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(noise, noise, (one, other) => {
        const whole = picture(PICTURE.slice(0, 2), segment(0xe1, ...one), PICTURE.slice(2), [
          ...other,
        ]);
        const once = bareJpeg(whole);
        expect(once?.bytes).toEqual(picture(PICTURE));
        expect(() => bareJpeg(Uint8Array.from([0xff, 0xd8, ...one]))).not.toThrow();
      }),
    );
  });
});

it.each([
  ['a photograph', PICTURE, 'image/jpeg'],
  ['a PDF', letters('%PDF-1.7\n'), 'application/pdf'],
  ['a drawing that is a page', letters('<svg xmlns="http://www.w3.org/2000/svg">'), null],
  ['a page', letters('<!doctype html>'), null],
  ['a PDF behind something else', letters('GIF89a%PDF-1.7'), null],
  ['an archive', letters('PK\u0003\u0004'), null],
  ['nothing', [], null],
])('%s is known by its beginning', (_, bytes, mediaType) => {
  expect(mediaTypeOf(Uint8Array.from(bytes))).toBe(mediaType);
});
