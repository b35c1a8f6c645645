import { INK } from '../../drawing/ink.ts';

/** A colour of a bar and that of the text which can be read on it. */
export type Tone = { readonly fill: string; readonly ink: string };

const LIGHT = '#ffffff';
const DARK = INK;

/**
 * Red to blue (C. Brewer, ColorBrewer 2.0, RdBu, Apache licence, its ends darkened): told apart with
 * every common colour-vision deficiency, and in grey by the numbers in the bars.
 */
const UNFAVOURABLE: readonly Tone[] = [
  { fill: '#b2182b', ink: LIGHT },
  { fill: '#ef8a62', ink: DARK },
  { fill: '#fbc9ad', ink: DARK },
];
const FAVOURABLE: readonly Tone[] = [
  { fill: '#2166ac', ink: LIGHT },
  { fill: '#67a9cf', ink: DARK },
  { fill: '#c1dcec', ink: DARK },
];
const NEUTRAL: Tone = { fill: '#d9dce0', ink: DARK };

export const GRID = '#d5dae0';
export const AXIS = '#6b7480';
/** Unfavourable shares written as text. */
export const WARNING_INK = '#9c1426';

/** Bars that are all alike. */
export const PLAIN_BAR = '#2166ac';

/** Bars by how much attention they ask for, by how many ranks there are; 3 to 1 on white. */
const RANKED_BARS: readonly (readonly string[])[] = [
  [PLAIN_BAR],
  [PLAIN_BAR, '#d6553c'],
  [PLAIN_BAR, '#d6553c', '#8f1424'],
  [PLAIN_BAR, '#4a90c2', '#d6553c', '#8f1424'],
  [PLAIN_BAR, '#4a90c2', '#b8860b', '#d6553c', '#8f1424'],
];

/** Fill of a bar of a rank (from 0) among `ranks`; above five, the upper ones share the strongest. */
export function rankedFill(rank: number, ranks: number): string {
  const fills = RANKED_BARS[Math.min(ranks, RANKED_BARS.length) - 1] ?? [PLAIN_BAR];
  return fills[Math.min(rank, fills.length - 1)] ?? PLAIN_BAR;
}

/**
 * Tones for categories in their order from the most unfavourable to the most favourable: the
 * strongest colour stands at either end. Up to three a side; more share the palest.
 */
export function divergingTones(
  sides: ReadonlyArray<'unfavourable' | 'neutral' | 'favourable'>,
): Tone[] {
  const unfavourable = sides.filter((side) => side === 'unfavourable').length;
  const favourable = sides.filter((side) => side === 'favourable').length;
  let left = 0;
  let right = 0;
  return sides.map((side) => {
    if (side === 'neutral') return NEUTRAL;
    if (side === 'unfavourable') {
      left += 1;
      return toneAt(UNFAVOURABLE, left - 1, unfavourable);
    }
    right += 1;
    return toneAt(FAVOURABLE, favourable - right, favourable);
  });
}

/** A side of one category takes the middle tone, which carries dark text. */
function toneAt(tones: readonly Tone[], fromEnd: number, count: number): Tone {
  const place = count === 1 ? 1 : Math.min(fromEnd, tones.length - 1);
  return tones[place] ?? NEUTRAL;
}
