import { isMissing } from '../values.ts';
import { type CountMatrix, countMatrix } from './count-matrix.ts';

/** How two raters sorted the same cases into the same categories. */
export type AgreementTable = CountMatrix & { readonly missing: number };

/**
 * @throws RangeError when the lengths differ, a rating is none of the categories, or one is named twice
 */
export function agreementTable<Code extends string | number>(
  first: ArrayLike<Code | null | undefined>,
  second: ArrayLike<Code | null | undefined>,
  categories: readonly Code[],
): AgreementTable {
  if (first.length !== second.length) throw new RangeError('ratings differ in length');
  const places = new Map(categories.map((code, i) => [code, i]));
  if (places.size !== categories.length) throw new RangeError('a category is named twice');
  const counts = categories.map(() => categories.map(() => 0));
  let missing = 0;
  for (let i = 0; i < first.length; i += 1) {
    const pair = [first[i], second[i]].map((code) => {
      if (typeof code === 'number' ? isMissing(code) : code === null || code === undefined) {
        return null;
      }
      const place = places.get(code as Code);
      if (place === undefined) throw new RangeError(`case ${i} has no category: ${code}`);
      return place;
    });
    const [row, column] = pair;
    if (row === null || row === undefined || column === null || column === undefined) {
      missing += 1;
      continue;
    }
    const line = counts[row] as number[];
    line[column] = (line[column] ?? 0) + 1;
  }
  return { ...countMatrix(counts), missing };
}
