import type { Language } from '../../text/index.ts';
import type { Pair } from './agreement.ts';
import type { ThemeId } from './codebook.ts';
import { finalThemes, type Passes, type Settled } from './final-themes.ts';
import type { NoteKind, Speaker } from './note.ts';
import type { Quote } from './quote.ts';

/** An excerpt that everybody who was to code it has coded. */
export type CodedExcerpt = {
  readonly id: string;
  readonly note: string;
  readonly speaker: Speaker;
  readonly passes: Passes;
  readonly settled: readonly Settled[];
};

/** What notes of workshops and interviews add to the report of a wave. */
export type ThemeFacts = {
  /** In one order, so that the same facts have one fingerprint. */
  readonly excerpts: readonly CodedExcerpt[];
  /** Notes whose coding is not finished; nothing of them is counted. */
  readonly waiting: number;
  /** Those that a second person has cleared and nobody has taken back. */
  readonly quotes: readonly ClearedQuote[];
};

export type ClearedQuote = Pick<Quote, 'id' | 'words' | 'consent' | 'reach'> & {
  readonly speaker: Speaker;
  readonly kind: NoteKind;
  readonly language: Language;
};

/** An excerpt as the report counts it. */
export type CountedExcerpt = {
  readonly note: string;
  readonly speaker: Speaker;
  readonly themes: readonly ThemeId[];
};

export function countedExcerpts({ excerpts }: ThemeFacts): CountedExcerpt[] {
  return excerpts.map(({ note, speaker, passes, settled }) => ({
    note,
    speaker,
    themes: finalThemes(passes, settled).themes,
  }));
}

/** The excerpts that two people coded, as both of them did before anything was settled. */
export function pairsOf({ excerpts }: Pick<ThemeFacts, 'excerpts'>): (Pair & { note: string })[] {
  return excerpts.flatMap(({ note, passes: [first, second] }) =>
    second ? [{ note, first, second }] : [],
  );
}

export function isUnsettled({ passes, settled }: CodedExcerpt): boolean {
  return finalThemes(passes, settled).open.length > 0;
}

export const notesOf = (excerpts: ReadonlyArray<{ readonly note: string }>): number =>
  new Set(excerpts.map(({ note }) => note)).size;
