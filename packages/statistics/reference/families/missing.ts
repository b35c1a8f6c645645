import { littleMcar, normalMoments } from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/missing.json' with { type: 'json' };
import { largestError } from '../largest-error.ts';

type MissingReference = {
  variables: (number | null)[][];
  moments: object;
  expected: object;
};

const SETS = reference as unknown as Record<string, MissingReference>;

/** Both walk until nothing moves; what is left is the length of the last steps. */
const WALKED = 1e-8;

export const MISSING: readonly Comparison[] = [
  comparison(
    { name: 'normalMoments', against: 'EM in base R, lavaan for one set', tolerance: WALKED },
    SETS,
    ({ variables, moments }) => largestError(normalMoments(variables), moments, 1e-3),
  ),
  comparison(
    { name: 'littleMcar', against: "Little's formula in base R", tolerance: WALKED },
    SETS,
    ({ variables, expected }) => largestError(littleMcar(variables), expected),
  ),
];
