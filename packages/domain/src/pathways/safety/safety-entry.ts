import * as z from 'zod/mini';
import { Id, Instant } from '../../contract.ts';
import { PROTOCOL_STEPS } from './protocol.ts';

export const CONTACT_MEANS = ['visit', 'call', 'message', 'letter', 'other'] as const;
export const CONTACT_OUTCOMES = ['reached', 'missed'] as const;
export const CLOSING_GROUNDS = [
  'danger-over',
  'in-care',
  'mistaken',
  'moved-away',
  'died',
] as const;

const Text = z.string().check(z.trim(), z.maxLength(2000));

/** What is written in words; sealed under the data key of the person it is about. */
export const SafetyWords = z.object({ text: Text });
export type SafetyWords = z.infer<typeof SafetyWords>;
/** A safety plan, in her own words as far as possible (after Stanley and Brown 2012, six parts). */
export const SafetyPlan = z.object({
  signs: Text,
  ways: Text,
  company: Text,
  helpers: Text,
  services: Text,
  home: Text,
});
export type SafetyPlan = z.infer<typeof SafetyPlan>;
export const SAFETY_PLAN_PARTS = Object.keys(SafetyPlan.def.shape) as (keyof SafetyPlan)[];

const words = z.nullable(SafetyWords);
const Acknowledged = z.object({
  kind: z.literal('acknowledged'),
  value: z.object({}),
  words,
});
const HandedOver = z.object({
  kind: z.literal('handed-over'),
  value: z.object({ to: Id }),
  words,
});
/** `reasoned`: it is not for this case, and the words say why. */
const Step = z.object({
  kind: z.literal('step'),
  value: z.object({ step: z.enum(PROTOCOL_STEPS), state: z.enum(['done', 'reasoned']) }),
  words,
});
const Plan = z.object({
  kind: z.literal('plan'),
  value: z.object({}),
  words: z.nullable(SafetyPlan),
});
const Contact = z.object({
  kind: z.literal('contact'),
  value: z.object({ means: z.enum(CONTACT_MEANS), outcome: z.enum(CONTACT_OUTCOMES) }),
  words,
});
const ClosingProposed = z.object({
  kind: z.literal('closing-proposed'),
  value: z.object({ ground: z.enum(CLOSING_GROUNDS) }),
  words,
});
const ClosingDeclined = z.object({
  kind: z.literal('closing-declined'),
  value: z.object({}),
  words,
});
const Closed = z.object({ kind: z.literal('closed'), value: z.object({}), words });
const Reopened = z.object({ kind: z.literal('reopened'), value: z.object({}), words });

/** What a colleague writes about an event she sees. */
export const SafetyEntryInput = z.discriminatedUnion('kind', [
  Acknowledged,
  HandedOver,
  Step,
  Plan,
  Contact,
  ClosingProposed,
  ClosingDeclined,
  Closed,
  Reopened,
]);
export type SafetyEntryInput = z.infer<typeof SafetyEntryInput>;

/** Written by the program: whom it asked, and how far the event had gone on then. */
const Asked = z.object({
  kind: z.literal('asked'),
  value: z.object({ to: Id, level: z.int() }),
  words: z.null(),
});

const Envelope = z.object({
  id: Id,
  /** The account; null: the program by itself. */
  recordedBy: z.nullable(Id),
  /** When it was done, as the device told, never later than `recordedAt`. */
  doneAt: Instant,
  /** When the server heard of it. */
  recordedAt: Instant,
  /** Which of two it heard first, also where both have one instant. */
  sequence: z.int(),
});

/** One entry of an event as it is kept. Nothing is overwritten. */
export const SafetyEntry = z.intersection(
  Envelope,
  z.discriminatedUnion('kind', [
    Acknowledged,
    HandedOver,
    Step,
    Plan,
    Contact,
    ClosingProposed,
    ClosingDeclined,
    Closed,
    Reopened,
    Asked,
  ]),
);
export type SafetyEntry = z.infer<typeof SafetyEntry>;
export type SafetyEntryKind = SafetyEntry['kind'];
export type SafetyEntryOf<Kind extends SafetyEntryKind> = Extract<SafetyEntry, { kind: Kind }>;
