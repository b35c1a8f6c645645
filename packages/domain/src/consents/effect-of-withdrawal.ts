import { type ConsentEntry, type ConsentParty, inOrderOfSaying } from './decision.ts';
import { type ConsentPurpose, type ConsentTopic, topicKey } from './purposes.ts';
import { standingConsents } from './standing-consents.ts';

/** What ends the moment a consent is withdrawn. */
export const CONSENT_STOPS = [
  'new-entries',
  'new-screenings',
  'rescreening-reminders',
  'sending-to-receiver',
  'receiver-access',
  'presenting',
  'new-research-answers',
  'use-in-new-analyses',
  'calls',
  'messages',
  'counting-in-new-reports',
] as const;
export type ConsentStop = (typeof CONSENT_STOPS)[number];

/** What stays all the same; each has its reason in the catalogue under the same word. */
export const CONSENT_REMAINDERS = [
  'help',
  'urgent-help',
  'record-so-far',
  'scores-so-far',
  'what-receiver-has',
  'recommendations-made',
  'published-totals',
  'letters-and-visits',
  'log-and-consents',
] as const;
export type ConsentRemainder = (typeof CONSENT_REMAINDERS)[number];

const STOPS: Readonly<Record<ConsentPurpose, readonly ConsentStop[]>> = {
  service: ['new-entries'],
  screening: ['new-screenings', 'rescreening-reminders'],
  referral: ['sending-to-receiver', 'receiver-access'],
  conference: ['presenting'],
  'contact-phone': ['calls'],
  'contact-messenger': ['messages'],
  research: ['new-research-answers', 'use-in-new-analyses'],
  'aggregate-reporting': ['counting-in-new-reports'],
};

const REMAINS: Readonly<Record<ConsentPurpose, readonly ConsentRemainder[]>> = {
  service: ['urgent-help', 'record-so-far'],
  screening: ['scores-so-far'],
  referral: ['what-receiver-has'],
  conference: ['recommendations-made'],
  'contact-phone': ['letters-and-visits'],
  'contact-messenger': ['letters-and-visits'],
  research: ['published-totals'],
  'aggregate-reporting': ['published-totals'],
};

export interface WithdrawalEffect {
  /** The topics that stand today and would not stand a moment later. */
  readonly topics: readonly ConsentTopic[];
  readonly stops: readonly ConsentStop[];
  /** Help is always among them: nobody loses it by taking a consent back. */
  readonly remains: readonly ConsentRemainder[];
}

/** Whose withdrawal of what: without a receiver, a referral to every receiver. */
export interface Withdrawal extends ConsentTopic {
  readonly party: ConsentParty;
}

/** What a withdrawal would do on a day, to be shown before it is confirmed. */
export function effectOfWithdrawal(
  history: readonly ConsentEntry[],
  withdrawal: Withdrawal,
  today: string,
): WithdrawalEffect {
  const { purpose } = withdrawal;
  const topics = withdrawnTopics(history, withdrawal, today);
  return {
    topics,
    stops: topics.length > 0 ? STOPS[purpose] : [],
    remains: ['help', ...REMAINS[purpose], 'log-and-consents'],
  };
}

/** The topics that stand, that the withdrawal names, and in which this party's word counts. */
function withdrawnTopics(
  history: readonly ConsentEntry[],
  { purpose, receiverId, party }: Withdrawal,
  today: string,
): ConsentTopic[] {
  const counts = (topic: ConsentTopic) =>
    lastWordOn(history, topic)?.needs.includes(party) ?? false;
  return standingConsents(history, today)
    .filter((one) => one.state === 'stands' && one.purpose === purpose)
    .filter((one) => receiverId === null || one.receiverId === receiverId)
    .map((one) => ({ purpose, receiverId: one.receiverId }))
    .filter(counts);
}

/** The last thing that anybody said about a topic, or null. */
export function lastWordOn(
  history: readonly ConsentEntry[],
  topic: ConsentTopic,
): ConsentEntry | null {
  const key = topicKey(topic);
  return inOrderOfSaying(history).findLast((entry) => topicKey(entry) === key) ?? null;
}
