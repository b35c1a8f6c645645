import type { Judging, Missing } from './judge-leaf.ts';
import { type JudgedRule, judgeWhen, type Witness } from './judge-rule.ts';
import { freshAnswers } from './newest-results.ts';
import type { Pathway, Rule, RuleOf } from './pathway.ts';
import type { PathwayFacts } from './pathway-facts.ts';
import {
  type Acting,
  careStep,
  HEAVIEST_CARE,
  LIGHTEST_AFTER_CARE,
  mayGive,
  type Offer,
  type Step,
  weightOf,
} from './steps.ts';

/**
 * Why a step is proposed: a rule of the pathway held, none did, one more or one less than the step that stands, the step stands
 * because nothing says that less is enough, or it cannot be told.
 */
export const STEP_REASONS = ['rule', 'otherwise', 'up', 'down', 'held', 'undecided'] as const;
export type StepReason = (typeof STEP_REASONS)[number];

export interface Offered {
  readonly offer: Offer;
  /** Whether whoever helps her now may give it, or refers her; null where that is not known. */
  readonly isHere: boolean | null;
}

export interface Beside {
  readonly rule: string;
  readonly withinHours: number | null;
  readonly offers: readonly Offered[];
  readonly acts: Acting;
  readonly witnesses: readonly Witness[];
}

/** What a pathway proposes for somebody: a screen's answer, never a diagnosis. */
export interface StepOutcome {
  /** Null: what is known is not enough for any. */
  readonly step: Step | null;
  readonly reason: StepReason;
  /** The rule that decided, by its id. */
  readonly rule: string | null;
  readonly witnesses: readonly Witness[];
  readonly withinHours: number | null;
  readonly offers: readonly Offered[];
  readonly acts: Acting;
  /** In parallel at whatever step: basic needs wait for no score. */
  readonly beside: readonly Beside[];
  /** What was not known of all that the pathway asked, each once. */
  readonly missing: readonly Missing[];
}

type Held<R extends Rule> = { readonly rule: R; readonly judged: JudgedRule };

/** The step that a checked pathway proposes on a day (`YYYY-MM-DD`) for somebody of whom these facts are known. */
export function stepOf(pathway: Pathway, facts: PathwayFacts, today: string): StepOutcome {
  const { freshMonths } = pathway;
  const answersTo = freshAnswers(facts, { today, freshMonths });
  const judging: Judging = { pathway, facts, today, answersTo };
  const judged = pathway.rules.map((rule) => ({ rule, judged: judgeWhen(rule.when, judging) }));
  const rulesOf = <Gives extends Rule['gives']>(gives: Gives) =>
    judged.filter((each): each is Held<RuleOf<Gives>> => each.rule.gives === gives);
  const fired = <Gives extends Rule['gives']>(gives: Gives) =>
    rulesOf(gives).find((each) => each.judged.verdict === 'yes') ?? null;
  const rests = {
    beside: rulesOf('beside')
      .filter((each) => each.judged.verdict === 'yes')
      .map(({ rule, judged: { witnesses } }) => ({
        ...{ rule: rule.id, withinHours: rule.withinHours, acts: rule.acts, witnesses },
        offers: offered(rule.offers, facts),
      })),
    missing: eachOnce(judged.flatMap((each) => each.judged.missing)),
  };
  const steps = rulesOf('step');
  const base = fired('step');
  const isUndecided = !base && steps.some((each) => each.judged.verdict === 'unknown');
  const own = base?.rule.step ?? (isUndecided ? null : '1');
  const stood = facts.standing ? Math.min(weightOf(facts.standing.step), HEAVIEST_CARE) : null;
  const weight = own ? weightOf(own) : 0;

  const at = (
    step: Step,
    reason: StepReason,
    by: Held<Rule> | null,
    more: Partial<Pick<StepOutcome, 'withinHours' | 'offers' | 'acts'>> = {},
  ): StepOutcome => {
    const usual = steps.find(({ rule }) => rule.step === step)?.rule;
    return {
      ...{ step, reason, rule: by?.rule.id ?? null, witnesses: by?.judged.witnesses ?? [] },
      withinHours: usual?.withinHours ?? null,
      offers: offered(usual?.offers ?? [], facts),
      acts: usual?.acts ?? 'practitioner',
      ...more,
      ...rests,
    };
  };

  const ofBase = (): StepOutcome => {
    if (!own) return { ...at('1', 'undecided', null), step: null, offers: [] };
    if (!base) return at(own, 'otherwise', null);
    const { withinHours, acts, offers } = base.rule;
    return at(own, 'rule', base, { withinHours, acts, offers: offered(offers, facts) });
  };

  // Danger first, whatever stood and whatever got better.
  if (stood === null || weight > HEAVIEST_CARE) return ofBase();
  const up = fired('up');
  const raised = careStep(Math.min(HEAVIEST_CARE, stood + 1));
  if (up && weightOf(raised) > weight) {
    const usual = at(raised, 'up', up);
    const { withinHours, acts, offers } = up.rule;
    const all = [...new Set([...usual.offers.map(({ offer }) => offer), ...offers])];
    return {
      ...usual,
      acts,
      withinHours: withinHours ?? usual.withinHours,
      offers: offered(all, facts),
    };
  }
  if (weight >= stood) return ofBase();
  const down = fired('down');
  const lowered = Math.max(weight, stood - 1, Math.min(stood, LIGHTEST_AFTER_CARE));
  if (down && lowered < stood) return at(careStep(lowered), 'down', down);
  return { ...at(careStep(stood), 'held', base), withinHours: null };
}

const offered = (offers: readonly Offer[], { provider }: PathwayFacts): Offered[] =>
  offers.map((offer) => ({
    offer,
    isHere: provider && mayGive(provider.scope, offer) && !provider.without.includes(offer),
  }));

function eachOnce(missing: readonly Missing[]): Missing[] {
  return [...new Map(missing.map((each) => [`${each.about} ${each.form}`, each])).values()];
}
