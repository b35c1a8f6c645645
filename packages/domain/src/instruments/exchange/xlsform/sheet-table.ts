import { isLanguage, type Language } from '../../../text/languages.ts';
import { ASKED_ABSENCES } from '../../answers.ts';
import { TranslationStatus } from '../../translated.ts';
import type { ExchangePlace } from '../refusal.ts';

/** A sheet as it was read from a file: `line` is the row as Excel counts it. */
export type XlsIn = {
  readonly name: string;
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
};

export type TableRow = { line: number; cells: ReadonlyMap<string, string> };

/** A sheet by the names of its columns; rows that are empty are none. */
export class SheetTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];

  constructor({ name, rows }: XlsIn) {
    const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    this.name = name;
    this.columns = (head?.cells ?? []).map(plainColumn);
    this.rows = body.map(({ cells, line }) => ({
      line,
      cells: new Map(this.columns.map((column, at) => [column, cells[at] ?? ''])),
    }));
  }

  placeOf(row: TableRow, column: string): ExchangePlace {
    return { kind: 'cell', sheet: this.name, row: row.line, column };
  }
}

/** `list name` and `caption` are older words for the same. */
const OLDER: Record<string, string> = {
  'list name': 'list_name',
  caption: 'label',
  relevance: 'relevant',
  calculate: 'calculation',
  'constraint message': 'constraint_message',
  count: 'repeat_count',
};

const plainColumn = (written: string) => {
  const [name = '', ...language] = written.split('::');
  const plain = name.trim().toLowerCase();
  return [OLDER[plain] ?? plain, ...language.map((part) => part.trim())].join('::');
};

/** How far each wording has come: by `sheet name text language`. */
export type Statuses = ReadonlyMap<string, TranslationStatus>;

export const statusKey = (at: { sheet: string; name: string; text: string }, language: Language) =>
  JSON.stringify([at.sheet, at.name, at.text, language]);

export function statusesOf(table: SheetTable | null): Statuses {
  const found = new Map<string, TranslationStatus>();
  for (const { cells } of table?.rows ?? []) {
    const [sheet = '', name = '', text = ''] = ['sheet', 'name', 'text'].map((one) =>
      cells.get(one),
    );
    for (const [language, value] of cells) {
      const status = TranslationStatus.safeParse(value);
      if (isLanguage(language) && status.success) {
        found.set(statusKey({ sheet, name, text }, language), status.data);
      }
    }
  }
  return found;
}

/** `declined unknown`, or `none`; what else stands there is found by the compiler. */
export const missingOf = (cell: string): string[] =>
  cell === 'none'
    ? []
    : cell
        .split(/[\s,;]+/)
        .map((word) => (ASKED_ABSENCES as readonly string[]).find((one) => one === word) ?? word);
