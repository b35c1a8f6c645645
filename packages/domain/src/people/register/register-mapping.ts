import * as z from 'zod/mini';

/** What a column of somebody's own register may hold. `aside`: it is left where it is. */
export const ROLES = [
  'family',
  'head',
  'full-name',
  'family-name',
  'given-name',
  'patronymic',
  'birth',
  'sex',
  'relation',
  'phone',
  'region',
  'lives-since',
  'earlier-region',
  'arrival',
  'arrival-way',
  'arrival-place',
  'languages',
  'life',
  'life-on',
  'release',
  'personal-number',
  'document',
  'aside',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that several columns may have. */
export const REPEATABLE: ReadonlySet<Role> = new Set(['phone', 'document', 'aside']);

const Name = z.string().check(z.minLength(1), z.maxLength(200));

/** How a sheet becomes people: what each column holds, and the region of those of whom no column tells it. */
export const RegisterMapping = z.strictObject({
  version: z.literal(1),
  sheet: Name,
  columns: z
    .array(z.strictObject({ column: Name, role: z.enum(ROLES) }))
    .check(z.minLength(1), z.maxLength(200)),
  region: z.nullable(z.string().check(z.maxLength(10))),
});
export type RegisterMapping = z.infer<typeof RegisterMapping>;

/** One sheet of an uploaded file: every cell as trimmed text, each row with its number in the file, from 1. */
export interface RegisterSheet {
  readonly name: string;
  readonly rows: ReadonlyArray<{ readonly cells: readonly string[]; readonly line: number }>;
}

/** The same with its headings found. */
export interface RegisterTable {
  readonly name: string;
  /** Each name once; a column without a heading bears its letter. */
  readonly columns: readonly string[];
  readonly rows: RegisterSheet['rows'];
}

/** What is wrong in one place of a file; an `error` stops the whole import, a `warning` does not. */
export interface RegisterFinding {
  readonly code: RegisterFindingCode;
  readonly severity: 'error' | 'warning';
  /** Null when the whole sheet is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
}

export const REGISTER_ERRORS = [
  'column-missing',
  'name-not-mapped',
  'role-twice',
  'sheet-empty',
  'too-many-rows',
  'name-missing',
  'name-too-long',
  'letters-lost',
  'family-missing',
  'birth-unread',
  'birth-to-come',
  'sex-unread',
  'phone-unread',
  'region-unread',
  'document-unread',
  'cell-broken',
  'date-unread',
  'date-to-come',
  'arrival-way-unread',
  'arrival-before-birth',
  'languages-unread',
  'life-unread',
] as const;
export const REGISTER_WARNINGS = [
  'relation-unread',
  'relation-without-head',
  'relation-impossible',
  'relation-unlikely',
  'arrival-unread',
  'number-and-birth',
  'move-without-day',
  'life-impossible',
  'life-unlikely',
  'life-without-state',
] as const;
export type RegisterFindingCode =
  | (typeof REGISTER_ERRORS)[number]
  | (typeof REGISTER_WARNINGS)[number];

/** More people than one file may hold: beyond it nobody could look through what is alike. */
export const MOST_ROWS = 20_000;
