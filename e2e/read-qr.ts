import type { Locator } from 'playwright-core';

/**
 * Reads a QR code from its picture, knowing nothing of what drew it: ISO/IEC 18004, versions 1 to 6, text in bytes or
 * capital letters. What comes from a screen is sharp, so that nothing is corrected: a wrong dot makes a wrong text.
 */
export async function readQrCode(picture: Locator): Promise<string> {
  const png = await picture.screenshot();
  const paper = await picture.page().context().newPage();
  try {
    return textIn(await paper.evaluate(dotsIn, png.toString('base64')));
  } finally {
    await paper.close();
  }
}

/** In the browser: the rows of dots, true where dark, without the quiet border. */
async function dotsIn(png: string): Promise<boolean[][]> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const isDark = (x: number, y: number) => data[(Math.floor(y) * width + Math.floor(x)) * 4]! < 128;
  let left = width;
  let right = 0;
  let top = height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
    }
  }
  // The upper edge of the left finder is seven dots long.
  let edge = left;
  while (isDark(edge, top + 1)) edge++;
  const estimate = (right - left + 1) / ((edge - left) / 7);
  const size = 17 + 4 * Math.round((estimate - 17) / 4);
  const dot = (right - left + 1) / size;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      isDark(left + (column + 0.5) * dot, top + (row + 0.5) * dot),
    ),
  );
}

/** By level L, M, Q, H and version from 1: codewords for correction in a block, and blocks. Table 9 of the standard. */
const CORRECTION = {
  L: { each: [7, 10, 15, 20, 26, 18], blocks: [1, 1, 1, 1, 1, 2] },
  M: { each: [10, 16, 26, 18, 24, 16], blocks: [1, 1, 1, 2, 2, 4] },
  Q: { each: [13, 22, 18, 26, 18, 24], blocks: [1, 1, 2, 2, 4, 4] },
  H: { each: [17, 28, 22, 16, 22, 28], blocks: [1, 1, 2, 4, 4, 4] },
} as const;
const LEVELS = ['M', 'L', 'H', 'Q'] as const;
const CODEWORDS = [26, 44, 70, 100, 134, 172];
const CAPITALS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const FORMAT_MASK = 0b101010000010010;

const MASKS: ReadonlyArray<(row: number, column: number) => number> = [
  (r, c) => (r + c) % 2,
  (r) => r % 2,
  (_, c) => c % 3,
  (r, c) => (r + c) % 3,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2,
  (r, c) => ((r * c) % 2) + ((r * c) % 3),
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2,
];

function textIn(dots: boolean[][]): string {
  const size = dots.length;
  const version = (size - 17) / 4;
  if (![1, 2, 3, 4, 5, 6].includes(version)) throw new Error(`No QR code of ${size} dots.`);
  const at = (row: number, column: number) => (dots[row]?.[column] ? 1 : 0);
  // Format information beside the upper left finder, highest bit first.
  const around = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => at(8, column));
  const above = [7, 5, 4, 3, 2, 1, 0].map((row) => at(row, 8));
  const format = Number.parseInt([...around, ...above].join(''), 2) ^ FORMAT_MASK;
  const level = LEVELS[format >> 13]!;
  const isFlipped = MASKS[(format >> 10) & 7]!;

  const isFixed = (row: number, column: number) => {
    const isFinder =
      (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
    const alignment = size - 7;
    const isAlignment =
      version > 1 && Math.abs(row - alignment) <= 2 && Math.abs(column - alignment) <= 2;
    return isFinder || isAlignment || row === 6 || column === 6;
  };
  const bits: number[] = [];
  let goesUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = goesUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFixed(row, column))
          bits.push(at(row, column) ^ (isFlipped(row, column) === 0 ? 1 : 0));
      }
    }
    goesUp = !goesUp;
  }
  return textOf(dataIn(bits, { level, version }));
}

/** Puts the blocks one after the other again and leaves out what is for correction. */
function dataIn(
  bits: readonly number[],
  { level, version }: { level: keyof typeof CORRECTION; version: number },
): string {
  const all = CODEWORDS[version - 1]!;
  const each = CORRECTION[level].each[version - 1]!;
  const count = CORRECTION[level].blocks[version - 1]!;
  const words = Array.from({ length: all }, (_, word) =>
    bits.slice(word * 8, word * 8 + 8).join(''),
  );
  const shortest = Math.floor(all / count) - each;
  const longer = all % count;
  const blocks = Array.from({ length: count }, (): string[] => []);
  let next = 0;
  for (let place = 0; place <= shortest; place++) {
    for (const [index, block] of blocks.entries()) {
      if (place < shortest || index >= count - longer) block.push(words[next++]!);
    }
  }
  return blocks.flat().join('');
}

function textOf(bits: string): string {
  let place = 0;
  const take = (length: number) => {
    place += length;
    return Number.parseInt(bits.slice(place - length, place), 2);
  };
  let text = '';
  for (;;) {
    const mode = place + 4 > bits.length ? 0 : take(4);
    if (mode === 0) return text;
    if (mode === 0b0100) {
      const bytes = Uint8Array.from({ length: take(8) }, () => take(8));
      text += new TextDecoder().decode(bytes);
    } else if (mode === 0b0010) {
      let left = take(9);
      for (; left > 1; left -= 2) {
        const pair = take(11);
        text += CAPITALS.charAt(Math.floor(pair / 45)) + CAPITALS.charAt(pair % 45);
      }
      if (left === 1) text += CAPITALS.charAt(take(6));
    } else throw new Error(`A QR code in a mode that this reader does not know: ${mode}`);
  }
}
