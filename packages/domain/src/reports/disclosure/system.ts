/**
 * What is told about a population, as plain numbers: how many there are of each kind (`counts`, which
 * nobody outside knows) and sums of them that are told or might be. Names, tables and languages do
 * not reach this far.
 */
export type System = {
  /** How many of each kind there truly are: whole numbers, 0 or more. */
  readonly counts: readonly number[];
  /** Kinds that everybody knows to be empty, such as mothers of five years. */
  readonly impossible: ReadonlySet<number>;
  readonly statements: readonly Statement[];
};

/** A weighted sum of counts. A plain count has weights of 1; the total of a scale has its points. */
export type Statement = {
  readonly terms: ReadonlyArray<readonly [kind: number, weight: number]>;
  /**
   * `known`: told already, cannot be taken back. `open`: may be told. `latent`: nobody means to tell it,
   * but others may let it be worked out.
   */
  readonly state: 'known' | 'open' | 'latent';
  /**
   * Set where the number must stay unknown: everything that is told must leave open a range of at
   * least this many whole numbers between its least and its greatest possible value. 0: may be known.
   */
  readonly width: number;
  /** What is lost when it is not told, above 0. */
  readonly loss: number;
};

/** A change of the counts, by kind; kinds that do not change are left out. */
export type Change = ReadonlyMap<number, number>;

/** By how much a change moves a statement. */
export function movedBy({ terms }: Statement, change: Change): number {
  let sum = 0;
  for (const [kind, weight] of terms) sum += weight * (change.get(kind) ?? 0);
  return sum;
}

/**
 * Whether the counts after the change could as well be the true ones for anybody who is told exactly
 * the statements of `told`: whole numbers, none below 0, every told sum the same. Weights that are
 * fractions are compared to 1e-9.
 */
export function isIndistinguishable(
  { counts, impossible, statements }: System,
  change: Change,
  told: Iterable<number>,
): boolean {
  for (const [kind, by] of change) {
    if (!Number.isInteger(by) || counts[kind]! + by < 0 || (by !== 0 && impossible.has(kind))) {
      return false;
    }
  }
  for (const index of told) {
    if (Math.abs(movedBy(statements[index]!, change)) > 1e-9) return false;
  }
  return true;
}
