import type { CompiledItem } from './compiled-form.ts';
import { errorAt, type Finding } from './finding.ts';
import type { FormPackage } from './form-package.ts';
import type { Scale } from './scale.ts';

/** Points of each option of one item in a scale, as coded and turned around. */
export function pointsOf(scale: Scale, linkId: string): Record<string, number> {
  const coding = scale.recode?.[linkId] ?? scale.coding;
  if (!scale.reversed?.includes(linkId)) return coding;
  const points = Object.values(coding);
  const ends = Math.min(...points) + Math.max(...points);
  return Object.fromEntries(Object.entries(coding).map(([id, value]) => [id, ends - value]));
}

type Parts = readonly (readonly string[])[];

/** Worked out once for each scale: a village's answers are scored by one. */
const knownParts = new WeakMap<Scale, Parts>();

/** The items of a scale in what counts once each: alone, or together with those of which the highest counts. */
export function partsOf(scale: Scale): Parts {
  const parts = knownParts.get(scale) ?? findParts(scale);
  knownParts.set(scale, parts);
  return parts;
}

function findParts({ items, highestOf = [] }: Scale): Parts {
  const grouped = new Set(highestOf.flat());
  return items.flatMap((linkId) => {
    if (!grouped.has(linkId)) return [[linkId]];
    const group = highestOf.find(([first]) => first === linkId);
    return group ? [group] : [];
  });
}

/** Lowest and highest points of one item in a scale; null when an integer item has no limits. */
export function spanOf(scale: Scale, { item, linkId, options }: CompiledItem) {
  if (item.type === 'integer') {
    return item.min === undefined || item.max === undefined
      ? null
      : { min: item.min, max: item.max };
  }
  const points = pointsOf(scale, linkId);
  const values = options.flatMap(({ id }) => points[id] ?? []);
  return { min: Math.min(...values), max: Math.max(...values) };
}

/** What contradicts itself in the scoring blocks of a package. */
export function checkScales(
  pkg: FormPackage,
  byLinkId: ReadonlyMap<string, CompiledItem>,
): Finding[] {
  const ids = pkg.scales.map(({ id }) => id);
  return pkg.scales.flatMap((scale, index) => {
    const place = `scales[${index}]`;
    const error: Report = (code, at, params = {}) =>
      errorAt(code, at ? `${place}.${at}` : place, { scale: scale.id, ...params });
    const found: Finding[] = [];
    if (ids.indexOf(scale.id) !== index) found.push(error('scale-id-twice', 'id'));

    const items = scale.items.flatMap((linkId, at) => {
      const item = byLinkId.get(linkId);
      if (!item) found.push(error('unknown-item', `items[${at}]`, { linkId }));
      else if (item.type !== 'choice' && item.type !== 'integer') {
        found.push(error('cannot-be-scored', `items[${at}]`, { linkId, type: item.type }));
      } else return [item];
      return [];
    });
    if (found.length > 0) return found;
    return [
      ...found,
      ...codingFindings(scale, items, error),
      // What a group names and the scale lacks has no range.
      ...(isGroupedWithin(scale) ? rangeFindings(scale, items, error) : []),
    ];
  });
}

const isGroupedWithin = ({ items, highestOf = [] }: Scale) =>
  highestOf.flat().every((linkId) => items.includes(linkId));

type Report = (code: string, at: string, params?: Finding['params']) => Finding;

function codingFindings(scale: Scale, items: CompiledItem[], error: Report): Finding[] {
  const found: Finding[] = [];
  if (new Set(scale.items).size < scale.items.length) found.push(error('item-twice', 'items'));
  if (new Set(items.map(({ roster }) => roster)).size > 1) {
    found.push(error('items-of-different-rosters', 'items'));
  }
  const grouped = scale.highestOf?.flat() ?? [];
  if (new Set(grouped).size < grouped.length) found.push(error('item-twice', 'highestOf'));
  const named = [...(scale.reversed ?? []), ...Object.keys(scale.recode ?? {}), ...grouped];
  for (const linkId of named) {
    if (!scale.items.includes(linkId)) found.push(error('not-in-scale', '', { linkId }));
  }
  for (const { linkId, options, type } of items) {
    const at = scale.recode?.[linkId] ? `recode.${linkId}` : 'coding';
    const points = pointsOf(scale, linkId);
    for (const { id } of options) {
      if (points[id] === undefined)
        found.push(error('option-without-points', at, { linkId, option: id }));
    }
    for (const id of type === 'choice' ? Object.keys(points) : []) {
      const isKnown = options.some((option) => option.id === id);
      const isOthers = at === 'coding' && items.some((one) => one.options.some((o) => o.id === id));
      if (!isKnown && !isOthers)
        found.push(error('points-without-option', at, { linkId, option: id }));
    }
  }
  return found;
}

function rangeFindings(scale: Scale, items: CompiledItem[], error: Report): Finding[] {
  const found: Finding[] = [];
  const { minimumAnswered, proration, range } = scale;
  const parts = partsOf(scale);
  if (minimumAnswered > parts.length) {
    found.push(error('minimum-above-items', 'minimumAnswered', { items: parts.length }));
  }
  if (proration === 'none' && minimumAnswered !== parts.length) {
    found.push(error('all-must-be-answered', 'minimumAnswered', { items: parts.length }));
  }
  const spans = items.map((item) => spanOf(scale, item));
  const unlimited = items.find((_, index) => spans[index] === null);
  if (unlimited) {
    found.push(error('integer-needs-limits', 'items', { linkId: unlimited.linkId }));
    return found;
  }
  const known = spans.flatMap((span) => span ?? []);
  const isMixed = known.some(({ min, max }) => min !== known[0]!.min || max !== known[0]!.max);
  if (isMixed && proration === 'person-mean') {
    found.push(error('mean-of-unlike-items', 'proration'));
  }
  const spanById = new Map(items.map(({ linkId }, index) => [linkId, known[index]!]));
  const isUnlike = parts.some((part) =>
    part.some((linkId) => {
      const [one, first] = [spanById.get(linkId)!, spanById.get(part[0]!)!];
      return one.min !== first.min || one.max !== first.max;
    }),
  );
  if (isUnlike) found.push(error('highest-of-unlike-items', 'highestOf'));
  const total = (end: 'min' | 'max') =>
    parts.reduce((sum, [first]) => sum + spanById.get(first!)![end], 0);
  const factor = (scale.multiplyBy ?? 1) / (scale.combine === 'mean' ? parts.length : 1);
  const computed = { min: total('min') * factor, max: total('max') * factor };
  if (computed.min !== range.min || computed.max !== range.max) {
    found.push(error('range-differs', 'range', computed));
  }
  return found;
}
