import * as z from 'zod/mini';
import { type Contract, endpoint, Id, Instant } from '../../contract.ts';
import { Excerpt, MOST_EXCERPTS, NoteHead, SPEAKERS, Theme } from './note.ts';
import { QUOTE_CONSENTS, QUOTE_REACHES, Quote } from './quote.ts';

const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Count = z.int().check(z.nonnegative());
const Themes = z.array(Theme).check(z.maxLength(Theme.options.length));

/** One person's way through a note. What she found stays hers alone until everybody has finished. */
export const Coding = z.strictObject({
  id: Id,
  coderId: Id,
  coderName: z.string(),
  place: z.union([z.literal(1), z.literal(2)]),
  startedAt: Instant,
  endedAt: z.nullable(Instant),
});
export type Coding = z.infer<typeof Coding>;

export const Note = z.strictObject({
  ...NoteHead.shape,
  id: Id,
  waveId: Id,
  addedByName: z.string(),
  addedAt: Instant,
  excerpts: Count,
  codings: z.array(Coding),
  /** Everybody who was to code it has finished. */
  isCoded: z.boolean(),
  /** Codes on which two people differed, and how many of them are settled; none before it is coded. */
  differences: Count,
  settled: Count,
  /** Taken back: nobody reads its words or codes any more, and no new report has them. */
  withdrawal: z.nullable(z.strictObject({ at: Instant, byName: z.string(), reason: z.string() })),
});
export type Note = z.infer<typeof Note>;

export const Settlement = z.strictObject({
  id: Id,
  theme: Theme,
  isGiven: z.boolean(),
  reason: z.string(),
  settledBy: Id,
  settledByName: z.string(),
  settledAt: Instant,
});
export type Settlement = z.infer<typeof Settlement>;

/** An excerpt with what the reader may know of its coding. */
export const ReadExcerpt = z.strictObject({
  ...Excerpt.shape,
  /** The reader's own themes, null where she has not said; by coding, others' only of a note that is coded. */
  marks: z.array(z.strictObject({ codingId: Id, themes: Themes })),
  /** The one that holds, of each theme. */
  settlements: z.array(Settlement),
  quotes: z.array(Quote),
});
export type ReadExcerpt = z.infer<typeof ReadExcerpt>;

const AgreementFigures = {
  n: Count,
  first: Count,
  second: Count,
  both: Count,
  percent: z.nullable(z.number()),
  kappa: z.nullable(
    z.strictObject({
      value: z.number(),
      interval: z.nullable(
        z.strictObject({ low: z.number(), high: z.number(), level: z.number() }),
      ),
    }),
  ),
  alpha: z.nullable(z.number()),
};

/** A theme that one of two coders gave an excerpt and the other did not. */
export const Difference = z.strictObject({
  noteId: Id,
  noteTitle: z.string(),
  excerptId: Id,
  speaker: z.enum(SPEAKERS),
  text: z.string(),
  theme: Theme,
  givenBy: z.string(),
  notGivenBy: z.string(),
  settlement: z.nullable(Settlement),
});
export type Difference = z.infer<typeof Difference>;

export const QuoteInNote = z.strictObject({
  ...Quote.shape,
  noteId: Id,
  noteTitle: z.string(),
  speaker: z.enum(SPEAKERS),
  /** The excerpt as it stands in the note. */
  text: z.string(),
});
export type QuoteInNote = z.infer<typeof QuoteInNote>;

/**
 * What was said in workshops and interviews, divided into excerpts and coded with the themes of the codebook. Of a note that
 * two people code, neither sees what the other found until both have finished; the database itself keeps that wall.
 */
export const themesContract = {
  listThemeNotes: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/theme-notes',
    permission: 'theme.read',
    input: z.object({ waveId: Id }),
    output: z.object({ notes: z.array(Note) }),
    audit: 'none',
  }),
  /** Notes are read from their file and divided where they are: what was taken out before sending was never here. */
  addThemeNote: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/waves/:waveId/theme-notes',
    permission: 'theme.code',
    input: z.object({
      id: Id,
      waveId: Id,
      head: NoteHead,
      excerpts: z.array(Excerpt).check(z.minLength(1), z.maxLength(MOST_EXCERPTS)),
    }),
    output: Note,
    audit: 'write',
    maxBytes: 4 * 1024 * 1024,
  }),
  getThemeNote: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/theme-notes/:noteId',
    permission: 'theme.read',
    input: z.object({ noteId: Id }),
    output: z.object({ note: Note, excerpts: z.array(ReadExcerpt) }),
    audit: 'read',
  }),
  /**
   * A speaker no longer agrees, or the note should not be there: its excerpts, codes and quotations are gone from here and from
   * reports to come. `theme-note-withdrawn` when it was taken back already.
   */
  withdrawThemeNote: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-notes/:noteId/withdrawal',
    permission: 'theme.settle',
    input: z.object({ id: Id, noteId: Id, reason: Reason }),
    output: Note,
    audit: 'write',
  }),
  /** `theme-coders-full` when as many as were wanted code it already; `theme-coding-begun` for whoever is one of them. */
  startThemeCoding: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-notes/:noteId/codings',
    permission: 'theme.code',
    input: z.object({ id: Id, noteId: Id }),
    output: Coding,
    audit: 'write',
  }),
  /** The themes of an excerpt as its coder sees them, all of them each time; none is an answer too. `theme-coding-ended` when it is too late. */
  markExcerpt: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-codings/:codingId/marks',
    permission: 'theme.code',
    input: z.object({ id: Id, codingId: Id, excerptId: Id, themes: Themes }),
    output: z.object({ excerptId: Id, themes: Themes }),
    audit: 'write',
    perMinute: 300,
  }),
  /** `theme-excerpts-left` while some are not coded. Nothing can be changed afterwards. */
  endThemeCoding: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-codings/:codingId/end',
    permission: 'theme.code',
    input: z.object({ id: Id, codingId: Id }),
    output: Coding,
    audit: 'write',
  }),
  /** How far two coders agreed over all notes of a wave that are coded, and on what they did not. */
  getThemeAgreement: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/theme-agreement',
    permission: 'theme.read',
    input: z.object({ waveId: Id }),
    output: z.object({
      notes: Count,
      excerpts: Count,
      themes: z.array(z.strictObject({ theme: Theme, ...AgreementFigures })),
      pooled: z.strictObject(AgreementFigures),
      differences: z.array(Difference),
    }),
    audit: 'read',
  }),
  /** `theme-not-different` where both coders agreed; `changed-meanwhile` when somebody has settled it since `basedOn` was read. */
  settleTheme: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-excerpts/:excerptId/settlements',
    permission: 'theme.settle',
    input: z.object({
      id: Id,
      excerptId: Id,
      theme: Theme,
      isGiven: z.boolean(),
      reason: Reason,
      basedOn: z.nullable(Id),
    }),
    output: Settlement,
    audit: 'write',
  }),
  listThemeQuotes: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/theme-quotes',
    permission: 'theme.read',
    input: z.object({ waveId: Id }),
    output: z.object({ quotes: z.array(QuoteInNote) }),
    audit: 'read',
  }),
  /** Says that the speaker agreed to be quoted, and in which words. */
  proposeQuote: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-excerpts/:excerptId/quotes',
    permission: 'theme.code',
    input: z.object({
      id: Id,
      excerptId: Id,
      words: Quote.shape.words,
      consent: z.enum(QUOTE_CONSENTS),
      reach: z.enum(QUOTE_REACHES),
    }),
    output: Quote,
    audit: 'write',
  }),
  /** `quote-own` for whoever proposed it, `quote-decided` when it is too late. */
  decideQuote: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-quotes/:quoteId/decision',
    permission: 'theme.settle',
    input: z.discriminatedUnion('decision', [
      z.object({ id: Id, quoteId: Id, decision: z.literal('cleared') }),
      z.object({ id: Id, quoteId: Id, decision: z.literal('refused'), reason: Reason }),
    ]),
    output: Quote,
    audit: 'write',
  }),
  /** The speaker has taken back what she agreed to; `quote-not-cleared` when no report could have it anyway. */
  withdrawQuote: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/theme-quotes/:quoteId/withdrawal',
    permission: 'theme.code',
    input: z.object({ id: Id, quoteId: Id, reason: Reason }),
    output: Quote,
    audit: 'write',
  }),
} as const satisfies Contract;
