import { type CompiledForm, pointsOf } from '../../../instruments/index.ts';
import type { Report, Row, Table } from '../../report.ts';
import { type DataTable, MISSING_CODES, MISSING_REASONS } from '../data-table.ts';
import { answerNumbers } from './answer-numbers.ts';
import { counted, type Place, type ReportNumber } from './report-number.ts';
import { toldAgain } from './told-again.ts';

/** Columns of the report's tables of numbers, and what each is. */
const OF_NUMBERS = {
  n: 'n',
  mean: 'mean',
  standardDeviation: 'sd',
  median: 'median',
  lowerQuartile: 'lower-quartile',
  upperQuartile: 'upper-quartile',
  minimum: 'minimum',
  maximum: 'maximum',
  missing: 'missing',
} as const;

/**
 * The numbers of a report's frequency tables, means and spreads, each with the variable and the
 * statistic that must give it again from the data files of the same answers.
 */
export function reportNumbers(
  report: Report,
  tables: readonly DataTable[],
  forms: readonly CompiledForm[],
): ReportNumber[] {
  const blocks = new Map(
    report.sections
      .flatMap((section) => section.blocks)
      .flatMap((block) => (block.kind === 'table' ? [[block.id, block] as const] : [])),
  );
  const numbers = tables
    .flatMap((data) => data.variables.map((variable): Place => ({ data, variable })))
    .flatMap((place) => [...numbersOf(place, blocks, forms), ...answerNumbers(place, blocks)]);
  const again = toldAgain(report).flatMap(({ table: from, source, ...cell }) => {
    const first = numbers.find(
      (number) =>
        number.from === source.table &&
        number.cell.row === source.row &&
        number.cell.column === source.column,
    );
    return first ? [{ ...first, from, cell }] : [];
  });
  return [...numbers, ...again];
}

function numbersOf(
  place: Place,
  blocks: ReadonlyMap<string, Table>,
  forms: readonly CompiledForm[],
): ReportNumber[] {
  const { source, kind } = place.variable;
  if (source.kind === 'answer' && kind === 'coded') {
    const frequency = blocks.get(`frequency-${source.form}-${source.linkId}`);
    const form = forms.find(({ code }) => code === source.form);
    return [
      ...(frequency ? frequencies(place, frequency) : []),
      ...(form ? itemNumbers(place, form, blocks) : []),
    ];
  }
  if (source.kind === 'answer' && kind === 'number') {
    const summaries = [...blocks.values()].filter(({ id }) => id.startsWith('numeric-'));
    const found = summaries.flatMap((table) =>
      table.rows.filter(({ id }) => id === source.linkId).map((row) => ({ table, row })),
    );
    // Two forms with a question of one name stand in one table: then nobody can tell which is which.
    const [only] = found;
    return only && found.length === 1
      ? spread(place, only.table, { found: only.row, row: null, points: null })
      : [];
  }
  if (source.kind === 'option') {
    const table = blocks.get(`multi-${source.form}-${source.linkId}`);
    const row = table?.rows.find(({ id }) => id === source.option);
    if (!table || !row) return [];
    const ticked = { table, code: '1', found: row };
    return [
      ...counted(place, { ...ticked, statistic: 'count', cell: 0 }),
      ...counted(place, { ...ticked, statistic: 'valid-percent', cell: 1 }),
      ...counted(place, { ...ticked, statistic: 'percent-of-mentions', cell: 2 }),
    ];
  }
  if (source.kind === 'score' || source.kind === 'percent-of-maximum') {
    return scoreNumbers(place, blocks.get(`scores-${source.form}-${source.scale}`));
  }
  return [];
}

function frequencies(place: Place, table: Table): ReportNumber[] {
  const { values } = place.variable;
  return table.rows.flatMap((found) => {
    const { id, role } = found;
    if (role === 'missing') {
      const reason = MISSING_REASONS.find((each) => id === `missing-${each}`);
      if (!reason) return [];
      const code = MISSING_CODES[reason].stata;
      return (['count', 'percent-of-all'] as const).flatMap((statistic, cell) =>
        counted(place, { table, found, code, statistic, cell }),
      );
    }
    // Yes and no are `true` and `false` in the report.
    const option = id === 'true' ? 'yes' : id === 'false' ? 'no' : id;
    const value = values.find((each) => each.id === option);
    if (!value) return [];
    const code = String(value.value);
    return (['count', 'percent-of-all', 'valid-percent'] as const).flatMap((statistic, cell) =>
      counted(place, { table, found, code, statistic, cell }),
    );
  });
}

/** An item in the tables of the scales it belongs to: points, not codes. */
function itemNumbers(
  place: Place,
  form: CompiledForm,
  blocks: ReadonlyMap<string, Table>,
): ReportNumber[] {
  const { source, values } = place.variable;
  if (source.kind !== 'answer') return [];
  return form.pkg.scales.flatMap((scale) => {
    const table = blocks.get(`items-${form.code}-${scale.id}`);
    const row = table?.rows.find(({ id }) => id === source.linkId);
    if (!table || !row) return [];
    const byOption = pointsOf(scale, source.linkId);
    const points = new Map(values.map(({ id, value }) => [value, byOption[id] ?? value]));
    const counts = table.columns.flatMap((column, cell) => {
      const value = values.find(({ id }) => column.id === `option-${id}`);
      if (!value) return [];
      const given = { table, code: String(value.value), found: row, cell };
      return [
        ...counted(place, { ...given, statistic: 'count' }),
        ...counted(place, { ...given, statistic: 'valid-percent' }),
      ];
    });
    const order = blocks.get(`order-${form.code}-${scale.id}`);
    const ordered = order?.rows.find(({ id }) => id === source.linkId);
    return [
      ...spread(place, table, { found: row, row: null, points }),
      ...counts,
      ...(order && ordered
        ? Object.entries(LIST_PLACES).flatMap(([prefix, row]) =>
            spread(place, order, { found: ordered, row, points, prefix: `${prefix}-` }),
          )
        : []),
    ];
  });
}

/** Rows of the table of a scale of a roster: the first child, the second, all. */
const LIST_PLACES: Readonly<Record<string, number | null>> = { first: 1, second: 2, all: null };

function scoreNumbers(place: Place, table: Table | undefined): ReportNumber[] {
  if (!table) return [];
  const { data, variable } = place;
  return table.rows.flatMap((found) => {
    const { id, cells } = found;
    const row = LIST_PLACES[id] ?? null;
    if (variable.source.kind === 'score') return spread(place, table, { found, row, points: null });
    const column = 'percentOfMaximum';
    const value = cells[table.columns.findIndex((each) => each.id === column)];
    if (typeof value !== 'number') return [];
    const cell = { row: id, column };
    const common = { from: table.id, cell, data: data.name, variable: variable.name, row };
    return [{ ...common, statistic: 'mean' as const, code: null, points: null, value }];
  });
}

function spread(
  { data, variable }: Place,
  table: Table,
  given: {
    found: Row;
    row: number | null;
    points: ReportNumber['points'];
    /** How the columns begin whose numbers are wanted. */
    prefix?: string;
  },
): ReportNumber[] {
  const { found, row, points, prefix = '' } = given;
  return table.columns.flatMap(({ id }, cell): ReportNumber[] => {
    const value = found.cells[cell] ?? null;
    if (!id.startsWith(prefix)) return [];
    const name = id.slice(prefix.length);
    const common = { from: table.id, data: data.name, variable: variable.name, row, points };
    const at = (column: string) => ({ ...common, code: null, cell: { row: found.id, column } });
    if (name === 'meanInterval' && typeof value === 'object' && value && 'low' in value) {
      return [
        { ...at(`${id}.low`), statistic: 'mean-low' as const, value: value.low },
        { ...at(`${id}.high`), statistic: 'mean-high' as const, value: value.high },
      ];
    }
    const statistic = OF_NUMBERS[name as keyof typeof OF_NUMBERS];
    return statistic === undefined || typeof value !== 'number'
      ? []
      : [{ ...at(id), statistic, value }];
  });
}
