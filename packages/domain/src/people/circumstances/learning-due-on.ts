import type { LearningStage } from './circumstance.ts';

/**
 * Days within which the next step is taken, counted from the one that stands; conventions of the programme. The commission has thirty
 * days and looks again at what it advised within the school year.
 */
const DAYS: Record<Exclude<LearningStage, 'ended'>, number> = {
  noticed: 14,
  talked: 30,
  checked: 14,
  applied: 30,
  appointed: 30,
  concluded: 14,
  supported: 90,
  'looked-again': 180,
};

/** When the next step is due if nobody says otherwise; null where none is to come. */
export function learningDueOn(stage: LearningStage, since: string): string | null {
  if (stage === 'ended') return null;
  const at = Date.parse(`${since}T00:00:00Z`) + DAYS[stage] * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}
