import { type BandSet, isIn } from '../instruments/index.ts';
import { FEWEST_IN_GROUP } from './compared-groups.ts';
import type { Grouping } from './groupings.ts';
import type { ScoreVariable } from './score-variables.ts';
import { formText, type Speech } from './variables.ts';

/** A scale's scores cut into bands of which every score lies in exactly one. */
export type Banded = {
  readonly variable: ScoreVariable;
  readonly bands: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  /** Band of each respondent; null where there is no score. */
  readonly of: ReadonlyArray<string | null>;
};

const OUTSIDE = 'outside';

/** Every scale asked once that has exclusive bands, with its first set of them. Nested ones overlap and cannot stand in a cross table. */
export function listBanded(variables: readonly ScoreVariable[], speech: Speech): Banded[] {
  return variables.flatMap((variable) => {
    const { form, scale, roster, values } = variable;
    const bandSet: BandSet | undefined = scale.bandSets.find(({ kind }) => kind === 'exclusive');
    if (!bandSet || roster !== null) return [];
    const of = values.map((value) =>
      value === null ? null : (bandSet.bands.find((band) => isIn(band, value))?.id ?? OUTSIDE),
    );
    const bands = [
      ...(of.includes(OUTSIDE) ? [{ id: OUTSIDE, label: speech.t('bands.outside') }] : []),
      ...bandSet.bands.map((band) => ({
        id: band.id,
        label: formText(form, speech, band.label) ?? band.id,
      })),
    ];
    return [{ variable, bands, of }];
  });
}

/** How many of a group lie in each band. */
export function countBands(
  { bands, of }: Banded,
  { of: groupOf }: Grouping,
  group: string,
): number[] {
  return bands.map(({ id }) => of.filter((band, i) => band === id && groupOf[i] === group).length);
}

/** The counts that can be tested: groups large enough, bands that are not empty; null when there is nothing to compare. */
export function testedCounts(banded: Banded, grouping: Grouping): number[][] | null {
  const rows = grouping.groups
    .map(({ id }) => countBands(banded, grouping, id))
    .filter((row) => row.reduce((sum, count) => sum + count, 0) >= FEWEST_IN_GROUP);
  const filled = banded.bands.map((_, band) => rows.some((row) => (row[band] ?? 0) > 0));
  const counts = rows.map((row) => row.filter((_, band) => filled[band]));
  return counts.length > 1 && (counts[0]?.length ?? 0) > 1 ? counts : null;
}
