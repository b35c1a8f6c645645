import type { Clause, Leaf, LeafOf } from './condition.ts';
import type { FormOutline } from './form-outline.ts';
import { Pathway, type Rule } from './pathway.ts';
import { weightOf } from './steps.ts';

export const PATHWAY_FAULTS = [
  ...['shape', 'rule-twice', 'safety-first', 'order', 'beside-missing'],
  ...['ladder-gap', 'form-unknown', 'form-not-of-care', 'scale-unknown', 'scale-unread'],
  ...['band-unknown', 'worse-band-missing', 'item-unknown', 'option-unknown'],
  ...['conclusion-unknown', 'outcome-unknown', 'direction', 'change-turned', 'age-empty'],
  ...['span', 'read-twice'],
] as const;
export type PathwayFault = (typeof PATHWAY_FAULTS)[number];

/** Why a pathway is not taken, and where: a path into it such as `rules.2.when.of.0.of.1.is`. */
export interface PathwayFinding {
  readonly fault: PathwayFault;
  readonly path: string;
  /** The word that is wrong, such as the id of a band; empty where none is. */
  readonly word: string;
}

export type CheckedPathway =
  | { readonly kind: 'fine'; readonly pathway: Pathway }
  | { readonly kind: 'refused'; readonly findings: readonly PathwayFinding[] };

/**
 * Reads a pathway and says what keeps it from being safe to follow. One that passes puts danger before everything, never proposes
 * less than step 1, and never proposes less for a worse result than for a better one.
 */
export function checkPathway(raw: unknown, forms: readonly FormOutline[]): CheckedPathway {
  const parsed = Pathway.safeParse(raw);
  if (!parsed.success) {
    const findings = parsed.error.issues.map((issue) => ({
      ...{ fault: 'shape' as const, path: issue.path.join('.') },
      word: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '',
    }));
    return { kind: 'refused', findings };
  }
  const pathway = parsed.data;
  const findings = [
    ...faultsOfFrame(pathway),
    ...faultsOfOrder(pathway.rules),
    ...faultsOfReads(pathway, forms),
    ...pathway.rules.flatMap((rule, at) => faultsOfRule(rule, `rules.${at}`, { pathway, forms })),
  ];
  return findings.length === 0 ? { kind: 'fine', pathway } : { kind: 'refused', findings };
}

const finding = (fault: PathwayFault, path: string, word = ''): PathwayFinding => ({
  fault,
  path,
  word,
});

function faultsOfFrame({ rescreen, rules }: Pathway): PathwayFinding[] {
  const spans = Object.entries(rescreen)
    .filter(([, { from, until }]) => until < from)
    .map(([name]) => finding('span', `rescreen.${name}`));
  const twice = rules.flatMap(({ id }, at) =>
    rules.findIndex((other) => other.id === id) < at
      ? [finding('rule-twice', `rules.${at}.id`, id)]
      : [],
  );
  return [...spans, ...twice];
}

function faultsOfOrder(rules: readonly Rule[]): PathwayFinding[] {
  const steps = rules.flatMap((rule, at) => (rule.gives === 'step' ? [{ rule, at }] : []));
  const falls = steps.flatMap(({ rule, at }, place) => {
    const before = steps[place - 1]?.rule;
    return before && weightOf(before.step) < weightOf(rule.step)
      ? [finding('order', `rules.${at}.step`, rule.step)]
      : [];
  });
  const missing = (['S0', 'S1'] as const).flatMap((step) => {
    const urgency = step === 'S0' ? 'now' : 'today';
    const own = steps.filter(({ rule }) => rule.step === step);
    return own.some(({ rule }) => holdsAt(rule, urgency))
      ? []
      : [finding('safety-first', own[0] ? `rules.${own[0].at}.when` : 'rules', step)];
  });
  const ladder = (['2', '3', '4'] as const).flatMap((step) =>
    steps.some(({ rule }) => rule.step === step) ? [] : [finding('ladder-gap', 'rules', step)],
  );
  const isBeside = rules.some(
    ({ gives, when }) =>
      gives === 'beside' && leavesOf(when).some(({ clause }) => clause.is.kind === 'need'),
  );
  return [
    ...missing,
    ...falls,
    ...ladder,
    ...(isBeside ? [] : [finding('beside-missing', 'rules')]),
  ];
}

/** Whether any signal of an urgency, of whatever kind, is enough for a rule by itself. */
function holdsAt({ when }: Rule, urgency: 'now' | 'today'): boolean {
  const isEnough = ({ not, is }: Clause) =>
    !not && is.kind === 'signal' && is.kinds.length === 0 && is.urgency === urgency;
  const groups = when.of.map(({ match, of }) =>
    match === 'any' ? of.some(isEnough) : of.every(isEnough),
  );
  return when.match === 'any' ? groups.some(Boolean) : groups.every(Boolean);
}

function faultsOfReads({ reads }: Pathway, forms: readonly FormOutline[]): PathwayFinding[] {
  return reads.flatMap(({ form, scale, direction }, at) => {
    const path = `reads.${at}`;
    const known = forms.find(({ code }) => code === form);
    if (!known) return [finding('form-unknown', path, form)];
    if (!known.isOfCare) return [finding('form-not-of-care', path, form)];
    const found = known.scales.find(({ id }) => id === scale);
    if (!found) return [finding('scale-unknown', path, scale)];
    const isTwice = reads.findIndex((one) => one.form === form && one.scale === scale) < at;
    return [
      ...(isTwice ? [finding('read-twice', path, scale)] : []),
      ...(found.direction === direction ? [] : [finding('direction', path, scale)]),
    ];
  });
}

interface Around {
  readonly pathway: Pathway;
  readonly forms: readonly FormOutline[];
}

interface Placed {
  readonly clause: Clause;
  readonly path: string;
}

function leavesOf({ of }: Rule['when']): Placed[] {
  return of.flatMap((group, i) =>
    group.of.map((clause, j) => ({ clause, path: `when.of.${i}.of.${j}.is` })),
  );
}

function faultsOfRule(rule: Rule, place: string, around: Around): PathwayFinding[] {
  // What raises a step must hold for everything worse, too; what lowers one, for everything better.
  const isRaising = rule.gives !== 'down';
  return leavesOf(rule.when).flatMap(({ clause: { not, is }, path }) => {
    const at = `${place}.${path}`;
    const wants = isRaising === not ? 'better' : 'worse';
    return [
      ...faultsOfWords(is, at, around),
      ...(is.kind === 'band' && rule.gives !== 'beside'
        ? closedBands(is, at, { ...around, wants })
        : []),
      ...(is.kind === 'change' &&
      rule.gives !== 'beside' &&
      (is.is === 'improved') !== (wants === 'better')
        ? [finding('change-turned', at, is.is)]
        : []),
    ];
  });
}

function faultsOfWords(leaf: Leaf, at: string, { pathway, forms }: Around): PathwayFinding[] {
  if (leaf.kind === 'age') {
    const isEmpty =
      (leaf.from === null && leaf.below === null) ||
      (leaf.from !== null && leaf.below !== null && leaf.from >= leaf.below);
    return isEmpty ? [finding('age-empty', at)] : [];
  }
  if (!('form' in leaf) || leaf.form === null) return [];
  const { form } = leaf;
  const outline = forms.find(({ code }) => code === form);
  if (!outline) return [finding('form-unknown', at, form)];
  if (!outline.isOfCare) return [finding('form-not-of-care', at, form)];
  switch (leaf.kind) {
    case 'band': {
      const scale = outline.scales.find(({ id }) => id === leaf.scale);
      if (!scale) return [finding('scale-unknown', at, leaf.scale)];
      const isRead = pathway.reads.some((one) => one.form === form && one.scale === leaf.scale);
      const strange = leaf.bands.filter((band) => !scale.bands.some(({ id }) => id === band));
      return [
        ...(isRead ? [] : [finding('scale-unread', at, leaf.scale)]),
        ...strange.map((band) => finding('band-unknown', at, band)),
      ];
    }
    case 'item': {
      const item = outline.items.find(({ id }) => id === leaf.item);
      if (!item) return [finding('item-unknown', at, leaf.item)];
      return leaf.options
        .filter((option) => !item.options.some(({ id }) => id === option))
        .map((option) => finding('option-unknown', at, option));
    }
    case 'conclusion': {
      const known = outline.conclusions.find(({ id }) => id === leaf.conclusion);
      if (!known) return [finding('conclusion-unknown', at, leaf.conclusion)];
      return leaf.outcomes
        .filter((outcome) => !known.outcomes.some(({ id }) => id === outcome))
        .map((outcome) => finding('outcome-unknown', at, outcome));
    }
    case 'change':
      return pathway.reads.some((one) => one.form === form)
        ? []
        : [finding('scale-unread', at, form)];
  }
}

/** The scores that some bands hold must go on to the worst one, or to the best: no gap, and no end before. */
function closedBands(
  { form, scale, bands }: LeafOf<'band'>,
  at: string,
  { forms, wants }: Around & { wants: 'better' | 'worse' },
): PathwayFinding[] {
  const known = forms.find(({ code }) => code === form)?.scales.find(({ id }) => id === scale);
  if (!known) return [];
  const held = known.bands.filter(({ id }) => bands.includes(id));
  const isUpward = (known.direction === 'higher-is-worse') === (wants === 'worse');
  const edge = isUpward
    ? Math.min(...held.map(({ from }) => from))
    : Math.max(...held.map(({ below }) => below ?? Number.POSITIVE_INFINITY));
  // Every edge between two bands is a point at which a score may change its bands.
  const edges = known.bands.flatMap(({ from, below }) => [
    from,
    ...(below === null ? [] : [below]),
  ]);
  const points = [...new Set([known.min, known.max, ...edges])].filter((point) =>
    isUpward ? point >= edge && point <= known.max : point < edge && point >= known.min,
  );
  const isIn = (point: number) =>
    held.some(({ from, below }) => point >= from && (below === null || point < below));
  const gap = points.find((point) => !isIn(point));
  if (gap === undefined) return [];
  const left = known.bands.find(
    ({ id, from, below }) => !bands.includes(id) && gap >= from && (below === null || gap < below),
  );
  return [finding('worse-band-missing', at, left?.id ?? String(gap))];
}
