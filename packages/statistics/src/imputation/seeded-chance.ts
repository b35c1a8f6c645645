import { normalQuantile } from '../distributions/normal.ts';

/** Chance that is the same every time for the same seed. */
export type SeededChance = {
  /** Strictly between 0 and 1. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Chi-square with `df` degrees of freedom, 1 or more. */
  readonly chiSquare: (df: number) => number;
  /** A whole number from 0 to `below` less one. */
  readonly below: (below: number) => number;
};

/**
 * xoshiro128** of D. Blackman and S. Vigna (ACM Transactions on Mathematical Software 47, 2021), its state
 * filled from seed and stream by the finaliser of MurmurHash3 (A. Appleby) over a Weyl sequence. Good for
 * simulation, useless for secrets.
 * @param seed a whole number of at most 53 bits
 * @param stream a whole number from 0 up: independent chance under the same seed
 * @throws RangeError when they are not
 */
export function seededChance(seed: number, stream = 0): SeededChance {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`not a seed: ${seed}`);
  if (!(Number.isSafeInteger(stream) && stream >= 0)) throw new RangeError(`no stream: ${stream}`);
  const next = xoshiro128(stateOf(seed, stream));
  // 52 bits and half a step, so that neither 0 nor 1 comes out.
  const uniform = () => ((next() >>> 6) * 2 ** 26 + (next() >>> 6) + 0.5) / 2 ** 52;
  const normal = () => normalQuantile(uniform());
  return {
    uniform,
    normal,
    chiSquare: (df) => chiSquare(df, { uniform, normal }),
    below: (below) => Math.floor(uniform() * below),
  };
}

/** The generator itself: whole numbers of 32 bits. */
export function xoshiro128(state: Uint32Array): () => number {
  // Four numbers, not an array: what draws millions spends most of its time here.
  let [a = 0, b = 0, c = 0, d = 0] = Int32Array.from(state);
  return () => {
    const second = b;
    const result = Math.imul(rotated(Math.imul(second, 5), 7), 9) >>> 0;
    c ^= a;
    d ^= second;
    b = second ^ c;
    a ^= d;
    c ^= second << 9;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

const WEYL = 0x9e3779b9;

function stateOf(seed: number, stream: number): Uint32Array {
  const parts = [seed, Math.floor(seed / 2 ** 32), stream, Math.floor(stream / 2 ** 32)];
  let mixed = 0;
  for (const part of parts) mixed = finalised((mixed + WEYL) ^ (part | 0));
  return Uint32Array.from({ length: 4 }, (_, i) => finalised(mixed + Math.imul(WEYL, i + 1)));
}

function finalised(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Twice a gamma of half the degrees: G. Marsaglia and W. W. Tsang (ACM Transactions on Mathematical Software 26, 2000). */
function chiSquare(df: number, { uniform, normal }: Pick<SeededChance, 'uniform' | 'normal'>) {
  // Below a shape of 1 from the next one, by a power of one more draw.
  if (df < 2) return 2 * gamma(df / 2 + 1, { uniform, normal }) * uniform() ** (2 / df);
  return 2 * gamma(df / 2, { uniform, normal });
}

function gamma(shape: number, { uniform, normal }: Pick<SeededChance, 'uniform' | 'normal'>) {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
