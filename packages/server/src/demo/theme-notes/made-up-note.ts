import type { NoteHead, QuoteReach, Speaker, ThemeId } from '@tirek/domain/reports/themes';

/** One point of a made-up note, with what Dana and Timur found in it; Timur only where two people code. */
export interface MadeUpPoint {
  readonly speaker: Speaker;
  readonly text: string;
  readonly dana: readonly ThemeId[];
  readonly timur?: readonly ThemeId[];
  /** Proposed by Dana, cleared by Timur unless it waits. */
  readonly quote?: { readonly words: string; readonly reach: QuoteReach; readonly waits?: true };
  /** What Dana decided where they differ; without it the difference is still open. */
  readonly settled?: {
    readonly theme: ThemeId;
    readonly isGiven: boolean;
    readonly reason: string;
  };
}

/** Nobody has said any of this: every sentence was made up for the demonstration. */
export interface MadeUpNote {
  readonly name: string;
  readonly head: NoteHead;
  /** How far its coding is. */
  readonly coded: 'by-all' | 'not-begun';
  readonly points: readonly MadeUpPoint[];
}
