import { partsOf, pointsOf, spanOf } from '../../compile-scales.ts';
import type { CompiledForm } from '../../compiled-form.ts';
import type { Scale } from '../../scale.ts';
import { quoted, valuePath } from './to-fhirpath.ts';

/** What works out a score: the points that were given, and the score over them. */
export type ScoreExpression = { points: string; score: string };

/** The variable of the hidden item that holds the points. */
export const POINTS = 'points';

/**
 * The score of a scale in FHIRPath. Points stand in the expression itself: an option may count differently in two scales, which
 * one weight on the option cannot say. Empty where too few were answered.
 */
export function scoreExpression(form: CompiledForm, scale: Scale): ScoreExpression {
  const points = scale.highestOf?.length
    ? partsOf(scale).map((part) => partPoints(form, scale, part))
    : questionsAlike(form, scale).map((linkIds) => questionPoints(form, scale, linkIds));
  const total = totalOf(form, scale);
  return {
    points: points.join('.combine(') + ')'.repeat(points.length - 1),
    score: `iif(%${POINTS}.count() >= ${scale.minimumAnswered}, ${total}, {})`,
  };
}

function totalOf(form: CompiledForm, scale: Scale): string {
  const { combine, proration, multiplyBy = 1, decimals } = scale;
  const count = partsOf(scale).length;
  const blanks = proration === 'blank-is-lowest' ? lowestOfBlanks(form, scale) : '';
  const sum = `(%${POINTS}.sum()${blanks})`;
  const whole =
    proration === 'person-mean'
      ? `%${POINTS}.avg()${combine === 'sum' ? ` * ${count}` : ''}`
      : `${sum}${combine === 'mean' ? ` / ${count}` : ''}`;
  const times = multiplyBy === 1 ? whole : `${whole} * ${multiplyBy}`;
  return decimals === undefined ? times : `(${times}).round(${decimals})`;
}

/** What blanks count, to be added; the compiler lets the items of a part differ in nothing. */
function lowestOfBlanks(form: CompiledForm, scale: Scale): string {
  const parts = partsOf(scale);
  const lowest = parts.map(([first]) => spanOf(scale, form.byLinkId.get(first!)!)!.min);
  const [same = 0] = lowest;
  if (lowest.every((one) => one === same)) {
    return same === 0 ? '' : ` + (${parts.length} - %${POINTS}.count()) * ${same}`;
  }
  return parts
    .map(
      (part, index) => ` + iif((${partPoints(form, scale, part)}).exists(), 0, ${lowest[index]})`,
    )
    .join('');
}

/** The points of one question, or of the highest of several: unknown while a missing one could be higher. */
function partPoints(form: CompiledForm, scale: Scale, part: readonly string[]): string {
  const [first, ...others] = part.map((linkId) => questionPoints(form, scale, [linkId]));
  if (others.length === 0) return first!;
  const all = `${first}${others.map((other) => `.combine(${other})`).join('')}`;
  const { max } = spanOf(scale, form.byLinkId.get(part[0]!)!)!;
  return `iif(${all}.count() = ${part.length} or ${all}.max() = ${max}, ${all}.max(), {})`;
}

/** The questions that stand in one place and count alike: one path finds them all. */
function questionsAlike(form: CompiledForm, scale: Scale): string[][] {
  const together = new Map<string, string[]>();
  for (const linkId of scale.items) {
    const { group, roster, type } = form.byLinkId.get(linkId)!;
    const points = Object.entries(pointsOf(scale, linkId)).sort();
    const key = JSON.stringify([group, roster, type, points]);
    together.set(key, [...(together.get(key) ?? []), linkId]);
  }
  return [...together.values()];
}

function questionPoints(form: CompiledForm, scale: Scale, linkIds: readonly string[]): string {
  const item = form.byLinkId.get(linkIds[0]!)!;
  const path = valuePath(linkIds, { form, roster: item.roster });
  if (item.type === 'integer') return path;
  const points = pointsOf(scale, linkIds[0]!);
  const chain = item.options.reduceRight(
    (otherwise, { id }) => `iif($this = ${quoted(id)}, ${points[id]}, ${otherwise})`,
    '{}',
  );
  return `${path}.select(${chain})`;
}
