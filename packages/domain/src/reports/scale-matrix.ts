import type { WaveResponse } from './facts.ts';
import type { Observation } from './observations.ts';
import type { ScaleItems } from './scale-items.ts';
import { itemPoints } from './scale-items.ts';

/** The points of a scale's items, one array an item, the same case at the same place in each. */
export type ScaleMatrix = ReadonlyArray<ReadonlyArray<number | null>>;

/** Of all cases, or of those that are kept. */
export function scaleMatrix(
  scale: ScaleItems,
  keep: (observation: Observation) => boolean = () => true,
): ScaleMatrix {
  return scale.items.map((item) =>
    itemPoints({ ...item, observations: item.observations.filter(keep) }),
  );
}

/** How many cases answered every item. */
export function completeCases(matrix: ScaleMatrix): number {
  const cases = matrix[0]?.length ?? 0;
  return Array.from({ length: cases }, (_, i) => i).filter((i) =>
    matrix.every((item) => item[i] !== null),
  ).length;
}

/** Whether a case was answered in this language. */
export function inLanguage(responses: readonly WaveResponse[], language: string) {
  return ({ respondent }: Observation) => responses[respondent]?.language === language;
}
