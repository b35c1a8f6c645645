import type { CompiledForm, CompiledItem, CsvColumn } from '../../instruments/index.ts';
import type { ColumnMapping, ImportMapping, ImportTable, TickMapping } from './import-mapping.ts';

type RosterBlock = ImportMapping['rosters'][number];

const KEY_NAMES = ['id', 'key', 'respondent', 'respondent_id'];
const LANGUAGE_NAMES = ['language', 'lang', 'til', 'язык', 'тіл'];
const DATE_NAMES = ['received_on', 'date', 'submitted_on', 'timestamp', 'дата', 'күні'];
const ORDER_NAMES = ['order', 'row', 'number', '№'];

/**
 * Proposes how the tables of a file become answers to the given instruments: a column is taken for the item of the same
 * name or of a known other name, columns `<item>_<option>` for the ticks of an item of many choices, and a table whose
 * columns belong to a roster for that roster. A person checks the proposal before anything is read.
 * @param options.known columns of earlier data whose meaning is on record.
 * @param options.receivedOn the day to take where no column tells it.
 * @returns null when no table looks like the instruments.
 */
export function suggestMapping(
  tables: readonly ImportTable[],
  forms: readonly CompiledForm[],
  options: { readonly known: readonly CsvColumn[]; readonly receivedOn: string },
): ImportMapping | null {
  const claims = tables.map((table) => claimColumns(table, forms, options.known));
  const main = claims.reduce<Claim | null>(
    (best, claim) => (claim.own > 0 && (!best || claim.own > best.own) ? claim : best),
    null,
  );
  if (!main) return null;
  const { table } = main;
  const key = columnNamed(table, KEY_NAMES) ?? table.columns[0] ?? '';
  const language = columnNamed(table, LANGUAGE_NAMES);
  const date = columnNamed(table, DATE_NAMES);
  const own = main.found.filter((each) => each.roster === null);
  return {
    version: 1,
    respondents: {
      table: table.name,
      key,
      language: language ? { column: language } : { constant: 'ru' },
      receivedOn: date ? { column: date } : { constant: options.receivedOn },
      ...split(own, [key, language, date]),
      ignored: derivedColumns(table, options.known),
    },
    rosters: claims
      .filter((claim) => claim !== main)
      .flatMap((claim) => rosterBlock(claim, key, options.known)),
  };
}

interface Found {
  readonly roster: string | null;
  readonly form: string;
  readonly mapping: ColumnMapping | TickMapping;
}

interface Claim {
  readonly table: ImportTable;
  /** How many of its columns belong to questions asked once. */
  readonly own: number;
  readonly found: readonly Found[];
}

function claimColumns(
  table: ImportTable,
  forms: readonly CompiledForm[],
  known: readonly CsvColumn[],
): Claim {
  const found = forms.flatMap((form) =>
    form.items.flatMap((item): Found[] => {
      const roster = item.roster === null ? null : (form.items[item.roster]?.linkId ?? null);
      const mapping = isAsked(item) ? claimItem(table, form.code, item, known) : null;
      return mapping ? [{ roster, form: form.code, mapping }] : [];
    }),
  );
  return { table, own: found.filter((each) => each.roster === null).length, found };
}

const isAsked = (item: CompiledItem): boolean =>
  !item.isCalculated && !['display', 'group', 'roster'].includes(item.type);

function claimItem(
  table: ImportTable,
  form: string,
  item: CompiledItem,
  known: readonly CsvColumn[],
): ColumnMapping | TickMapping | null {
  const meanings = known.filter(
    (each) => 'linkId' in each && each.form === form && each.linkId === item.linkId,
  );
  const names = new Set([item.linkId.toLowerCase(), ...meanings.map((each) => each.column)]);
  if (item.type !== 'multi-choice') {
    const column = table.columns.find((name) => names.has(name.toLowerCase()) || names.has(name));
    return column ? { column, form, item: item.linkId, blank: 'not-reached' } : null;
  }
  const columns: Record<string, string> = {};
  for (const option of item.options) {
    const meant = meanings.find((each) => each.kind === 'tick' && each.option === option.id);
    const candidates = [
      meant?.column,
      `${item.linkId}_${option.id}`,
      `${item.linkId}_${option.code}`,
    ];
    const column = table.columns.find((name) => candidates.includes(name));
    if (column) columns[column] = option.id;
  }
  return Object.keys(columns).length === 0
    ? null
    : { form, item: item.linkId, columns, ticked: '1', unticked: '0', blank: 'not-reached' };
}

function rosterBlock(claim: Claim, key: string, known: readonly CsvColumn[]): RosterBlock[] {
  const { table } = claim;
  const first = claim.found.find((each) => each.roster !== null);
  if (!first?.roster) return [];
  const parent = parentColumn(table, key, known);
  const order = columnNamed(table, ORDER_NAMES);
  const belonging = claim.found.filter(
    (each) => each.roster === first.roster && each.form === first.form,
  );
  const mapped = split(belonging, [parent, order]);
  const ids = known
    .filter((each) => each.kind === 'id' && each.column !== parent)
    .map((each) => each.column);
  return [
    {
      table: table.name,
      form: first.form,
      roster: first.roster,
      parent,
      ...(order ? { order } : {}),
      ...mapped,
      ignored: [
        ...derivedColumns(table, known),
        ...table.columns.filter((column) => ids.includes(column)),
      ],
    },
  ];
}

/** The column that says whose row it is: a known one, or the main table's key with a word before it. */
function parentColumn(table: ImportTable, key: string, known: readonly CsvColumn[]): string {
  const parents = known
    .filter((each) => each.kind === 'id' && each.of === 'respondent' && each.column !== key)
    .map((each) => each.column);
  return (
    table.columns.find((column) => parents.includes(column)) ??
    table.columns.find((column) => column.toLowerCase() === key.toLowerCase()) ??
    table.columns.find((column) => column.toLowerCase().endsWith(`_${key}`.toLowerCase())) ??
    table.columns[0] ??
    ''
  );
}

function split(found: readonly Found[], taken: readonly (string | null)[]) {
  const mappings = found.map((each) => each.mapping);
  return {
    columns: mappings
      .filter((each) => 'column' in each)
      .filter((each) => !taken.includes(each.column)),
    ticks: mappings.filter((each) => 'columns' in each),
  };
}

/** Columns that were worked out from others; Tirek works them out itself. */
const derivedColumns = (table: ImportTable, known: readonly CsvColumn[]): string[] =>
  table.columns.filter((column) =>
    known.some((each) => each.kind === 'derived' && each.column === column),
  );

const columnNamed = (table: ImportTable, names: readonly string[]): string | null =>
  table.columns.find((column) => names.includes(column.toLowerCase())) ?? null;
