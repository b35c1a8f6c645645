import type { Item, Option, QuestionItem } from '../../form-item.ts';
import { needsAssessment2022 } from './needs-assessment-2022.ts';

/** What one column of the data of 2022 means for the forms. */
export type CsvColumn = { column: string } & (
  | { kind: 'number'; form: string; linkId: string }
  /** The cell is a code; `values` gives the option id, or true and false. */
  | { kind: 'choice'; form: string; linkId: string; values: Record<string, string | boolean> }
  /** The cell is 1 or 0: this option of a multi-choice item is ticked or not. */
  | { kind: 'tick'; form: string; linkId: string; option: string }
  /** Which record the row is, or belongs to. */
  | { kind: 'id'; of: 'respondent' | 'child' }
  | { kind: 'row-order' }
  | { kind: 'language' }
  /** Worked out from other columns; the scores of the form take its place. */
  | { kind: 'derived' }
);

const FORM = needsAssessment2022.code;
const SCREENER = 'ghq-12';

/** Column names that are not linkIds, and what starts the name of a column of ticks. */
const COLUMN_NAMES: Record<string, string> = { child_age: 'age' };
const TICK_PREFIXES: Record<string, string> = {
  problems: 'prob_',
  changes: 'chg_',
  priorities: 'prio_',
};

const codesOf = (options: readonly Option[]) =>
  Object.fromEntries(options.map(({ id, code }) => [code ?? id, id]));

function columnsOf(item: QuestionItem): CsvColumn[] {
  const { linkId } = item;
  const column = COLUMN_NAMES[linkId] ?? linkId;
  const options =
    'options' in item
      ? typeof item.options === 'string'
        ? needsAssessment2022.optionLists[item.options]!
        : item.options
      : [];
  switch (item.type) {
    case 'integer':
      return [{ column, kind: 'number', form: FORM, linkId }];
    case 'boolean':
      return [{ column, kind: 'choice', form: FORM, linkId, values: { '1': true, '0': false } }];
    case 'choice':
      return [{ column, kind: 'choice', form: FORM, linkId, values: codesOf(options) }];
    case 'multi-choice':
      return options.map(({ id }) => ({
        column: `${TICK_PREFIXES[linkId]}${id}`,
        kind: 'tick',
        form: FORM,
        linkId,
        option: id,
      }));
    default:
      return [];
  }
}

const questionsIn = (items: readonly Item[]): QuestionItem[] =>
  items.flatMap((item) => {
    if (item.type === 'roster') return [];
    return item.type === 'group' ? questionsIn(item.items) : [item];
  });

const rosterItems = needsAssessment2022.items
  .flatMap((item) => (item.type === 'group' ? item.items : []))
  .flatMap((item) => (item.type === 'roster' ? item.items : []));

const screener = Array.from({ length: 12 }, (_, index): CsvColumn => {
  const linkId = `g${String(index + 1).padStart(2, '0')}`;
  const values = { '0': '0', '1': '1', '2': '2', '3': '3' };
  return { column: linkId, kind: 'choice', form: SCREENER, linkId, values };
});

/**
 * How the columns of the two files of 2022 map to items and options: one row a woman (`women`), one row a child
 * (`children`, joined by `mother_id`). An empty cell is no answer.
 */
export const csvColumns: { women: CsvColumn[]; children: CsvColumn[] } = {
  women: [
    { column: 'id', kind: 'id', of: 'respondent' },
    { column: 'language', kind: 'language' },
    ...questionsIn(needsAssessment2022.items).flatMap(columnsOf),
    ...screener,
    { column: 'ghq', kind: 'derived' },
  ],
  children: [
    { column: 'child_id', kind: 'id', of: 'child' },
    { column: 'mother_id', kind: 'id', of: 'respondent' },
    { column: 'order', kind: 'row-order' },
    ...rosterItems.flatMap(columnsOf),
  ],
};
