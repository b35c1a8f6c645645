import * as z from 'zod/mini';

/** Why a blank cell is blank: said once for each column, since a file cannot say it. */
const Blank = z.enum(['declined', 'unknown', 'not-applicable', 'not-shown', 'not-reached']);

const Name = z.string().check(z.minLength(1), z.maxLength(200));

/** One column holds the answer to one item. */
export const ColumnMapping = z.strictObject({
  column: Name,
  form: Name,
  item: Name,
  /** What stands in the cell -> option id, where it is neither the id nor the code of an option. */
  values: z.optional(z.record(z.string(), z.string())),
  blank: Blank,
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** Several columns of ticks hold the answer to one item of many choices. */
export const TickMapping = z.strictObject({
  form: Name,
  item: Name,
  /** Column -> option id. */
  columns: z.record(z.string(), z.string()),
  /** The cell that means "chosen"; the other one means "not chosen". */
  ticked: z.string(),
  unticked: z.string(),
  blank: Blank,
});
export type TickMapping = z.infer<typeof TickMapping>;

/** A value read from a column or the same for all rows. */
const FromColumnOrConstant = z.union([
  z.strictObject({ column: Name }),
  z.strictObject({ constant: Name }),
]);

/** How the tables of a file become answers. Saved, so that the next file of the same shape needs no work. */
export const ImportMapping = z.strictObject({
  version: z.literal(1),
  respondents: z.strictObject({
    table: Name,
    /** Column that tells the rows apart; used to find the rows of rosters, never stored. */
    key: Name,
    language: FromColumnOrConstant,
    /** `YYYY-MM-DD` of the answers. */
    receivedOn: FromColumnOrConstant,
    columns: z.array(ColumnMapping),
    ticks: z.array(TickMapping),
    /** Columns that are knowingly left aside, such as sums that Tirek computes itself. */
    ignored: z.array(Name),
  }),
  rosters: z.array(
    z.strictObject({
      table: Name,
      form: Name,
      roster: Name,
      /** Column that names the respondent's key. */
      parent: Name,
      /** Column that orders the rows of one respondent; absent keeps the order of the file. */
      order: z.optional(Name),
      columns: z.array(ColumnMapping),
      ticks: z.array(TickMapping),
      ignored: z.array(Name),
    }),
  ),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** One table of an uploaded file: every cell as text, trimmed. */
export interface ImportTable {
  /** File name without its ending, or the name of the sheet. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
  /** Line (CSV) or row (XLSX) of each of `rows` in the file, from 1; a quoted line break may make a row longer than a line. */
  readonly lines: readonly number[];
}

export type ImportFindingCode =
  | 'table-missing'
  | 'column-missing'
  | 'column-repeated'
  | 'column-not-mapped'
  | 'form-unknown'
  | 'item-unknown'
  | 'item-mapped-twice'
  | 'option-unknown'
  | 'key-missing'
  | 'key-repeated'
  | 'parent-unknown'
  | 'order-invalid'
  | 'language-unknown'
  | 'date-invalid'
  | 'number-invalid'
  | 'truth-invalid'
  | 'choice-unknown'
  | 'tick-unknown'
  | 'tick-half-blank'
  | 'answer-refused'
  | 'answer-doubtful'
  | 'table-empty';

/** Something wrong with one place of a file; an `error` stops the whole import, a `warning` does not. */
export interface ImportFinding {
  readonly code: ImportFindingCode;
  readonly severity: 'error' | 'warning';
  readonly table: string;
  /** Line or row in the file, from 1; null when the whole table is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** What would be right: allowed values, limits, names. */
  readonly params: Readonly<Record<string, string | number>>;
}
