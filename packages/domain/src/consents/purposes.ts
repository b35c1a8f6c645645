import * as z from 'zod/mini';

/**
 * What somebody is asked to agree to, each apart. Calls and messages are two: on a shared telephone a call is answered by
 * whom it is for, a message is read by whoever holds the phone.
 */
export const CONSENT_PURPOSES = [
  'service',
  'screening',
  'referral',
  'conference',
  'contact-phone',
  'contact-messenger',
  'research',
  'aggregate-reporting',
] as const;
export const ConsentPurpose = z.enum(CONSENT_PURPOSES);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** A purpose and, of a referral, the body it goes to: each receiver is agreed to by itself. */
export interface ConsentTopic {
  readonly purpose: ConsentPurpose;
  readonly receiverId: string | null;
}

/** Whether a purpose is agreed to for each receiver by itself. */
export const hasReceiver = (purpose: ConsentPurpose): boolean => purpose === 'referral';

/** Purposes by which something about the person is told outside the centre that helps her. */
const LEAVES_THE_CENTRE: ReadonlySet<ConsentPurpose> = new Set([
  'referral',
  'conference',
  'research',
]);
export const leavesTheCentre = (purpose: ConsentPurpose): boolean => LEAVES_THE_CENTRE.has(purpose);

/** One word for a topic, to compare and to look up by. */
export const topicKey = ({ purpose, receiverId }: ConsentTopic): string =>
  receiverId === null ? purpose : `${purpose} ${receiverId}`;
