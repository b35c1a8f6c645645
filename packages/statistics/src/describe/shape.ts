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
  if (present.every((value) => value === present[0])) {
    return { kind: 'not-estimable', reason: 'does-not-vary', n };
  }
  const mean = meanOf(present);
  const second = squaresAround(present, mean) / n;
  const third = sumOf(present.map((value) => (value - mean) ** 3)) / n;
  const fourth = sumOf(present.map((value) => (value - mean) ** 4)) / n;
  const plain = { n, g1: third / second ** 1.5, g2: fourth / second ** 2 - 3 };
  const missing = values.length - n;
  return { kind: 'estimated', n, missing, type, ...estimates(type, plain) };
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
