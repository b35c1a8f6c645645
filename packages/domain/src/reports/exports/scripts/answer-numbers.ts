import type { Row, Table } from '../../report.ts';
import { MISSING_CODES, MISSING_REASONS } from '../data-table.ts';
import { counted, type Place, type ReportNumber } from './report-number.ts';

type Blocks = ReadonlyMap<string, Table>;

/** Numbers about the answers to one question: classes of a number, languages, who was asked and did not answer. */
export function answerNumbers(place: Place, blocks: Blocks): ReportNumber[] {
  const { source, kind, values } = place.variable;
  if (source.kind === 'language') {
    const table = blocks.get('languages');
    return values.flatMap(({ id, value }) => {
      const found = table?.rows.find((row) => row.id === id);
      return table && found ? countAndShare(place, table, { found, code: String(value) }) : [];
    });
  }
  if (source.kind !== 'answer') return [];
  const { form, linkId } = source;
  const missing = blocks.get('missing-answers');
  const codebook = blocks.get(`codebook-${form}`);
  return [
    ...(kind === 'number' ? classNumbers(place, blocks.get(`classes-${form}-${linkId}`)) : []),
    ...(kind === 'number' ? valueNumbers(place, blocks.get(`numbers-${form}-${linkId}`)) : []),
    ...(missing ? unanswered(place, missing, `${form}-${linkId}`) : []),
    ...(codebook ? named(place, codebook, { row: linkId, columns: { answered: 'n' } }) : []),
  ];
}

function countAndShare(
  place: Place,
  table: Table,
  { found, code }: { found: Row; code: string },
): ReportNumber[] {
  return (['count', 'valid-percent'] as const).flatMap((statistic, cell) =>
    counted(place, { table, found, code, statistic, cell }),
  );
}

/** Each class goes to where the next one begins, the last one on. */
function classNumbers(place: Place, table: Table | undefined): ReportNumber[] {
  const rows = table?.rows.filter(({ id }) => Number.isFinite(Number(id))) ?? [];
  return rows.flatMap((found, at) => {
    const code = `${found.id}:${rows[at + 1]?.id ?? 'Inf'}`;
    return (['count', 'percent-of-all', 'valid-percent'] as const).flatMap((statistic, cell) =>
      table ? counted(place, { table, found, code, statistic, cell }) : [],
    );
  });
}

/** How many rows of a list have a value, and how many respondents have such a row. */
function valueNumbers(place: Place, table: Table | undefined): ReportNumber[] {
  const rows = table?.rows.filter(({ id }) => Number.isFinite(Number(id))) ?? [];
  return rows.flatMap((found) => {
    const statistics = ['count', 'valid-percent', 'respondents', 'percent-of-respondents'] as const;
    return statistics.flatMap((statistic, cell) =>
      table ? counted(place, { table, found, code: found.id, statistic, cell }) : [],
    );
  });
}

const ASKED = {
  asked: 'asked',
  missing: 'unanswered',
  percent: 'percent-unanswered',
} as const;

function unanswered(place: Place, table: Table, row: string): ReportNumber[] {
  const found = table.rows.find(({ id }) => id === row);
  if (!found) return [];
  const reasons = MISSING_REASONS.flatMap((reason) =>
    counted(place, {
      table,
      found,
      code: MISSING_CODES[reason].stata,
      statistic: 'count',
      cell: table.columns.findIndex(({ id }) => id === reason),
    }),
  );
  return [...named(place, table, { row, columns: ASKED }), ...reasons];
}

function named(
  { data, variable }: Place,
  table: Table,
  { row, columns }: { row: string; columns: Readonly<Record<string, ReportNumber['statistic']>> },
): ReportNumber[] {
  const found = table.rows.find(({ id }) => id === row);
  return Object.entries(columns).flatMap(([column, statistic]) => {
    const value = found?.cells[table.columns.findIndex(({ id }) => id === column)];
    if (typeof value !== 'number') return [];
    const of = { from: table.id, data: data.name, variable: variable.name, row: null };
    return [{ ...of, cell: { row, column }, statistic, code: null, points: null, value }];
  });
}
