import { type ConsentEntry, inOrderOfSaying } from './decision.ts';
import { topicKey } from './purposes.ts';
import { type ConsentState, standingConsents } from './standing-consents.ts';

/** What was said of one record of a person. `mergedAt`: since when another stands for it; null for the one that stands. */
export interface RecordHistory<Entry extends ConsentEntry> {
  readonly mergedAt: string | null;
  readonly entries: readonly Entry[];
}

/** From what allows to what forbids most plainly. */
const STRICTNESS: readonly ConsentState[] = [
  'not-asked',
  'stands',
  'incomplete',
  'lapsed',
  'declined',
  'withdrawn',
];

/**
 * The words that count of somebody whom several records tell of. Each topic is judged record by record and the words of the
 * strictest count; once something was said about a topic since they are one, only what the standing record holds. The database
 * decides the same (`consent_allows`).
 */
export function historyAsOne<Entry extends ConsentEntry>(
  records: readonly RecordHistory<Entry>[],
  today: string,
): Entry[] {
  const [only, ...others] = records;
  if (!only) return [];
  if (others.length === 0) return [...only.entries];
  const standing = records
    .filter(({ mergedAt }) => mergedAt === null)
    .flatMap((each) => each.entries);
  const topics = new Set(records.flatMap(({ entries }) => entries.map(topicKey)));
  return [...topics].flatMap((topic) => {
    const ofTopic = (entries: readonly Entry[]) =>
      entries.filter((entry) => topicKey(entry) === topic);
    const anew = ofTopic(standing);
    return records
      .filter(
        ({ mergedAt }) =>
          mergedAt === null || !anew.some(({ recordedAt }) => recordedAt > mergedAt),
      )
      .map(({ entries }) => ofTopic(entries))
      .filter((entries) => entries.length > 0)
      .reduce((strictest, next) =>
        strictnessOf(next, today) > strictnessOf(strictest, today) ? next : strictest,
      );
  });
}

function strictnessOf(entries: readonly ConsentEntry[], today: string): number {
  const [first] = inOrderOfSaying(entries);
  if (!first) return 0;
  const states = standingConsents(entries, today);
  const state = states.find((each) => topicKey(each) === topicKey(first))?.state ?? 'not-asked';
  return STRICTNESS.indexOf(state);
}
