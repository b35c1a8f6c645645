import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../text/languages.ts';
import type { Refusal } from '../refusal.ts';

/** A workbook as plain cells; the server reads and writes the file itself. */
export type XlsSheet = { name: string; rows: readonly (readonly string[])[] };

/** A workbook on its way out, and what another program will not see of the package. */
export type XlsForm = { sheets: XlsSheet[]; lost: Refusal[] };

/** `label::Қазақша (kk)`: how XLSForm names a text in a language. */
export const textColumn = (name: string, language: Language) =>
  `${name}::${LANGUAGE_NAMES[language]} (${language})`;

export const textColumns = (name: string) =>
  LANGUAGES.map((language) => textColumn(name, language));

/** The list of a question that is true or false; XLSForm has no such question. */
export const BOOLEAN_LIST = 'tirek_boolean';

/** Texts of one row, by the name of their column. */
export const SURVEY_TEXTS = ['label', 'hint', 'short_label', 'row_label'] as const;

/** Columns of `survey` besides its texts; those behind `appearance` are ours, and other programs pass over them. */
export const SURVEY_COLUMNS = [
  'type',
  'name',
  'required',
  'relevant',
  'constraint',
  'calculation',
  'repeat_count',
  'appearance',
  'absent',
  'sensitivity',
  'loinc',
  'tirek',
] as const;
export type SurveyColumn = (typeof SURVEY_COLUMNS)[number];

export const CHOICE_COLUMNS = ['list_name', 'name', 'exclusive', 'code'] as const;

/** A cell of Excel holds 32,767 characters. */
export const LONGEST_CELL = 30_000;
