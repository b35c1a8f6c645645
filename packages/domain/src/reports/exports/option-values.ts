import type { Option } from '../../instruments/index.ts';
import { MISSING_CODES } from './data-table.ts';

/** The number by which an option is known, such as `2`, and `4+` as 4. */
const NUMBER = /^(\d{1,9})\+?$/;
const LARGEST_MISSING = Math.max(...Object.values(MISSING_CODES).map(({ spss }) => spss));

/**
 * The numbers that stand for the options of a question in files: those by which the options are known
 * (their code, else their id) when every one of them is a number and no two are alike, else 1, 2, 3 …
 * in the order of the form.
 */
export function optionValues(options: readonly Option[]): {
  readonly values: ReadonlyMap<string, number>;
  readonly areOwnNumbers: boolean;
} {
  const known = options.map(({ id, code }) => Number(NUMBER.exec(code ?? id)?.[1] ?? Number.NaN));
  const areOwnNumbers =
    known.every((value) => value > LARGEST_MISSING) && new Set(known).size === known.length;
  return {
    values: new Map(options.map(({ id }, i) => [id, areOwnNumbers ? (known[i] ?? i) : i + 1])),
    areOwnNumbers,
  };
}
