/**
 * Columns = Q R by Householder's reflections (G. H. Golub, Numerische Mathematik 7, 1965). The columns
 * themselves are never multiplied with each other, so that no digits are lost to a squared condition.
 */
export type Factorisation = {
  /** Places of the columns that bear something of their own, in order. */
  readonly kept: readonly number[];
  /** Places of the columns that the ones before them already give. */
  readonly aliased: readonly number[];
  /** The kept columns of R, each down to its diagonal. */
  readonly r: readonly Float64Array[];
  readonly reflectors: readonly Float64Array[];
};

/** As `lm`: a column of which less than this share is its own is given by those before it. */
export const COLLINEAR = 1e-7;

/**
 * @param columns all of one length
 * @param roots what each case is multiplied with, the root of its weight; all 1 unless given
 * @param tolerance share of its length that a column must have of its own to be kept
 */
export function factorise(
  columns: readonly Float64Array[],
  { roots, tolerance = COLLINEAR }: { roots?: Float64Array | undefined; tolerance?: number } = {},
): Factorisation {
  const kept: number[] = [];
  const aliased: number[] = [];
  const r: Float64Array[] = [];
  const reflectors: Float64Array[] = [];
  columns.forEach((column, place) => {
    const work = multiplied(column, roots);
    const whole = lengthFrom(work, 0);
    for (const [j, reflector] of reflectors.entries()) reflect(work, reflector, j);
    const k = kept.length;
    const own = lengthFrom(work, k);
    if (!(own > tolerance * whole)) {
      aliased.push(place);
      return;
    }
    const diagonal = awayFrom(work[k] as number, own);
    r.push(Float64Array.of(...work.subarray(0, k), diagonal));
    reflectors.push(reflectorOf(work, k, diagonal));
    kept.push(place);
  });
  return { kept, aliased, r, reflectors };
}

/** The length with the sign that adds up with the head, so that nothing cancels. */
export function awayFrom(head: number, length: number): number {
  return head > 0 ? -length : length;
}

/** Entry by entry; always a copy. */
export function multiplied(column: Float64Array, roots: Float64Array | undefined): Float64Array {
  const work = column.slice();
  if (!roots) return work;
  for (let i = 0; i < work.length; i += 1) work[i] = (work[i] as number) * (roots[i] as number);
  return work;
}

/** Root of the sum of squares from an entry on. */
export function lengthFrom(work: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < work.length; i += 1) sum += (work[i] as number) ** 2;
  return Math.sqrt(sum);
}

/** Turns `work` itself into the vector v with H = I - v v' that maps it onto its diagonal; into 0 if that is 0. */
export function reflectorOf(work: Float64Array, k: number, diagonal: number): Float64Array {
  if (diagonal === 0) return work.fill(0);
  const head = (work[k] as number) - diagonal;
  // Two roots: the product of very small numbers would be 0.
  const scale = 1 / (Math.sqrt(Math.abs(diagonal)) * Math.sqrt(Math.abs(head)));
  work.fill(0, 0, k);
  work[k] = head;
  for (let i = k; i < work.length; i += 1) work[i] = (work[i] as number) * scale;
  return work;
}

/** H times `work`, in place. */
export function reflect(work: Float64Array, reflector: Float64Array, from: number): void {
  let product = 0;
  for (let i = from; i < work.length; i += 1) {
    product += (work[i] as number) * (reflector[i] as number);
  }
  for (let i = from; i < work.length; i += 1) {
    work[i] = (work[i] as number) - product * (reflector[i] as number);
  }
}

/** Q'y, of which the first entries belong to the columns and the rest to what they leave. */
export function effectsOf({ reflectors }: Factorisation, y: Float64Array): Float64Array {
  const effects = y.slice();
  for (const [j, reflector] of reflectors.entries()) reflect(effects, reflector, j);
  return effects;
}

/** Qz, in place. */
export function rotateBack({ reflectors }: Factorisation, z: Float64Array): Float64Array {
  for (let j = reflectors.length - 1; j >= 0; j -= 1) reflect(z, reflectors[j] as Float64Array, j);
  return z;
}

/** b with R b = the first entries of `effects`. */
export function backSubstitute(
  { r }: Pick<Factorisation, 'r'>,
  effects: Float64Array,
): Float64Array {
  const b = effects.slice(0, r.length);
  for (let j = r.length - 1; j >= 0; j -= 1) {
    const column = r[j] as Float64Array;
    b[j] = (b[j] as number) / (column[j] as number);
    for (let i = 0; i < j; i += 1) {
      b[i] = (b[i] as number) - (b[j] as number) * (column[i] as number);
    }
  }
  return b;
}

/** R inverted, column by column, each down to its diagonal. */
export function inverseOfR(factorisation: Pick<Factorisation, 'r'>): Float64Array[] {
  const { r } = factorisation;
  return r.map((_, j) => {
    const unit = new Float64Array(r.length);
    unit[j] = 1;
    return backSubstitute(factorisation, unit).subarray(0, j + 1);
  });
}

/** (X'X) inverted, from R inverted: rows of the symmetric matrix. */
export function inverseCrossProduct(rInverse: readonly Float64Array[]): Float64Array[] {
  const size = rInverse.length;
  const matrix = rInverse.map(() => new Float64Array(size));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = 0;
      for (let k = i; k < size; k += 1) {
        const column = rInverse[k] as Float64Array;
        sum += (column[i] as number) * (column[j] as number);
      }
      (matrix[i] as Float64Array)[j] = sum;
      (matrix[j] as Float64Array)[i] = sum;
    }
  }
  return matrix;
}
