import { varies } from '../pairs.ts';
import {
  meanOf,
  type NotEstimable,
  presentValues,
  squaresAround,
  sumOf,
  type Values,
} from '../values.ts';

/**
 * Which estimator, as `psych` and `e1071` number them (D. N. Joanes and C. A. Gill, The Statistician
 * 47, 1998): 1 the plain moments g1 and g2; 2 the ones of SPSS, SAS and Excel, unbiased under
 * normality (G1, G2); 3 with the sample SD below (b1, b2), the default of `psych` and `e1071`.
 */
export type ShapeType = 1 | 2 | 3;

/** Skewness and excess kurtosis (0 for a normal distribution). */
export type Shape =
  | {
      readonly kind: 'estimated';
      readonly n: number;
      readonly missing: number;
      readonly type: ShapeType;
      /** `null` where its formula asks for more values (type 2: three). */
      readonly skewness: number | null;
      /** `null` where its formula asks for more values (type 2: four). */
      readonly kurtosis: number | null;
    }
  | NotEstimable<'fewer-than-two-cases' | 'does-not-vary'>;

/**
 * Skewness and excess kurtosis of the values present.
 * @throws RangeError on an infinite value
 */
export function shape(values: Values, type: ShapeType = 3): Shape {
  const present = presentValues(values);
  const n = present.length;
  if (n < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-cases', n };
  if (!varies(present)) return { kind: 'not-estimable', reason: 'does-not-vary', n };
  const mean = meanOf(present);
  const estimated = shapeAround(present, { mean, squares: squaresAround(present, mean) }, type);
  return { kind: 'estimated', n, missing: values.length - n, type, ...estimated };
}

/** Fewer different values than these are found again. */
const MOST_KNOWN = 16;

/** The same of values that are known to vary, with their mean and the sum of squares around it. */
export function shapeAround(
  present: Float64Array,
  { mean, squares }: { mean: number; squares: number },
  type: ShapeType = 3,
): { skewness: number | null; kurtosis: number | null } {
  const n = present.length;
  const cubes = new Float64Array(n);
  const fourths = new Float64Array(n);
  // Answers have few different values: one that was there before is found in less time than two powers take.
  const firsts = new Uint32Array(MOST_KNOWN);
  let known = 0;
  for (let i = 0; i < n; i += 1) {
    const value = present[i] as number;
    // Where they are many after all, none is looked for any more.
    let place = known === MOST_KNOWN ? known : 0;
    while (place < known && present[firsts[place] as number] !== value) place += 1;
    if (place < known) {
      const before = firsts[place] as number;
      cubes[i] = cubes[before] as number;
      fourths[i] = fourths[before] as number;
      continue;
    }
    const distance = value - mean;
    cubes[i] = distance ** 3;
    fourths[i] = distance ** 4;
    if (known < MOST_KNOWN) {
      firsts[known] = i;
      known += 1;
    }
  }
  const second = squares / n;
  const g1 = sumOf(cubes) / n / second ** 1.5;
  const g2 = sumOf(fourths) / n / second ** 2 - 3;
  return estimates(type, { n, g1, g2 });
}

function estimates(type: ShapeType, { n, g1, g2 }: { n: number; g1: number; g2: number }) {
  if (type === 1) return { skewness: g1, kurtosis: g2 };
  if (type === 2) {
    return {
      skewness: n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
      kurtosis: n < 4 ? null : (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)),
    };
  }
  const ratio = (n - 1) / n;
  return { skewness: g1 * ratio ** 1.5, kurtosis: (g2 + 3) * ratio ** 2 - 3 };
}
