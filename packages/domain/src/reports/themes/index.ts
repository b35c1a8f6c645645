export {
  type Agreement,
  agreementByTheme,
  type Pair,
  pooledAgreement,
  type ThemeAgreement,
} from './agreement.ts';
export {
  CODEBOOK_VERSION,
  GOALS,
  type Goal,
  goalOf,
  inCodebookOrder,
  THEMES,
  type ThemeId,
  themesOf,
} from './codebook.ts';
export {
  Coding,
  Difference,
  Note,
  QuoteInNote,
  ReadExcerpt,
  Settlement,
  themesContract,
} from './contract.ts';
export { divideNotes, type Point, speakerNamed } from './divide-notes.ts';
export { differences, finalThemes, type Passes, type Settled } from './final-themes.ts';
export { isCutOf } from './is-cut-of.ts';
export {
  Excerpt,
  LONGEST_EXCERPT,
  MOST_EXCERPTS,
  NOTE_KINDS,
  NOTE_PLACES,
  NoteHead,
  type NoteKind,
  SPEAKERS,
  type Speaker,
} from './note.ts';
export { mayQuote, QUOTE_CONSENTS, QUOTE_REACHES, Quote, type QuoteReach } from './quote.ts';
export { spotTraces, type Trace } from './spot-traces.ts';
export { type Suggestion, suggestThemes } from './suggest-themes.ts';
export { type ThemeTexts, themeTexts } from './texts.ts';
export type { ClearedQuote, CodedExcerpt, ThemeFacts } from './theme-facts.ts';
