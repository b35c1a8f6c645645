import {
  type LittleMcar,
  littleMcar,
  type MissingPattern,
  missingPatterns,
  seededChance,
} from '@tirek/statistics';
import type { CompiledForm } from '../instruments/index.ts';
import type { WaveResponse } from './facts.ts';
import { gatherScaleItems, itemPoints, type ScaleItems } from './scale-items.ts';
import { rosterOfScale } from './scores.ts';
import { groupByItems } from './sections/scales.ts';
import type { Speech } from './variables.ts';

/** Of more responses as many as this are drawn for the test of chance: its walk has a step for every pattern. */
export const MOST_TESTED = 1000;
const SEED = 20221122;

/** What respondents left out of the items of a scale asked once. */
export type MissingItems = {
  readonly gathered: ScaleItems;
  /** The most frequent first; a pattern's places are those of the scale's items. */
  readonly patterns: readonly MissingPattern[];
  readonly test: LittleMcar;
};

/** Each set of items asked once of which somebody left something out, in its first way of scoring. */
export function listMissingItems(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): MissingItems[] {
  const tested = drawn(responses);
  return forms.flatMap((form) => {
    const scales = form.pkg.scales.filter((scale) => rosterOfScale(form, scale) === null);
    return groupByItems(scales).flatMap(([scale]) => {
      const gathered = gatherScaleItems(responses, { form, scale }, speech);
      if (!gathered) return [];
      const points = gathered.items.map(itemPoints);
      const patterns = missingPatterns(points);
      if (patterns.every(({ missing }) => missing.length === 0)) return [];
      const test = littleMcar(points.map((values) => tested.map((place) => values[place] ?? null)));
      return [{ gathered, patterns, test }];
    });
  });
}

/** Places of all responses, or of as many as are tested, the same every time. */
function drawn(responses: readonly WaveResponse[]): number[] {
  const places = [...responses.keys()];
  if (places.length <= MOST_TESTED) return places;
  const chance = seededChance(SEED);
  for (let i = 0; i < MOST_TESTED; i += 1) {
    const other = i + chance.below(places.length - i);
    [places[i], places[other]] = [places[other] as number, places[i] as number];
  }
  return places.slice(0, MOST_TESTED).sort((a, b) => a - b);
}
