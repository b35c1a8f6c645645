import type { Step } from './steps.ts';

/** A decision about a step, as far as what stands follows from it. */
export interface DecidedStep {
  /** Null: what stood goes on. */
  readonly step: Step | null;
  readonly decidedOn: string;
}

export interface StandingStep {
  readonly step: Step;
  /** Since when this step stands, however often it was confirmed. */
  readonly since: string;
  /** Since when any step stands. */
  readonly careSince: string;
}

/** The step that stands after all that was decided about a person, the oldest first; null where nobody decided on one. */
export function standingStep(decided: readonly DecidedStep[]): StandingStep | null {
  return decided.reduce<StandingStep | null>((standing, { step, decidedOn }) => {
    if (step === null || step === standing?.step) return standing;
    return { step, since: decidedOn, careSince: standing?.careSince ?? decidedOn };
  }, null);
}
