import type { Language } from '../../text/index.ts';
import type { Table } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { flattenTable } from './flat-table.ts';

/**
 * How Excel reads a file that is opened by a double click, in the language of its system: where the comma is the decimal
 * sign, columns are parted by semicolons.
 */
const SIGNS: Readonly<Record<Language, { decimal: string; between: string }>> = {
  kk: { decimal: ',', between: ';' },
  ru: { decimal: ',', between: ';' },
  en: { decimal: '.', between: ',' },
};

/**
 * One table as CSV (RFC 4180): a head, then its rows, numbers unrounded, percentages from 0 to 100. It begins with a byte
 * order mark, without which Excel takes Kazakh letters for another alphabet.
 */
export function tableCsv(table: Table, language: Language): string {
  const t = reportTexts(language);
  const { columns, rows } = flattenTable(table, t);
  return csvText(
    [
      [...columns.map(({ label }) => label), t('flat.kind')],
      ...rows.map(({ values, role }) => [...values, t(`flat.kind.${role}`)]),
    ],
    language,
  );
}

/** Rows of cells as the text of a CSV file. */
export function csvText(
  rows: ReadonlyArray<ReadonlyArray<string | number | null>>,
  language: Language,
): string {
  const { decimal, between } = SIGNS[language];
  const lines = rows.map((cells) =>
    cells
      .map((cell) => {
        if (cell === null) return '';
        return typeof cell === 'number' ? numeral(cell, decimal) : quoted(cell);
      })
      .join(between),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** @throws RangeError when `value` is not finite. */
function numeral(value: number, decimal: string): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  return String(value).replace('.', decimal);
}

const quoted = (text: string): string => `"${safeText(text).replaceAll('"', '""')}"`;

/**
 * Spreadsheets run a text that begins like a formula, in wide letters and behind spaces too; an apostrophe in front keeps it a
 * text.
 */
export const safeText = (text: string): string =>
  /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
