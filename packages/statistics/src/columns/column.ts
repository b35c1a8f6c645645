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
export class NumbersBeingRead {
  readonly kind = 'numbers';
  #values: Float32Array | Float64Array;

  constructor(expected: number) {
    this.#values = new Float32Array(expected);
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#values = grown(this.#values, row);
    this.#values[row] = value;
    if (this.#values[row] === value || Number.isNaN(value)) return;
    this.#values = Float64Array.from(this.#values);
    this.#values[row] = value;
  }

  end(rows: number): NumberColumn {
    return { kind: 'numbers', values: this.#values.subarray(0, rows) };
  }
}

/** The same for words. */
export class WordsBeingRead {
  readonly kind = 'words';
  #codes: Int32Array;
  readonly #places = new Map<string, number>();

  constructor(expected: number) {
    this.#codes = new Int32Array(expected);
  }

  set(row: number, word: string | null): void {
    if (row >= this.#codes.length) this.#codes = grown(this.#codes, row);
    const place = word === null ? -1 : (this.#places.get(word) ?? this.#places.size);
    if (word !== null) this.#places.set(word, place);
    this.#codes[row] = place;
  }

  end(rows: number): WordColumn {
    return {
      kind: 'words',
      codes: this.#codes.subarray(0, rows),
      levels: [...this.#places.keys()],
    };
  }
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
