import { type CompiledForm, pointsOf } from '../../../instruments/index.ts';
import type { Cell, Report, Table } from '../../report.ts';
import {
  type DataTable,
  type DataVariable,
  MISSING_CODES,
  MISSING_REASONS,
} from '../data-table.ts';

export const STATISTICS = [
  'count',
  'percent-of-all',
  'valid-percent',
  'n',
  'mean',
  'sd',
  'median',
  'lower-quartile',
  'upper-quartile',
  'minimum',
  'maximum',
] as const;

/** A number of the report and how it is computed from the files. */
export type ReportNumber = {
  /** Table of the report. */
  readonly from: string;
  /** Data file and variable. */
  readonly data: string;
  readonly variable: string;
  /** Only rows at this place of a respondent's list. */
  readonly row: number | null;
  readonly statistic: (typeof STATISTICS)[number];
  /** The code that is counted (`3`, or `.a` for a missing one); null for other statistics. */
  readonly code: string | null;
  /** Points in place of codes, as a scale counts an item; null where codes count as they are. */
  readonly points: ReadonlyMap<number, number> | null;
  readonly value: number;
};

type Place = { readonly data: DataTable; readonly variable: DataVariable };

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
  return tables
    .flatMap((data) => data.variables.map((variable): Place => ({ data, variable })))
    .flatMap((place) => numbersOf(place, blocks, forms));
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
      ? spread(place, only.table, { cells: only.row.cells, row: null, points: null })
      : [];
  }
  if (source.kind === 'option') {
    const table = blocks.get(`multi-${source.form}-${source.linkId}`);
    const row = table?.rows.find(({ id }) => id === source.option);
    if (!table || !row) return [];
    const ticked = { from: table.id, code: '1', cells: row.cells };
    return [
      ...counted(place, { ...ticked, statistic: 'count', cell: 0 }),
      ...counted(place, { ...ticked, statistic: 'valid-percent', cell: 1 }),
    ];
  }
  if (source.kind === 'score' || source.kind === 'percent-of-maximum') {
    return scoreNumbers(place, blocks.get(`scores-${source.form}-${source.scale}`));
  }
  return [];
}

function frequencies(place: Place, table: Table): ReportNumber[] {
  const { values } = place.variable;
  return table.rows.flatMap(({ id, role, cells }) => {
    const from = table.id;
    if (role === 'missing') {
      const reason = MISSING_REASONS.find((each) => id === `missing-${each}`);
      if (!reason) return [];
      const code = MISSING_CODES[reason].stata;
      return counted(place, { from, code, cells, statistic: 'count', cell: 0 });
    }
    // Yes and no are `true` and `false` in the report.
    const option = id === 'true' ? 'yes' : id === 'false' ? 'no' : id;
    const value = values.find((each) => each.id === option);
    if (!value) return [];
    const code = String(value.value);
    return (['count', 'percent-of-all', 'valid-percent'] as const).flatMap((statistic, cell) =>
      counted(place, { from, code, cells, statistic, cell }),
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
      const given = { from: table.id, code: String(value.value), cells: row.cells, cell };
      return counted(place, { ...given, statistic: 'count' });
    });
    return [...spread(place, table, { cells: row.cells, row: null, points }), ...counts];
  });
}

/** Rows of the table of a scale of a roster: the first child, the second, all. */
const LIST_PLACES: Readonly<Record<string, number | null>> = { first: 1, second: 2, all: null };

function scoreNumbers(place: Place, table: Table | undefined): ReportNumber[] {
  if (!table) return [];
  const { data, variable } = place;
  return table.rows.flatMap(({ id, cells }) => {
    const row = LIST_PLACES[id] ?? null;
    if (variable.source.kind === 'score') return spread(place, table, { cells, row, points: null });
    const value = cells[table.columns.findIndex((column) => column.id === 'percentOfMaximum')];
    if (typeof value !== 'number') return [];
    const common = { from: table.id, data: data.name, variable: variable.name, row };
    return [{ ...common, statistic: 'mean' as const, code: null, points: null, value }];
  });
}

function spread(
  { data, variable }: Place,
  table: Table,
  {
    cells,
    row,
    points,
  }: { cells: readonly Cell[]; row: number | null; points: ReportNumber['points'] },
): ReportNumber[] {
  return table.columns.flatMap(({ id }, cell) => {
    const statistic = OF_NUMBERS[id as keyof typeof OF_NUMBERS];
    const value = cells[cell];
    if (statistic === undefined || typeof value !== 'number') return [];
    const common = { from: table.id, data: data.name, variable: variable.name, row };
    return [{ ...common, statistic, code: null, points, value }];
  });
}

function counted(
  { data, variable }: Place,
  given: {
    from: string;
    code: string;
    cells: readonly Cell[];
    statistic: ReportNumber['statistic'];
    cell: number;
  },
): ReportNumber[] {
  const found = given.cells[given.cell];
  // A share stands with its count.
  const value = typeof found === 'object' && found && 'count' in found ? found.count : found;
  if (typeof value !== 'number') return [];
  const { from, code, statistic } = given;
  const common = { from, data: data.name, variable: variable.name, row: null };
  return [{ ...common, statistic, code, points: null, value }];
}
