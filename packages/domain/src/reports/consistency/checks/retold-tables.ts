import type { FoundNumber } from '../numbers/find-numbers.ts';
import { isRoundedFrom } from '../numbers/printed-number.ts';
import type { ReadParagraph, Scene, Sentence } from '../scene.ts';
import { countAlike, tellingWords } from '../words/alike.ts';
import { clauseOf, percentsOf } from '../words/clause.ts';
import { explainColumn } from './explain-column.ts';
import { type ShareColumn, type ShareRow, shareColumns } from './share-columns.ts';

/** A row of a table that sentences may speak of. */
export type TableRow = {
  readonly share: ShareRow;
  readonly words: readonly string[];
  /** The percentage before it was rounded. */
  readonly exact: number;
};
export type Subject = {
  readonly column: ShareColumn;
  readonly base: number;
  readonly written: string;
  readonly rows: readonly TableRow[];
};
export type Said = {
  readonly sentence: Sentence;
  readonly number: FoundNumber;
  readonly words: readonly string[];
};

export function subjectsOf(scene: Scene): Subject[] {
  return shareColumns(scene).flatMap((column) => {
    const best = explainColumn(column, scene.bases);
    if (!best || best.explained.length < 2) return [];
    const rows = column.all.map((share) => ({
      share,
      words: tellingWords(share.row.label),
      exact: (100 * share.count) / best.base(share),
    }));
    const base = best.base(best.explained[0] as ShareRow);
    return [{ column, base, written: best.written ?? String(base), rows }];
  });
}

export const saidIn = (paragraph: ReadParagraph): Said[] =>
  percentsOf(paragraph).map(({ sentence, number }) => ({
    sentence,
    number,
    words: clauseOf(sentence, number),
  }));

export const isNamed = ({ words }: Said, row: TableRow) => countAlike(row.words, words) > 0;

export const agrees = ({ number }: Said, row: TableRow) =>
  number.isPercent
    ? isRoundedFrom(number, row.exact) || isRoundedFrom(number, row.share.percent.value)
    : number.value === row.share.count;

/** The rows a paragraph retells: named and with the right figure. */
export function confirmedIn(said: readonly Said[], { rows }: Subject): Map<Said, TableRow> {
  const confirmed = new Map<Said, TableRow>();
  for (const each of said) {
    const row = rows.find(
      (candidate) =>
        isNamed(each, candidate) &&
        agrees(each, candidate) &&
        ![...confirmed.values()].includes(candidate),
    );
    if (row) confirmed.set(each, row);
  }
  return confirmed;
}
