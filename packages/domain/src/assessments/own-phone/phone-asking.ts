import * as z from 'zod/mini';
import { Id, Instant } from '../../contract.ts';
import { type AskedPerson, type AskObstacle, askObstacles } from '../ask-obstacles.ts';

/** How long a link shows its questions. */
export const PHONE_LINK_HOURS = 72;

/**
 * Where a link stands. `opened`: she has seen the questions; what was opened in time is taken for a week longer, since the signal may be
 * away. `locked`: five wrong codes. `taken-back`: by a colleague, or with the consent. The database says the same
 * (`phone_asking_state`).
 */
export const PHONE_STATES = [
  ...(['waiting', 'opened', 'answered', 'expired', 'locked', 'taken-back'] as const),
];
export type PhoneState = (typeof PHONE_STATES)[number];

/** Whether she may still answer. */
export const isPhoneOpen = (state: PhoneState): boolean =>
  state === 'waiting' || state === 'opened';

export const PhoneAsking = z.object({
  id: Id,
  personId: Id,
  formCode: z.string(),
  formVersion: z.string(),
  askedAt: Instant,
  expiresAt: Instant,
  state: z.enum(PHONE_STATES),
  triesLeft: z.int(),
  /** When it was answered or taken back. */
  endedAt: z.nullable(Instant),
  assessmentId: z.nullable(Id),
});
export type PhoneAsking = z.infer<typeof PhoneAsking>;

type Asking = Omit<Parameters<typeof askObstacles>[2], 'informant'>;

/** What stands between a person and a questionnaire on her own phone: as for every other way, and nobody would be with her. */
export function phoneObstacles(
  form: Parameters<typeof askObstacles>[0],
  person: AskedPerson,
  asking: Asking,
): (AskObstacle | 'assessment-attended')[] {
  const found = askObstacles(form, person, { ...asking, informant: 'self' });
  return form.pkg.attended ? ['assessment-attended', ...found] : found;
}

/**
 * When she answered, as far as it can be trusted: a clock that runs ahead or has lost its battery tells nothing from before the link was
 * there, nor from after the answers have arrived.
 */
export function answeredWithin(
  told: string,
  { askedAt, now }: { readonly askedAt: string; readonly now: string },
): string {
  const at = Date.parse(told);
  if (Number.isNaN(at) || at > Date.parse(now)) return now;
  return at < Date.parse(askedAt) ? askedAt : new Date(at).toISOString();
}
