import type { WaveFacts } from '../facts.ts';

/**
 * A wave of the same panel of which outsiders have been told already. Who took part in which wave is known around the people:
 * a card lies on a table, a colleague drove somebody there, a sister stayed away.
 */
export type OtherWave = {
  /** Number of the release that told of it. */
  readonly release: number;
  readonly audience: 'network' | 'public';
  /** Its answers, of those only whom the release told of. */
  readonly facts: WaveFacts;
  /** Ids of the tables that were released. */
  readonly tables: readonly string[];
  /** Answers that the release told of and that were taken back since; null where others came instead, so that nobody can say. */
  readonly erased: number | null;
  /** Ids of the responses of those who are in both reports: of then, and of now. */
  readonly pairs: ReadonlyArray<readonly [then: string, now: string]>;
};
