import { useState } from 'react';

/**
 * Keys for rows that have no name of their own, such as conditions: a row keeps its key when one above it is taken away. New rows
 * come last; `dropped` is told before the row goes.
 */
export function useRowKeys(count: number): {
  readonly keyOf: (at: number) => number;
  readonly dropped: (at: number) => void;
} {
  const [keys, setKeys] = useState<readonly number[]>([]);
  const known = resized(keys, count);
  if (known !== keys) setKeys(known);
  return {
    keyOf: (at) => known[at] ?? at,
    dropped: (at) => setKeys(known.toSpliced(at, 1)),
  };
}

/** The same keys, with new ones for rows that were added and without those of rows that are gone. */
export function resized(keys: readonly number[], count: number): readonly number[] {
  if (keys.length === count) return keys;
  const next = Math.max(-1, ...keys) + 1;
  const more = Array.from({ length: Math.max(0, count - keys.length) }, (_, at) => next + at);
  return [...keys.slice(0, count), ...more];
}
