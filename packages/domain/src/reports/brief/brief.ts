import * as z from 'zod/mini';
import { LANGUAGES } from '../../text/index.ts';
import { BoundNumber, Figure, Paragraph, REPORT_AUDIENCES } from '../report.ts';

/** `brief`: two pages for a ministry. `region-sheet`: one page on one kind of place against the whole. */
export const BRIEF_KINDS = ['brief', 'region-sheet'] as const;
export type BriefKind = (typeof BRIEF_KINDS)[number];

/** Pages of A4 that a brief fills, never more. */
export const BRIEF_PAGES: Readonly<Record<BriefKind, number>> = { brief: 2, 'region-sheet': 1 };

/** A number in large letters, with what it counts, of whom, and how exact it is. */
export const Headline = z.strictObject({
  id: z.string(),
  number: BoundNumber,
  label: z.string(),
  base: z.string(),
  /** Null where the number is a plain count. */
  interval: z.nullable(z.string()),
});
export type Headline = z.infer<typeof Headline>;

/** Something to be done, by whom, and the number that speaks for it. */
export const BriefAction = z.strictObject({
  id: z.string(),
  action: z.string(),
  body: z.string(),
  why: Paragraph,
});
export type BriefAction = z.infer<typeof BriefAction>;

/** One scale, here against all. */
export const Comparison = z.strictObject({
  id: z.string(),
  label: z.string(),
  here: z.string(),
  n: z.string(),
  all: z.string(),
});
export type Comparison = z.infer<typeof Comparison>;

const Titled = { title: z.string() };

/** A finished brief in one language, read from a report: it holds no number that the report does not tell. */
export const Brief = z.strictObject({
  format: z.literal('tirek-brief'),
  version: z.literal(1),
  kind: z.enum(BRIEF_KINDS),
  language: z.enum(LANGUAGES),
  audience: z.enum(REPORT_AUDIENCES),
  kicker: z.string(),
  title: z.string(),
  subtitle: z.string(),
  banners: z.array(z.string()),
  headlines: z.strictObject({ ...Titled, numbers: z.array(Headline) }),
  findings: z.strictObject({ ...Titled, sentences: z.array(Paragraph) }),
  /** Only on a region sheet that may tell scores. */
  comparison: z.nullable(
    z.strictObject({
      ...Titled,
      head: z.array(z.string()),
      rows: z.array(Comparison),
      note: z.string(),
    }),
  ),
  /** Two at most. */
  figures: z.array(Figure),
  unknown: z.strictObject({ ...Titled, sentences: z.array(Paragraph) }),
  actions: z.strictObject({
    ...Titled,
    head: z.array(z.string()),
    rows: z.array(BriefAction),
    note: z.string(),
  }),
  /** That a screen is not a diagnosis. */
  screen: z.string(),
  receipt: z.string(),
});
export type Brief = z.infer<typeof Brief>;
