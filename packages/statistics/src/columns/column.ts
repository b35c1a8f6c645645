/** Numbers, NaN where one is missing. */
export type NumberColumn = {
  readonly kind: 'numbers';
  /** In 32 bits as long as every value is held exactly there, which all codes and counts are. */
  readonly values: Float32Array | Float64Array;
};

/** Words by their places in a list. */
export type WordColumn = {
  readonly kind: 'words';
  /** -1 where one is missing. */
  readonly codes: Int32Array;
  /** In the order in which they first came. */
  readonly levels: readonly string[];
};

/** A column of numbers while it is read; rows are set in their order, the last one perhaps again. */
export function growingNumbers(expected: number) {
  let values: Float32Array | Float64Array = new Float32Array(expected);
  return {
    kind: 'numbers' as const,
    set(row: number, value: number): void {
      if (row >= values.length) values = grown(values, row);
      values[row] = value;
      if (values[row] !== value && !Number.isNaN(value)) {
        values = Float64Array.from(values);
        values[row] = value;
      }
    },
    end: (rows: number): NumberColumn => ({ kind: 'numbers', values: values.subarray(0, rows) }),
  };
}

/** The same for words. */
export function growingWords(expected: number) {
  let codes = new Int32Array(expected);
  const places = new Map<string, number>();
  return {
    kind: 'words' as const,
    set(row: number, word: string | null): void {
      if (row >= codes.length) codes = grown(codes, row);
      if (word === null) codes[row] = -1;
      else {
        const place = places.get(word) ?? places.size;
        places.set(word, place);
        codes[row] = place;
      }
    },
    end: (rows: number): WordColumn => ({
      kind: 'words',
      codes: codes.subarray(0, rows),
      levels: [...places.keys()],
    }),
  };
}

function grown<Numbers extends Float32Array | Float64Array | Int32Array>(
  values: Numbers,
  row: number,
): Numbers {
  const larger = new (values.constructor as new (length: number) => Numbers)(
    Math.max(16, Math.ceil(row * 1.5) + 1),
  );
  larger.set(values);
  return larger;
}
