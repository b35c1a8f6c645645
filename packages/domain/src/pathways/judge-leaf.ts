import { addDays } from '../cases/index.ts';
import { FUNCTIONING, type Leaf, type LeafOf } from './condition.ts';
import { changeOf, type Result, resultsOf, worstBefore } from './newest-results.ts';
import type { Pathway } from './pathway.ts';
import type { AssessmentFacts, PathwayFacts } from './pathway-facts.ts';
import { mayGive } from './steps.ts';

/** `unknown`: what would decide it is not known, and nothing is supposed in its place. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** What would have to be known: an instrument that was never answered, or one of these. */
export const MISSING_ABOUT = [
  ...['form', 'rescreen', 'item', 'safety', 'functioning', 'needs', 'events', 'contacts'],
  ...['age', 'risk', 'provider'],
] as const;
export interface Missing {
  readonly about: (typeof MISSING_ABOUT)[number];
  readonly form: string | null;
}

export interface Judged {
  readonly verdict: Verdict;
  /** The result that decided it, where one did. */
  readonly result: (Result & { readonly form: string; readonly scale: string | null }) | null;
  readonly missing: Missing | null;
}

export interface Judging {
  readonly pathway: Pick<Pathway, 'reads'>;
  readonly facts: PathwayFacts;
  readonly today: string;
  /** Answers to a form that still tell something, by who answered; the newest first. */
  readonly answersTo: (form: string) => readonly AssessmentFacts[][];
}

const of = (isSo: boolean): Judged => ({
  verdict: isSo ? 'yes' : 'no',
  result: null,
  missing: null,
});
const unknown = (about: Missing['about'], form: string | null = null): Judged => ({
  verdict: 'unknown',
  result: null,
  missing: { about, form },
});
const known = <Fact>(fact: Fact | null, about: Missing['about'], is: (fact: Fact) => boolean) =>
  fact === null ? unknown(about) : of(is(fact));

/** Whether one condition holds of somebody, as far as that can be told. */
export function judgeLeaf(leaf: Leaf, judging: Judging): Judged {
  const { facts, today } = judging;
  switch (leaf.kind) {
    case 'band':
      return judgeBand(leaf, judging);
    case 'conclusion':
      return judgeConclusion(leaf, judging);
    case 'item':
      return judgeItem(leaf, judging);
    case 'change':
      return judgeChange(leaf, judging);
    case 'signal':
      return known(facts.signals, 'safety', (signals) =>
        signals.some(
          ({ kind, urgency }) =>
            (urgency === 'now' || leaf.urgency === 'today') &&
            (leaf.kinds.length === 0 || leaf.kinds.includes(kind)),
        ),
      );
    case 'functioning':
      return known(
        facts.functioning,
        'functioning',
        (level) => FUNCTIONING.indexOf(level) >= FUNCTIONING.indexOf(leaf.atLeast),
      );
    case 'need':
      return known(facts.needs, 'needs', (needs) =>
        needs.some((category) => leaf.categories.includes(category)),
      );
    case 'event':
      return known(facts.events, 'events', (events) =>
        events.some(
          ({ event, on }) => leaf.events.includes(event) && isNear(event, on, today, leaf.days),
        ),
      );
    case 'missed':
      return known(facts.missedContacts, 'contacts', (missed) => missed >= leaf.atLeast);
    case 'risk-before':
      return known(facts.riskBefore, 'risk', (risk) => risk);
    case 'age':
      return known(
        facts.age,
        'age',
        (age) => age >= (leaf.from ?? 0) && (leaf.below === null || age < leaf.below),
      );
    case 'provider':
      return known(
        facts.provider,
        'provider',
        ({ scope, without }) => mayGive(scope, leaf.may) && !without.includes(leaf.may),
      );
  }
}

/** A release is looked for ahead, everything else behind. */
const isNear = (event: string, on: string, today: string, days: number): boolean =>
  event === 'release-ahead'
    ? on >= today && on <= addDays(today, days)
    : on <= today && on >= addDays(today, -days);

/** Of several who answered about the same person one is enough for `yes`, and all have to say `no`; nobody's are put together. */
function judgeBand({ form, scale, bands, times }: LeafOf<'band'>, judging: Judging): Judged {
  const told = judging.answersTo(form).map((own): Judged => {
    const newest = resultsOf(own, scale).slice(0, times);
    const [first] = newest;
    const isIn = (result: Result) => result.bands.some((band) => bands.includes(band));
    if (newest.some((result) => !isIn(result))) return of(false);
    if (!first || newest.length < times) return unknown(first ? 'rescreen' : 'form', form);
    return { ...of(true), result: { ...first, form, scale } };
  });
  return oneOf(told, form);
}

function judgeConclusion({ form, conclusion, outcomes }: LeafOf<'conclusion'>, judging: Judging) {
  const told = judging.answersTo(form).map(([newest]): Judged => {
    const found = newest?.conclusions.find((each) => each.conclusion === conclusion);
    if (!newest || !found || found.outcome === null) return unknown('form', form);
    const { id: assessmentId, takenOn } = newest;
    const result = { assessmentId, takenOn, form, scale: null, value: 0, bands: [found.outcome] };
    return outcomes.includes(found.outcome) ? { ...of(true), result } : of(false);
  });
  return oneOf(told, form);
}

function judgeItem({ form, item, options }: LeafOf<'item'>, judging: Judging): Judged {
  const told = judging.answersTo(form).map(([newest]): Judged => {
    const chosen = newest?.items?.[item];
    return chosen === undefined ? unknown('item', form) : of(options.includes(chosen));
  });
  return oneOf(told, form);
}

/** Over several scales: worse if one is worse, better if one is better and none worse. */
function judgeChange({ is, since, form }: LeafOf<'change'>, judging: Judging): Judged {
  const careSince = judging.facts.standing?.careSince;
  const read = judging.pathway.reads.filter((each) => form === null || each.form === form);
  const changes = read.flatMap((each) =>
    judging.answersTo(each.form).flatMap((own) => {
      const results = resultsOf(own, each.scale);
      const before =
        since === 'last' || !careSince ? results[1] : worstBefore(results, { ...each, careSince });
      return changeOf(results[0], before, each) ?? [];
    }),
  );
  if (changes.length === 0) return unknown('rescreen', form);
  const isWorse = changes.includes('worsened');
  if (is === 'worsened') return of(isWorse);
  const isBetter = !isWorse && changes.includes('improved');
  return of(is === 'improved' ? isBetter : !isBetter);
}

function oneOf(told: readonly Judged[], form: string): Judged {
  return (
    told.find(({ verdict }) => verdict === 'yes') ??
    told.find(({ verdict }) => verdict === 'unknown') ??
    told[0] ??
    unknown('form', form)
  );
}
