import { type Answers, type AnswerValue, isAnswered } from './answers.ts';
import { partsOf, pointsOf, spanOf } from './compile-scales.ts';
import type { CompiledForm } from './compiled-form.ts';
import type { Band, Scale } from './scale.ts';

type Scored = {
  kind: 'scored';
  /** On the scale's own range. */
  value: number;
  /** Percent of maximum possible, 0 to 100: the only way to compare scales of different coding. */
  pomp: number;
  /** Ids of the bands it lies in, in the order of the package; nested bands are all named. */
  bands: string[];
};
type Incomplete = { kind: 'incomplete'; needed: number };

/** The score of one scale, or why there is none; `row` counts from 0 in the scale of a roster. */
export type Score = {
  scale: string;
  /** Version of the scoring, not of the form. */
  version: string;
  row?: number;
  /** Items, or groups of which the highest counts. */
  answered: number;
  of: number;
  /** The coding as printed under a table, such as `1-2-4-5`. */
  coding: string;
} & (Scored | Incomplete);

/**
 * Scores every scale of a form, one of a roster once in each row. Only real answers count: declined, unknown,
 * hidden and unreached items are missing, and the scale's own rule says what stands for them.
 */
export function scoreForm(form: CompiledForm, answers: Answers): Score[] {
  return form.pkg.scales.flatMap((scale) => {
    const roster = form.byLinkId.get(scale.items[0]!)?.roster ?? null;
    if (roster === null) return [scoreScale(form, scale, answers)];
    const rows = answers[form.items[roster]!.linkId];
    if (!Array.isArray(rows)) return [];
    return (rows as Answers[]).map((row, index) => ({
      ...scoreScale(form, scale, row),
      row: index,
    }));
  });
}

/** Scores one scale over the answers of the form, or of one row when the scale belongs to a roster. */
export function scoreScale(form: CompiledForm, scale: Scale, answers: Answers): Score {
  const parts = partsOf(scale);
  const points = parts.map((part) => {
    const each = part.map((linkId) => pointsFor(scale, linkId, answers[linkId]));
    return part.length === 1
      ? each[0]!
      : highest(each, spanOf(scale, form.byLinkId.get(part[0]!)!)!.max);
  });
  const known = points.filter((point) => point !== null);
  const { combine, multiplyBy = 1, range } = scale;
  const common = {
    scale: scale.id,
    version: scale.version,
    answered: known.length,
    of: points.length,
    coding: scale.printedCoding,
  };
  if (known.length < scale.minimumAnswered) {
    return { ...common, kind: 'incomplete', needed: scale.minimumAnswered };
  }
  const mean = sum(known) / known.length;
  const whole = points.map((point, index) => {
    if (point !== null) return point;
    if (scale.proration === 'person-mean') return mean;
    return spanOf(scale, form.byLinkId.get(parts[index]![0]!)!)!.min;
  });
  const total = combine === 'sum' ? sum(whole) : sum(whole) / whole.length;
  const value = rounded(total * multiplyBy, scale.decimals);
  return {
    ...common,
    kind: 'scored',
    value,
    pomp: tidy((100 * (value - range.min)) / (range.max - range.min)),
    bands: scale.bandSets
      .flatMap(({ bands }) => bands)
      .filter((band) => isIn(band, value))
      .map(({ id }) => id),
  };
}

/** Whether a score lies in a band: `from` inclusive, `below` exclusive. */
export function isIn({ from, below }: Band, value: number): boolean {
  return value >= from && (below === undefined || value < below);
}

function pointsFor(scale: Scale, linkId: string, value: AnswerValue | undefined): number | null {
  if (!isAnswered(value)) return null;
  if (typeof value === 'number') {
    return value;
  }
  return typeof value === 'string' ? (pointsOf(scale, linkId)[value] ?? null) : null;
}

/** The highest of several points; unknown as long as one that is missing could still be higher. */
function highest(points: readonly (number | null)[], possible: number): number | null {
  const known = points.filter((point) => point !== null);
  const top = Math.max(...known);
  return known.length === points.length || top === possible ? top : null;
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** Takes off the noise of binary fractions, so that 4.35 is never 4.3499999999999996 at the edge of a band. */
const tidy = (value: number) => Number(value.toFixed(9));

/** Rounded half away from zero; sums of points are exact enough that only the noise must go first. */
const rounded = (value: number, decimals: number | undefined) => {
  if (decimals === undefined) return tidy(value);
  const shift = 10 ** decimals;
  return (Math.sign(value) * Math.round(tidy(Math.abs(value) * shift))) / shift;
};
