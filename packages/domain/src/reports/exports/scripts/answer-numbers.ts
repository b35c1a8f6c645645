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
  if (source.kind === 'export-id' && place.data.name === 'respondents') {
    return analysed(place, blocks.get('response-flow'));
  }
  if (source.kind === 'received') return arrived(place, blocks.get('arrivals'));
  if (source.kind === 'rows')
    return sizes(place, blocks.get(`sizes-${source.form}-${source.linkId}`));
  if (source.kind === 'option') return ticked(place, blocks);
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

/** A number at a place of a table, as one statistic of the variable. */
function at(
  { data, variable }: Place,
  { table, found, column }: { table: Table; found: Row; column: string },
  how: Pick<ReportNumber, 'statistic'> & Partial<Pick<ReportNumber, 'code' | 'also'>>,
): ReportNumber[] {
  const value = found.cells[table.columns.findIndex(({ id }) => id === column)];
  if (typeof value !== 'number') return [];
  const of = { from: table.id, data: data.name, variable: variable.name, row: null, points: null };
  return [{ ...of, cell: { row: found.id, column }, code: null, ...how, value }];
}

/** Each respondent of the files has answered; the steps before left no trace in them. */
function analysed(place: Place, table: Table | undefined): ReportNumber[] {
  const rows = table?.rows.filter(({ id }) => id === 'completed' || id === 'analysed') ?? [];
  const [completed, all] = rows;
  // Where only a part of those who completed is told of, the files hold that part.
  if (!table || !completed || !all || completed.cells[0] !== all.cells[0]) return [];
  return [
    ...rows.flatMap((found) =>
      at(place, { table, found, column: 'count' }, { statistic: 'cases' }),
    ),
    ...at(place, { table, found: all, column: 'percent' }, { statistic: 'all-cases' }),
  ];
}

/** The files keep the month: of a day only what is the same for its month can be computed. */
function arrived(place: Place, table: Table | undefined): ReportNumber[] {
  if (!table) return [];
  const monthOf = ({ id }: Row) => id.slice(0, 7);
  return table.rows.flatMap((found, i) => {
    const code = monthOf(found);
    const isAlone = table.rows.filter((row) => monthOf(row) === code).length === 1;
    const next = table.rows[i + 1];
    const isLast = next === undefined || monthOf(next) !== code;
    return [
      ...(isAlone
        ? [
            ...at(place, { table, found, column: 'count' }, { statistic: 'count', code }),
            ...at(
              place,
              { table, found, column: 'percent' },
              { statistic: 'percent-of-all', code },
            ),
          ]
        : []),
      ...(isLast
        ? at(place, { table, found, column: 'cumulative' }, { statistic: 'cumulative', code })
        : []),
    ];
  });
}

/** How many rows of a list each respondent has. */
function sizes(place: Place, table: Table | undefined): ReportNumber[] {
  return (table?.rows ?? []).flatMap((found) => {
    const here = (column: string) => ({ table: table!, found, column });
    if (found.role === 'total') {
      return [
        ...at(place, here('respondents'), { statistic: 'cases' }),
        ...at(place, here('percent'), { statistic: 'all-cases' }),
        ...at(place, here('rows'), { statistic: 'sum' }),
      ];
    }
    const code = found.id;
    if (code === '0') {
      // Whoever was not asked for the list has none of its rows either.
      return [
        ...at(place, here('respondents'), { statistic: 'none' }),
        ...at(place, here('percent'), { statistic: 'percent-none' }),
        ...at(place, here('rows'), { statistic: 'sum-of', code }),
      ];
    }
    return [
      ...at(place, here('respondents'), { statistic: 'count', code }),
      ...at(place, here('percent'), { statistic: 'percent-of-all', code }),
      ...at(place, here('rows'), { statistic: 'sum-of', code }),
    ];
  });
}

/** What stands once for all options of a question: it is told of with the first of them. */
function ticked(place: Place, blocks: Blocks): ReportNumber[] {
  const { source } = place.variable;
  if (source.kind !== 'option') return [];
  const { form, linkId } = source;
  const options = place.data.variables.filter(
    (each) =>
      each.source.kind === 'option' && each.source.form === form && each.source.linkId === linkId,
  );
  if (options[0] !== place.variable) return [];
  const also = options.slice(1).map(({ name }) => name);
  const table = blocks.get(`multi-${form}-${linkId}`);
  const total = table?.rows.find(({ role }) => role === 'total');
  const codebook = blocks.get(`codebook-${form}`);
  const here = (column: string) => ({ table: table!, found: total!, column });
  return [
    ...(total ? at(place, here('count'), { statistic: 'mentions', also }) : []),
    ...(total ? at(place, here('percentOfMentions'), { statistic: 'all-mentions', also }) : []),
    ...(codebook ? named(place, codebook, { row: linkId, columns: { answered: 'n' } }) : []),
  ];
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
