import * as z from 'zod/mini';

/**
 * The steps of care, the lightest first: basic help, people alike, a trained helper, a specialist; `S1` a danger that cannot wait
 * for tomorrow, `S0` one that cannot wait for the next hour.
 */
export const STEPS = ['1', '2', '3', '4', 'S1', 'S0'] as const;
export const Step = z.enum(STEPS);
export type Step = z.infer<typeof Step>;

/** How heavy a step is: 1 to 4 as they are called, 5 and 6 for the two of safety. */
export const weightOf = (step: Step): number => STEPS.indexOf(step) + 1;

/** The heaviest step of care that is no emergency, and the lightest one that anybody who was in care comes down to. */
export const HEAVIEST_CARE = 4;
export const LIGHTEST_AFTER_CARE = 2;

/** The step of care of a weight from 1 to 4. */
export const careStep = (weight: number): Step => STEPS[weight - 1] ?? '1';

/** What can be offered, in words of a closed list. */
export const OFFERS = [
  ...['stay-beside', 'means-away', 'emergency-help', 'call-supervisor'],
  ...['brief-safety-talk', 'open-protection'],
  ...['specialist-evaluation', 'psychotherapy', 'medication'],
  ...['problem-management', 'problem-management-group', 'youth-group'],
  ...['peer-meetings', 'support-group', 'self-care-talk'],
  ...['basic-help', 'papers-help', 'case-conference'],
] as const;
export const Offer = z.enum(OFFERS);
export type Offer = z.infer<typeof Offer>;

/** What only somebody with a licence gives; everybody else refers to them. */
export const LICENSED_OFFERS: ReadonlySet<Offer> = new Set([
  'specialist-evaluation',
  'psychotherapy',
  'medication',
]);

/**
 * What a provider may do. Centres of psychological support give psychological and methodical help but neither licensed
 * psychotherapy nor medical psychology (Kazakhstan, order 264 of 24 November 2025).
 */
export const SCOPES = ['support-centre', 'licensed'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whether a provider of a scope may give something by itself. */
export const mayGive = (scope: Scope, offer: Offer): boolean =>
  scope === 'licensed' || !LICENSED_OFFERS.has(offer);

/** Who has to act. */
export const ACTING = [
  ...['practitioner', 'supervisor', 'specialist', 'trained-helper', 'peer-provider'],
  ...['social-services'],
] as const;
export const Acting = z.enum(ACTING);
export type Acting = z.infer<typeof Acting>;
