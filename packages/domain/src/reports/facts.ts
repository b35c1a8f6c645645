import type { Answers, Score } from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import type { ThemeFacts } from './themes/theme-facts.ts';

/**
 * What a report is made from: typed rows, loaded once for one wave. No identities: a response is an
 * opaque id, the language it was given in and the day it arrived.
 */
export type WaveFacts = {
  readonly wave: {
    readonly id: string;
    readonly title: Readonly<Record<Language, string>>;
    /** `YYYY-MM-DD`; null while it has no such end. */
    readonly opensOn: string | null;
    readonly closesOn: string | null;
    readonly languages: readonly Language[];
    readonly forms: ReadonlyArray<{ readonly code: string; readonly version: string }>;
    /** Invented answers: every page of the report says so. */
    readonly isSynthetic: boolean;
  };
  readonly flow: ResponseFlow;
  readonly responses: readonly WaveResponse[];
  /** The wave before, where the same people can be found in it; absent where nobody can be. */
  readonly before?: EarlierWave;
  /** All earlier waves of the same people, the first one first and `before` last; absent where there are fewer than two. */
  readonly waves?: readonly EarlierWave[];
  /** What was said in workshops and interviews held beside the wave; absent where there were none. */
  readonly themes?: ThemeFacts;
};

/** What the people of a wave had answered another time, without any mark by which to find them. */
export type EarlierWave = {
  /** `YYYY-MM-DD` */
  readonly closesOn: string | null;
  /** How many answered then, those who did not come back included. */
  readonly responses: number;
  /** At the place of each response of this wave, her scores of then; null where she did not answer. */
  readonly scores: ReadonlyArray<readonly ResponseScore[] | null>;
};

/** How many people passed each step; null where the way of asking leaves no trace of it. */
export type ResponseFlow = {
  readonly invited: number | null;
  readonly opened: number | null;
  readonly consented: number | null;
  readonly completed: number | null;
};

export type WaveResponse = {
  readonly id: string;
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly receivedOn: string;
  /** By form code, as the engine's `complete` leaves them. */
  readonly answers: Readonly<Record<string, Answers>>;
  readonly scores: readonly ResponseScore[];
};

/** One score as it was stored when the answers arrived, with the form it belongs to. */
export type ResponseScore = Score & { readonly form: string };
