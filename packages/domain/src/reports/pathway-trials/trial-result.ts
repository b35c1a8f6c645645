import * as z from 'zod/mini';
import type { Step } from '../../pathways/index.ts';

/** What somebody comes to, the heaviest first; the two steps of danger are told as one, and `none`: too little is known. */
export const TRIED_STEPS = ['danger', '4', '3', '2', '1', 'none'] as const;
export type TriedStep = (typeof TRIED_STEPS)[number];

export const triedStep = (step: Step | null): TriedStep =>
  step === null ? 'none' : step === 'S0' || step === 'S1' ? 'danger' : step;

/** By the pathway in force, or by the version that is tried. */
export const TRIAL_SIDES = ['now', 'tried'] as const;
export type TrialSide = (typeof TRIAL_SIDES)[number];

/** About so many people, or nothing where that may not be told. */
const TrialCell = z.union([z.int(), z.literal('hidden')]);
export type TrialCell = z.infer<typeof TrialCell>;

const AnyStep = z.enum(TRIED_STEPS);
const Groups = z.array(
  z.object({ group: z.string(), side: z.enum(TRIAL_SIDES), step: AnyStep, cell: TrialCell }),
);

/** How many people a version gives each step, beside the one in force, as far as it may be told. Empty: nothing of it may. */
export const TrialResult = z.object({
  totals: z.array(z.object({ side: z.enum(TRIAL_SIDES), step: AnyStep, cell: TrialCell })),
  moves: z.array(z.object({ now: AnyStep, tried: AnyStep, cell: TrialCell })),
  regions: Groups,
  languages: Groups,
});
export type TrialResult = z.infer<typeof TrialResult>;
