import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../contract.ts';
import { LanguageCode } from '../people/index.ts';

/** How soon the receiver answers, as the field does it. */
export const REFERRAL_URGENCIES = ['emergency', 'urgent', 'normal'] as const;
export type ReferralUrgency = (typeof REFERRAL_URGENCIES)[number];
export const ANSWER_HOURS: Readonly<Record<ReferralUrgency, number>> = {
  emergency: 24,
  urgent: 72,
  normal: 14 * 24,
};

/**
 * Everything that a referral can tell of somebody; there is no other place for anything. `note` is the one free text. The need goes
 * always, since nobody can help without it; of her birth either the year or the age in years.
 */
export const DISCLOSED_ITEMS = [
  ...(['name', 'born', 'age', 'speaks', 'phone', 'need', 'note'] as const),
] as const;
export type DisclosedItem = (typeof DISCLOSED_ITEMS)[number];

export const LONGEST_NEED = 500;
export const LONGEST_NOTE = 1000;

/** What the referrer wrote: the need as she would say it herself, and the note; empty where there is none. */
export const ReferralWords = z.object({
  need: z.string().check(z.trim(), z.minLength(3), z.maxLength(LONGEST_NEED)),
  note: z.string().check(z.trim(), z.maxLength(LONGEST_NOTE)),
});
export type ReferralWords = z.infer<typeof ReferralWords>;

const items = z.array(z.enum(DISCLOSED_ITEMS)).check(
  z.minLength(1),
  z.maxLength(DISCLOSED_ITEMS.length),
  z.refine((all) => new Set(all).size === all.length),
  z.refine((all) => all.includes('need')),
  z.refine((all) => !(all.includes('born') && all.includes('age'))),
);

const terms = {
  serviceId: Id,
  /** To whom it goes and about whom the consent is: the provider, or the account of a specialist who signs in here. */
  receiverId: Id,
  urgency: z.enum(REFERRAL_URGENCIES),
  items,
  /** In which language she is best spoken to. */
  speaks: LanguageCode,
  /** The need of the family's case and the proposed step that it comes from. */
  needId: z.nullable(Id),
  proposalId: z.nullable(Id),
  /** The one in whose place it is made. */
  insteadOf: z.nullable(Id),
};

/** A referral as it is written down, before anything leaves the house. */
export const ReferralInput = z.object({ ...terms, words: ReferralWords });
export type ReferralInput = z.infer<typeof ReferralInput>;

/** The same as it is kept; it never changes, what happens to it are events. */
export const Referral = z.object({
  id: Id,
  personId: Id,
  ...terms,
  /** True where the receiver signs in here, false where a link goes to the provider. */
  isToAccount: z.boolean(),
  /** Null where they were erased, or the reader may not open them. */
  words: z.nullable(ReferralWords),
  madeBy: Id,
  madeAt: Instant,
  madeOn: DateOnly,
});
export type Referral = z.infer<typeof Referral>;
