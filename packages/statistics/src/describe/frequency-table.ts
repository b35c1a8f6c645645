export type FrequencyRow<Code> = {
  readonly code: Code;
  readonly count: number;
  /** Of all cases, missing ones included; `null` when there are no cases. */
  readonly percentOfAll: number | null;
  /** Of the cases with an answer; `null` when there are none. */
  readonly validPercent: number | null;
  /** Valid percent of this and the rows above. */
  readonly cumulativePercent: number | null;
};

export type FrequencyTable<Code> = {
  /** All cases. */
  readonly cases: number;
  /** Cases with an answer: the base of `validPercent`. */
  readonly n: number;
  readonly missing: number;
  readonly rows: ReadonlyArray<FrequencyRow<Code>>;
};

/**
 * Counts how often each category occurs.
 *
 * Percentages are taken from counts (never from other percentages). `null`, `undefined` and NaN are
 * missing.
 * @param categories the rows, in their order, those nobody chose included
 * @throws RangeError when a value is none of the categories, or a category is named twice
 */
export function frequencyTable<Code extends string | number>(
  values: ArrayLike<Code | null | undefined>,
  categories: readonly Code[],
): FrequencyTable<Code> {
  const counts = new Map<Code, number>(categories.map((code) => [code, 0]));
  if (counts.size !== categories.length) throw new RangeError('a category is named twice');
  for (let i = 0; i < values.length; i += 1) {
    const code = values[i];
    if (code === null || code === undefined || Number.isNaN(code)) continue;
    const count = counts.get(code);
    if (count === undefined) throw new RangeError(`case ${i} has no category: ${code}`);
    counts.set(code, count + 1);
  }
  return frequencyTableOf(counts, values.length);
}

/** The table of what was counted, a row for each code in the order of the map. */
export function frequencyTableOf<Code>(
  counts: ReadonlyMap<Code, number>,
  cases: number,
): FrequencyTable<Code> {
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let cumulative = 0;
  const rows = [...counts].map(([code, count]) => {
    cumulative += count;
    return {
      code,
      count,
      percentOfAll: percentOf(count, cases),
      validPercent: percentOf(count, n),
      cumulativePercent: percentOf(cumulative, n),
    };
  });
  return { cases, n, missing: cases - n, rows };
}

/** `null` rather than NaN when there is no base. The product first: 100 x 23 / 40 is exactly 57.5. */
export function percentOf(count: number, base: number): number | null {
  return base === 0 ? null : (100 * count) / base;
}
