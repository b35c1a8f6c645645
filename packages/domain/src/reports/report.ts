import * as z from 'zod/mini';
import { LANGUAGES } from '../text/index.ts';

export { HIDDEN, isHidden } from './hidden-cell.ts';

const Id = z.string().check(z.minLength(1));
const Count = z.int().check(z.nonnegative());
const Percent = z.number().check(z.gte(0), z.lte(100.000001));

/**
 * Whom the numbers are about: `n` of `cases` units have a value. Every table, figure and row
 * carries it, so that no percentage travels without its denominator.
 */
export const Base = z.strictObject({ unit: z.string(), cases: Count, n: Count });
export type Base = z.infer<typeof Base>;

export const Interval = z.strictObject({ low: z.number(), high: z.number(), level: z.number() });
export type Interval = z.infer<typeof Interval>;

/** A count with its share of the row's base; the share is null when the base is empty. */
export const Share = z.strictObject({ count: Count, percent: z.nullable(Percent) });
export type Share = z.infer<typeof Share>;

/** A number that is there and not told, so that no small group can be recognised. */
export const Hidden = z.strictObject({ hidden: z.literal(true) });
export type Hidden = z.infer<typeof Hidden>;

export const Cell = z.union([z.null(), z.number(), z.string(), Interval, Share, Hidden]);
export type Cell = z.infer<typeof Cell>;

export const ColumnKind = z.enum([
  'count',
  'percent',
  'number',
  'text',
  'interval',
  'percent-interval',
  'share',
  /** From 0 to 1; shown to its decimals, and as "less than" where it is smaller than they can say. */
  'p-value',
  /** A phrase or sentence, which may break into lines. */
  'words',
]);

export const Column = z.strictObject({
  id: Id,
  label: z.string(),
  kind: ColumnKind,
  /** Digits after the decimal sign when shown; the value itself is not rounded. */
  decimals: Count,
  /** Drawn as a bar behind the number (percent only). */
  bar: z.optional(z.boolean()),
  footnote: z.optional(z.string()),
});
export type Column = z.infer<typeof Column>;

export const Row = z.strictObject({
  id: Id,
  label: z.string(),
  /** The full question behind a short label. */
  detail: z.optional(z.string()),
  /** `missing` rows lie outside the base of valid percentages; `nested` ones inside the row above. */
  role: z.enum(['category', 'missing', 'total', 'nested']),
  /** Cases that the row's percentages and means are computed from. */
  n: Count,
  cells: z.array(Cell),
});
export type Row = z.infer<typeof Row>;

/** What stands behind every number of a table, for whoever wants to find it again. */
export const Receipt = z.strictObject({
  /** What is counted or estimated, of whom. */
  definition: z.string(),
  /** By which rule or method. */
  rule: z.string(),
  /** Versions of the form and of the report. */
  version: z.string(),
  /** SHA-256 of the answers it was made from; in reports that were planned for a release. */
  snapshot: z.optional(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;

export const Table = z.strictObject({
  kind: z.literal('table'),
  id: Id,
  number: Count,
  title: z.string(),
  base: Base,
  /** Head of the first column, which holds the labels of the rows. */
  rowHead: z.string(),
  columns: z.array(Column),
  rows: z.array(Row),
  notes: z.array(z.string()),
  /** Reports made before receipts existed have none. */
  receipt: z.optional(Receipt),
});
export type Table = z.infer<typeof Table>;

/** A table before its place in the report is known. */
export type TableDraft = Omit<Table, 'number'>;

/** Answers of a scale's items, the unfavourable ones to the left of zero. */
export const DivergingBars = z.strictObject({
  type: z.literal('diverging-bars'),
  /** From the most unfavourable to the most favourable. */
  categories: z.array(
    z.strictObject({
      id: Id,
      label: z.string(),
      side: z.enum(['unfavourable', 'neutral', 'favourable']),
    }),
  ),
  rows: z.array(
    z.strictObject({
      id: Id,
      label: z.string(),
      n: Count,
      /** Of `n`, in the order of the categories. */
      percents: z.array(Percent),
    }),
  ),
  /** Head of the column of unfavourable shares. */
  sideLabel: z.string(),
});
export type DivergingBars = z.infer<typeof DivergingBars>;

/** Percentages with their intervals. */
export const Dots = z.strictObject({
  type: z.literal('dots'),
  axisLabel: z.string(),
  rows: z.array(
    z.strictObject({
      id: Id,
      label: z.string(),
      n: Count,
      percent: Percent,
      low: Percent,
      high: Percent,
    }),
  ),
});
export type Dots = z.infer<typeof Dots>;

/** Counts side by side: `histogram` of numbers in their order, or `ranking` of named things. */
export const Bars = z.strictObject({
  type: z.literal('bars'),
  layout: z.enum(['histogram', 'ranking']),
  axisLabel: z.string(),
  /** Names of the tones that the rows use; empty when all are alike. */
  tones: z.array(
    z.strictObject({
      id: Id,
      label: z.string(),
      /** 0 asks for no attention; the highest of the chart for most. */
      rank: Count,
    }),
  ),
  rows: z.array(
    z.strictObject({
      id: Id,
      label: z.string(),
      n: Count,
      count: Count,
      percent: z.nullable(Percent),
      tone: z.optional(Id),
    }),
  ),
});
export type Bars = z.infer<typeof Bars>;

export const Chart = z.discriminatedUnion('type', [DivergingBars, Dots, Bars]);
export type Chart = z.infer<typeof Chart>;

export const Figure = z.strictObject({
  kind: z.literal('figure'),
  id: Id,
  number: Count,
  title: z.string(),
  /** The same in words, for those who cannot see it. */
  description: z.string(),
  base: Base,
  chart: Chart,
  notes: z.array(z.string()),
});
export type Figure = z.infer<typeof Figure>;

/** A figure before its place in the report is known. */
export type FigureDraft = Omit<Figure, 'number'>;

/** The cell that a number in a sentence was read from. */
export const CellReference = z.strictObject({
  table: Id,
  row: Id,
  /** Null for the row's own base, its `n`. */
  column: z.nullable(Id),
});
export type CellReference = z.infer<typeof CellReference>;

/** A number in a sentence, exactly as its cell shows it. */
export const BoundNumber = z.strictObject({ text: z.string(), cell: CellReference });
export type BoundNumber = z.infer<typeof BoundNumber>;

export const Paragraph = z.strictObject({
  kind: z.literal('paragraph'),
  id: Id,
  text: z.string(),
  /** The same text in pieces, where it was made from results: words, and numbers with their cells. */
  parts: z.optional(z.array(z.union([z.string(), BoundNumber]))),
});
export type Paragraph = z.infer<typeof Paragraph>;

export const Section = z.strictObject({
  id: Id,
  title: z.string(),
  blocks: z.array(z.discriminatedUnion('kind', [Table, Figure, Paragraph])),
});
export type Section = z.infer<typeof Section>;

/** A work as the report cites it, and the tag of the language it is in, which is not the report's. */
export const Citation = z.strictObject({ text: z.string().check(z.minLength(1)), language: Id });
export type Citation = z.infer<typeof Citation>;

/** Version of the published shape; a change that would break a reader raises it. 2: hidden cells, the audience. */
export const REPORT_VERSION = 2;

/** Whom a report is for: the programme's own analysts see exact numbers, all others protected ones. */
export const REPORT_AUDIENCES = ['internal', 'network', 'public'] as const;
export type ReportAudience = (typeof REPORT_AUDIENCES)[number];

/** A finished report in one language: texts are resolved, numbers are not rounded. */
export const Report = z.strictObject({
  format: z.literal('tirek-report'),
  version: z.literal(REPORT_VERSION),
  language: z.enum(LANGUAGES),
  audience: z.enum(REPORT_AUDIENCES),
  title: z.string(),
  subtitle: z.string(),
  /** Shown above everything: that the answers are invented, that the numbers are exact, or for whom they are protected. */
  banners: z.array(z.string()),
  wave: z.strictObject({
    id: Id,
    opensOn: z.nullable(z.string()),
    closesOn: z.nullable(z.string()),
    forms: z.array(z.strictObject({ code: Id, version: Id })),
    isSynthetic: z.boolean(),
  }),
  responses: Count,
  /** Words in another language, wherever they stand in the report; older reports do not name them. */
  citations: z.optional(z.array(Citation)),
  sections: z.array(Section),
});
export type Report = z.infer<typeof Report>;
