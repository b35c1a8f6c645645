import { formatNumber, type Params } from '../../text/index.ts';
import { formatCell } from '../format-cell.ts';
import type { BoundNumber, Paragraph, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

export type Words = ReadonlyArray<string | BoundNumber>;

/** Finds the text of a key: `t` of the report's catalogue, the key already chosen. */
type Template = (params: Params) => string;

/**
 * Fills a template so that numbers keep their cells. Digits come into a sentence only as bound numbers;
 * what is handed in as a plain string is a name.
 */
export function say(
  template: Template,
  params: Readonly<Record<string, string | BoundNumber | Words>>,
): Words {
  const names = Object.keys(params);
  // Characters of the private use area stand where the pieces go: no catalogue and no name has them.
  const marked = template(Object.fromEntries(names.map((name, i) => [name, mark(i)])));
  return marked.split(/([\uE000-\uF8FF])/).flatMap((piece) => {
    const name = names[piece.charCodeAt(0) - FIRST_MARK];
    const value = name === undefined ? piece : (params[name] ?? '');
    return isWords(value) ? [...value] : [value];
  });
}

/** Pieces in a row with a separator between them. */
export function joined(list: readonly Words[], separator: string): Words {
  return list.flatMap((words, i) => (i === 0 ? words : [separator, ...words]));
}

export function paragraph(id: string, words: Words): Paragraph {
  const parts = merged(words);
  return { kind: 'paragraph', id, text: parts.map(textOf).join(''), parts };
}

/**
 * Reads numbers out of a table for a sentence.
 * @throws Error when the table has no such row or column: a bug of the sentence
 */
export function readerOf(table: TableDraft, speech: Speech) {
  const rowOf = (id: string) => {
    const row = table.rows.find((candidate) => candidate.id === id);
    if (!row) throw new Error(`table ${table.id} has no row ${id}`);
    return row;
  };
  const cell = (row: string, column: string): BoundNumber => {
    const place = table.columns.findIndex(({ id }) => id === column);
    const found = table.columns[place];
    if (!found) throw new Error(`table ${table.id} has no column ${column}`);
    return {
      text: formatCell(rowOf(row).cells[place] ?? null, found, speech),
      cell: { table: table.id, row, column },
    };
  };
  return {
    cell,
    /** The row's base: the cell that shows it, or the row itself. */
    base(row: string): BoundNumber {
      if (table.columns.some(({ id }) => id === 'n')) return cell(row, 'n');
      return {
        text: formatNumber(rowOf(row).n, speech.language),
        cell: { table: table.id, row, column: null },
      };
    },
  };
}

/** The unrounded number of a cell, for choosing words; null where there is none. */
export function numberAt(table: TableDraft, row: string, column: string): number | null {
  const place = table.columns.findIndex(({ id }) => id === column);
  const cell = table.rows.find(({ id }) => id === row)?.cells[place];
  return typeof cell === 'number' ? cell : null;
}

export type Reader = ReturnType<typeof readerOf>;

/** A p-value after its letter: "p = 0.012", "p < 0.001". */
export function pValue(p: BoundNumber): Words {
  return p.text.startsWith('<') ? ['p\u00a0', p] : ['p\u00a0=\u00a0', p];
}

const FIRST_MARK = 0xe000;
const mark = (i: number) => String.fromCharCode(FIRST_MARK + i);

const textOf = (part: string | BoundNumber) => (typeof part === 'string' ? part : part.text);

function isWords(value: string | BoundNumber | Words): value is Words {
  return Array.isArray(value);
}

function merged(words: Words): (string | BoundNumber)[] {
  const parts: (string | BoundNumber)[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (typeof word === 'string' && typeof last === 'string') parts[parts.length - 1] = last + word;
    else if (word !== '') parts.push(word);
  }
  return parts;
}
