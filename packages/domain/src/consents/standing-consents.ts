import { type ConsentEntry, type ConsentParty, inOrderOfSaying } from './decision.ts';
import { CONSENT_PURPOSES, type ConsentTopic, hasReceiver, topicKey } from './purposes.ts';

export const CONSENT_STATES = [
  'stands',
  'incomplete',
  'lapsed',
  'declined',
  'withdrawn',
  'not-asked',
] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export interface StandingConsent extends ConsentTopic {
  readonly state: ConsentState;
  /** The first day on which it stands no more, or stood no more; null: until the purpose is reached, or it does not stand. */
  readonly until: string | null;
  /** Whose word is missing, was refused or has run out. */
  readonly missing: readonly ConsentParty[];
}

/**
 * What is allowed on a day, by purpose and receiver. Each topic is judged from what was said about it and nothing else:
 * what somebody declines takes nothing away that she agreed to, screening from help least of all.
 */
export function standingConsents(
  history: readonly ConsentEntry[],
  today: string,
): StandingConsent[] {
  const said = inOrderOfSaying(history);
  const topics = new Map<string, ConsentTopic>(
    CONSENT_PURPOSES.filter((purpose) => !hasReceiver(purpose)).map((purpose) => [
      purpose,
      { purpose, receiverId: null },
    ]),
  );
  for (const { purpose, receiverId } of said) {
    const topic = { purpose, receiverId };
    topics.set(topicKey(topic), topic);
  }
  return [...topics].map(([key, topic]) => ({
    ...topic,
    ...standingOf(
      said.filter((entry) => topicKey(entry) === key),
      today,
    ),
  }));
}

/** Whether a purpose is allowed on a day. The database decides the same (`consent_allows`). */
export function isAllowed(
  history: readonly ConsentEntry[],
  topic: ConsentTopic,
  today: string,
): boolean {
  const said = inOrderOfSaying(history).filter((entry) => topicKey(entry) === topicKey(topic));
  return standingOf(said, today).state === 'stands';
}

/** The last word of all says whose word counts; then everybody's own last word decides. */
function standingOf(
  said: readonly ConsentEntry[],
  today: string,
): Omit<StandingConsent, keyof ConsentTopic> {
  const last = said.at(-1);
  if (!last) return { state: 'not-asked', until: null, missing: [] };
  const words = last.needs.map((party) => ({
    party,
    entry: said.findLast((entry) => entry.party === party),
  }));
  const isOver = ({ standsUntil }: ConsentEntry) => standsUntil !== null && standsUntil <= today;
  const missing = words
    .filter(({ entry }) => entry?.decision !== 'given' || isOver(entry))
    .map(({ party }) => party);
  const has = (decision: ConsentEntry['decision']) =>
    words.some(({ entry }) => entry?.decision === decision);
  const ends = words.flatMap(({ entry }) =>
    entry?.decision === 'given' && entry.standsUntil !== null ? [entry.standsUntil] : [],
  );
  const until = ends.toSorted()[0] ?? null;
  if (missing.length === 0) return { state: 'stands', until, missing };
  if (has('withdrawn')) return { state: 'withdrawn', until: null, missing };
  if (has('declined')) return { state: 'declined', until: null, missing };
  if (words.some(({ entry }) => entry === undefined)) {
    return { state: 'incomplete', until: null, missing };
  }
  return { state: 'lapsed', until, missing };
}
