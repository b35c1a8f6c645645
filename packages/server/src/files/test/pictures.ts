const segment = (marker: number, ...content: readonly number[]) => [
  ...[0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff],
  ...content,
];
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** Where a photograph says it was taken. */
export const TAKEN_AT = 'GPS 43.238949 76.889709';

/** A photograph as a camera makes it: with the place, a thumbnail's worth of nothing, and as many bytes of picture as are asked for. */
export function photograph({ bytes = 2000, behind = '' } = {}): Buffer {
  return Buffer.from([
    ...[0xff, 0xd8, ...segment(0xe1, ...letters(`Exif\0\0${TAKEN_AT}`))],
    ...segment(0xdb, 0, ...Array(64).fill(1)),
    ...segment(0xc0, 8, 0, 100, 0, 100, 1, 1, 0x11, 0),
    ...segment(0xc4, 0, ...Array(16).fill(0)),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    ...Array.from({ length: bytes }, (_, place) => place % 251),
    ...[0xff, 0xd9, ...letters(behind)],
  ]);
}

/** A PDF of one empty page with these further objects; a `packed` one lies in an object stream. */
export function pdf({
  objects = '',
  packed = null as Buffer | null,
  filter = '/FlateDecode',
} = {}) {
  const stream = packed
    ? [
        Buffer.from(
          `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n`,
        ),
        packed,
        Buffer.from('\nendstream\nendobj\n'),
      ]
    : [];
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
        `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n${objects}`,
      'latin1',
    ),
    ...stream,
    Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
}
