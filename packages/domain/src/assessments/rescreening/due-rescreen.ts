import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import { ASSESSMENT_INFORMANTS } from '../assessment.ts';

/** Why somebody is asked again, in the order in which it is told. */
export const RESCREEN_WHYS = [
  ...['first', 'interval', 'after-step', 'age', 'school'],
  ...['before-release', 'after-release', 'move', 'put-off'],
] as const;
export type RescreenWhy = (typeof RESCREEN_WHYS)[number];

/** Why somebody is not asked now. None of them ends the calendar: each has a day until when. */
export const SKIP_REASONS = [
  ...['not-now', 'hard-time', 'away', 'not-reached', 'asked-elsewhere', 'no-fitting-form'],
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Nobody is left unasked for longer than this by one word of a colleague. */
export const MOST_SKIP_MONTHS = 6;

/** A questionnaire and who answers it about the person. */
export const AskedAgain = z.object({
  form: z.string(),
  informant: z.enum(ASSESSMENT_INFORMANTS),
});
export type AskedAgain = z.infer<typeof AskedAgain>;

/** One sitting that is to come or is overdue. */
export const DueRescreen = z.object({
  personId: Id,
  dueFrom: DateOnly,
  dueBy: DateOnly,
  why: z.array(z.enum(RESCREEN_WHYS)),
  forms: z.array(AskedAgain),
  /** A birthday lies before it at which consent is asked anew: without that nobody is asked. */
  asksConsent: z.boolean(),
});
export type DueRescreen = z.infer<typeof DueRescreen>;

/** A sitting that was put off: which one, why, and until when. */
export const RescreenSkip = z.object({
  id: Id,
  personId: Id,
  /** The last day of the sitting that was looked at. */
  dueBy: DateOnly,
  until: DateOnly,
  reason: z.enum(SKIP_REASONS),
  recordedOn: DateOnly,
});
export type RescreenSkip = z.infer<typeof RescreenSkip>;

export const RESCREEN_STANDINGS = ['overdue', 'due', 'soon', 'later'] as const;
export type RescreenStanding = (typeof RESCREEN_STANDINGS)[number];

/** So many days before its first day a sitting is told of as near. */
export const SOON_DAYS = 30;
