import { isMissing, type Values } from '../values.ts';
import { type FrequencyTable, frequencyTableOf } from './frequency-table.ts';

/** Whole numbers from 0 to here are counted in an array, all others in a map. */
const DENSE = 4096;

/**
 * Counts how often each number occurs, a row for each that does, from the smallest. For columns whose categories are
 * not known; where they are, `frequencyTable` also shows those that nobody chose.
 * @throws RangeError on an infinite value
 */
export function numberFrequencies(values: Values): FrequencyTable<number> {
  const dense = new Float64Array(DENSE);
  const others = new Map<number, number>();
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    const count = dense[value as number];
    if (count !== undefined) dense[value as number] = count + 1;
    else if (!isMissing(value)) {
      if (!Number.isFinite(value)) throw new RangeError(`value ${i} is not finite: ${value}`);
      others.set(value, (others.get(value) ?? 0) + 1);
    }
  }
  dense.forEach((count, value) => {
    if (count > 0) others.set(value, count);
  });
  const counts = new Map([...others].sort(([a], [b]) => a - b));
  return frequencyTableOf(counts, values.length);
}
