// Writes packages/domain/src/drawing/generated/font-widths.ts: how wide each letter is, so
// that a chart drawn where there is no screen never cuts a label.
//   node scripts/font-widths.ts NotoSans-Regular.ttf NotoSans-Bold.ttf
// Noto Sans (SIL Open Font License): as wide as or wider than the other fonts of our font stack.
import { readFileSync, writeFileSync } from 'node:fs';

const TARGET = new URL('../packages/domain/src/drawing/generated/font-widths.ts', import.meta.url);

/** ASCII, Latin-1 letters, Cyrillic with the Kazakh letters, and the signs that texts and numbers use. */
const CHARACTERS = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...range(0x400, 0x4ff),
  ...[0x2009, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x201e, 0x2022],
  ...[0x2026, 0x202f, 0x20b8, 0x2116, 0x2212, 0x2264, 0x2265],
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Advance widths of the characters in thousandths of the font size, from the tables cmap (format 4) and hmtx. */
function widthsOf(path: string): Record<string, number> {
  const file = readFileSync(path);
  const tables = new Map(
    range(0, file.readUInt16BE(4) - 1).map((i) => {
      const entry = 12 + 16 * i;
      return [file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8)] as const;
    }),
  );
  const at = (name: string) => tables.get(name) ?? fail(`${path} has no table ${name}`);
  const unitsPerEm = file.readUInt16BE(at('head') + 18);
  const metrics = file.readUInt16BE(at('hhea') + 34);
  const glyphOf = readCharacterMap(file, at('cmap'));
  return Object.fromEntries(
    CHARACTERS.flatMap((code) => {
      const glyph = glyphOf(code);
      if (glyph === 0) return [];
      const advance = file.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, metrics - 1));
      return [[String.fromCodePoint(code), Math.round((1000 * advance) / unitsPerEm)]];
    }),
  );
}

function readCharacterMap(file: Buffer, cmap: number): (code: number) => number {
  const subtables = range(0, file.readUInt16BE(cmap + 2) - 1).map(
    (i) => cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4),
  );
  const table = subtables.find((s) => file.readUInt16BE(s) === 4) ?? fail('no cmap of format 4');
  const doubled = file.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  return (code) => {
    for (let i = 0; i < doubled; i += 2) {
      if (code > file.readUInt16BE(ends + i)) continue;
      const start = file.readUInt16BE(starts + i);
      if (code < start) return 0;
      const delta = file.readUInt16BE(deltas + i);
      const offset = file.readUInt16BE(offsets + i);
      if (offset === 0) return (code + delta) % 65536;
      const glyph = file.readUInt16BE(offsets + i + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) % 65536;
    }
    return 0;
  };
}

function fail(message: string): never {
  throw new Error(message);
}

const [regular, bold] = process.argv.slice(2);
if (!regular || !bold) fail('usage: node scripts/font-widths.ts <regular.ttf> <bold.ttf>');
writeFileSync(
  TARGET,
  `// Made by scripts/font-widths.ts from Noto Sans. Do not edit. Thousandths of the font size.

export const FONT_WIDTHS: Record<'regular' | 'bold', Record<string, number>> = {
  regular: ${JSON.stringify(widthsOf(regular))},
  bold: ${JSON.stringify(widthsOf(bold))},
};
`,
);
