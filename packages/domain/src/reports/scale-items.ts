import { type CompiledForm, pointsOf, type Scale } from '../instruments/index.ts';
import type { WaveResponse } from './facts.ts';
import { chosenOptions, type Observation, observe } from './observations.ts';
import { formText, listVariables, type Speech, type Variable } from './variables.ts';

export type Side = 'unfavourable' | 'neutral' | 'favourable';

/** The items of a scale with what everybody answered, ready to be counted. */
export type ScaleItems = {
  readonly form: CompiledForm;
  readonly scale: Scale;
  readonly title: string;
  readonly roster: string | null;
  /** From the most unfavourable to the most favourable, as the first item has them. */
  readonly categories: ReadonlyArray<{
    readonly id: string;
    readonly label: string;
    readonly points: number;
    readonly side: Side;
  }>;
  readonly items: readonly ScaleItem[];
};

export type ScaleItem = {
  readonly variable: Variable;
  readonly observations: readonly Observation[];
  readonly isReversed: boolean;
  readonly pointsOf: Readonly<Record<string, number>>;
  readonly sideOf: Readonly<Record<string, Side>>;
};

/**
 * Gathers the items of a scale. Null when they are not choices from one and the same list: then
 * there is nothing to compare side by side.
 */
export function gatherScaleItems(
  responses: readonly WaveResponse[],
  { form, scale }: { form: CompiledForm; scale: Scale },
  speech: Speech,
): ScaleItems | null {
  const variables = listVariables(form, speech).filter(({ linkId }) =>
    scale.items.includes(linkId),
  );
  const [first] = variables;
  const listOf = ({ options }: Variable) => options.map(({ id }) => id).join();
  if (first?.type !== 'choice') return null;
  if (variables.some((variable) => listOf(variable) !== listOf(first))) return null;
  const items = variables.map((variable) => ({
    variable,
    observations: observe(responses, variable),
    isReversed: scale.reversed?.includes(variable.linkId) ?? false,
    ...pointsAndSides(scale, variable),
  }));
  const points = items.find(({ isReversed }) => !isReversed)?.pointsOf ?? {};
  const sides = items.find(({ isReversed }) => !isReversed)?.sideOf ?? {};
  const direction = scale.direction === 'higher-is-better' ? 1 : -1;
  return {
    form,
    scale,
    title: formText(form, speech, scale.title) ?? scale.id,
    roster: first.roster,
    categories: first.options
      .map(({ id, label }, place) => ({
        id,
        label,
        place,
        points: points[id] ?? 0,
        side: sides[id] ?? ('neutral' as const),
      }))
      // Options that score alike (0-0-1-1) keep the order of the form, which runs the same way.
      .sort(
        (a, b) =>
          direction * (a.points - b.points) ||
          runOf(first, points) * direction * (a.place - b.place),
      )
      .map(({ place: _, ...category }) => category),
    items,
  };
}

/** Points of each case, as scored; null where there is no answer. */
export function itemPoints({ observations, pointsOf: points }: ScaleItem): (number | null)[] {
  return chosenOptions(observations).map((id) => (id === null ? null : (points[id] ?? null)));
}

/** Cases of one row of a roster only (0 for the first), or all of them. */
export function withRow(item: ScaleItem, row: number | null): ScaleItem {
  if (row === null) return item;
  return { ...item, observations: item.observations.filter((o) => o.row === row) };
}

/**
 * Below the middle of the item's points is unfavourable where higher is better, above it where
 * higher is worse; exactly the middle is neither.
 */
function pointsAndSides(
  scale: Scale,
  { linkId, options }: Variable,
): Pick<ScaleItem, 'pointsOf' | 'sideOf'> {
  const points = pointsOf(scale, linkId);
  const values = options.map(({ id }) => points[id] ?? 0);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const isGood = (value: number) =>
    scale.direction === 'higher-is-better' ? value > middle : value < middle;
  const sideOf = Object.fromEntries(
    options.map(({ id }, i): [string, Side] => {
      const value = values[i] ?? middle;
      if (value === middle) return [id, 'neutral'];
      return [id, isGood(value) ? 'favourable' : 'unfavourable'];
    }),
  );
  return { pointsOf: points, sideOf };
}

/** 1 when points rise along the list of options, -1 when they fall. */
function runOf({ options }: Variable, points: Readonly<Record<string, number>>): 1 | -1 {
  const first = points[options[0]?.id ?? ''] ?? 0;
  const last = points[options.at(-1)?.id ?? ''] ?? 0;
  return first <= last ? 1 : -1;
}
