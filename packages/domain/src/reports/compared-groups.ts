import type { Grouping } from './groupings.ts';
import type { ScoreVariable } from './score-variables.ts';

/** A group of fewer scores is shown with its mean and left out of the tests. */
export const FEWEST_IN_GROUP = 5;

export type Compared = { readonly grouping: Grouping; readonly groups: readonly ComparedGroup[] };

type ComparedGroup = {
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
};

/** The groupings with at least two groups of enough scores, those groups only. */
export function listCompared(variable: ScoreVariable, groupings: readonly Grouping[]): Compared[] {
  return groupings.flatMap((grouping) => {
    const groups = grouping.groups
      .map(({ id, label }) => ({
        id,
        label,
        values: variable.values.flatMap((value, i) =>
          grouping.of[i] === id && value !== null ? [value] : [],
        ),
      }))
      .filter(({ values }) => values.length >= FEWEST_IN_GROUP);
    return groups.length > 1 ? [{ grouping, groups }] : [];
  });
}

/** Those with a score, of all. */
export const scoredBase = ({ values }: ScoreVariable, unit: string) => ({
  unit,
  cases: values.length,
  n: values.filter((value) => value !== null).length,
});
