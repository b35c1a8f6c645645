import { FONT_WIDTHS } from './generated/font-widths.ts';

export type FontWeight = 'regular' | 'bold';

/** The reader's system may show another font than the one measured; a tenth more fits all of our stack. */
const SAFETY = 1.08;

/** Wider than nearly every letter: what is not in the table must not be cut either. */
const UNKNOWN_LETTER = 1000;

/** Width that a line of text needs, in the unit of `size`, on the safe side. */
export function textWidth(text: string, size: number, weight: FontWeight = 'regular'): number {
  const widths = FONT_WIDTHS[weight];
  let sum = 0;
  for (const letter of text) sum += widths[letter] ?? UNKNOWN_LETTER;
  return (sum / 1000) * size * SAFETY;
}

/**
 * Breaks a text at its spaces into lines no wider than `width`; a single word that is wider stays
 * whole on a line of its own, since half a word helps nobody.
 */
export function wrapText(
  text: string,
  { width, size, weight = 'regular' }: { width: number; size: number; weight?: FontWeight },
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
