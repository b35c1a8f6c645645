/** One public function against one reference, on every data set of that reference. */
export type Comparison = {
  /** The exported function. */
  readonly name: string;
  /** Where the expected values come from. */
  readonly against: string;
  /** Largest relative error allowed. */
  readonly tolerance: number;
  readonly cases: readonly ComparisonCase[];
};

export type ComparisonCase = { readonly title: string; readonly error: () => number };

/**
 * The comparison of one function, a case for each entry of the reference.
 * @param entries the reference: an array, or an object by name of the data set
 * @param errorOf how far the function is from one entry
 */
export function comparison<Entry>(
  about: { name: string; against: string; tolerance: number },
  entries: readonly Entry[] | Readonly<Record<string, Entry>>,
  errorOf: (entry: Entry) => number,
): Comparison {
  const cases = Object.entries(entries).map(([title, entry]) => {
    // Asked for twice: by the test of the case and by the table.
    let known: number | null = null;
    const error = () => {
      known ??= errorOf(entry);
      return known;
    };
    return { title, error };
  });
  return { ...about, cases };
}

/** The largest error of a comparison over all its data sets. */
export function worstOf(about: Comparison): number {
  return Math.max(0, ...about.cases.map((one) => one.error()));
}
