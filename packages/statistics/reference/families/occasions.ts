import { friedman } from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/occasions.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

type OccasionsReference = { occasions: (number | null)[][]; expected: object };

const OCCASION_SETS = reference.occasions as unknown as Record<string, OccasionsReference>;

export const OCCASIONS: readonly Comparison[] = [
  comparison(
    { name: 'friedman', against: 'stats::friedman.test', tolerance: CLOSED_FORMULA },
    OCCASION_SETS,
    // Where the occasions do not differ the statistic is 0: measured against a thousandth.
    ({ occasions, expected }) => largestError(friedman(occasions), expected, 1e-45),
  ),
];
