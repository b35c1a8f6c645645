import type { CompiledForm, CompiledItem } from '../../instruments/index.ts';
import type { ColumnMapping, ImportMapping, ImportTable, TickMapping } from './import-mapping.ts';

type RosterBlock = ImportMapping['rosters'][number];

const KEY_NAMES = ['id', 'key', 'respondent', 'respondent_id', 'woman_id'];
const LANGUAGE_NAMES = ['language', 'lang', 'til', 'язык', 'тіл'];
const DATE_NAMES = ['received_on', 'date', 'submitted_on', 'timestamp', 'дата', 'күні'];
const ORDER_NAMES = ['order', 'row', 'number', '№'];

/**
 * Proposes how the tables of a file become answers to the given instruments: a column is taken for the item of the same
 * name, columns `<item>_<option>` or `<prefix>_<option>` (an alias) for the ticks of an item of many choices, and a table
 * whose columns belong to a roster for that roster. A person checks the proposal before anything is read.
 * @param aliases other column prefixes by item, such as `problems` -> `prob`.
 * @param receivedOn the day to take where no column tells it.
 */
export function suggestMapping(
  tables: readonly ImportTable[],
  forms: readonly CompiledForm[],
  options: { readonly aliases: ReadonlyMap<string, string>; readonly receivedOn: string },
): ImportMapping | null {
  const claims = tables.map((table) => claimColumns(table, forms, options.aliases));
  const main = claims.reduce<Claim | null>(
    (best, claim) => (claim.own > 0 && (!best || claim.own > best.own) ? claim : best),
    null,
  );
  if (!main) return null;
  const { table } = main;
  const key = columnNamed(table, KEY_NAMES) ?? table.columns[0] ?? '';
  const language = columnNamed(table, LANGUAGE_NAMES);
  const date = columnNamed(table, DATE_NAMES);
  const used = new Set([key, language, date]);
  return {
    version: 1,
    respondents: {
      table: table.name,
      key,
      language: language ? { column: language } : { constant: 'ru' },
      receivedOn: date ? { column: date } : { constant: options.receivedOn },
      columns: main.columns
        .filter((each) => each.roster === null && !used.has(each.mapping.column))
        .map((each) => each.mapping),
      ticks: main.ticks.filter((each) => each.roster === null).map((each) => each.mapping),
      ignored: [],
    },
    rosters: claims.filter((claim) => claim !== main).flatMap((claim) => rosterBlock(claim, key)),
  };
}

interface Claim {
  readonly table: ImportTable;
  /** How many of its columns belong to questions asked once. */
  readonly own: number;
  readonly columns: readonly { roster: string | null; form: string; mapping: ColumnMapping }[];
  readonly ticks: readonly { roster: string | null; form: string; mapping: TickMapping }[];
}

function claimColumns(
  table: ImportTable,
  forms: readonly CompiledForm[],
  aliases: ReadonlyMap<string, string>,
): Claim {
  const columns: { roster: string | null; form: string; mapping: ColumnMapping }[] = [];
  const ticks: { roster: string | null; form: string; mapping: TickMapping }[] = [];
  for (const form of forms) {
    for (const item of form.items) {
      const roster = item.roster === null ? null : (form.items[item.roster]?.linkId ?? null);
      const column = table.columns.find((name) => name.toLowerCase() === item.linkId.toLowerCase());
      if (column && isAsked(item)) {
        columns.push({
          roster,
          form: form.code,
          mapping: { column, form: form.code, item: item.linkId, blank: 'not-reached' },
        });
      } else if (item.type === 'multi-choice') {
        const mapping = tickColumns(table, form, item, aliases.get(item.linkId));
        if (mapping) ticks.push({ roster, form: form.code, mapping });
      }
    }
  }
  const own = [...columns, ...ticks].filter((each) => each.roster === null).length;
  return { table, own, columns, ticks };
}

const isAsked = (item: CompiledItem): boolean =>
  !item.isCalculated && item.type !== 'display' && item.type !== 'group' && item.type !== 'roster';

function tickColumns(
  table: ImportTable,
  form: CompiledForm,
  item: CompiledItem,
  alias: string | undefined,
): TickMapping | null {
  const columns: Record<string, string> = {};
  for (const option of item.options) {
    const names = [item.linkId, ...(alias ? [alias] : [])].flatMap((prefix) =>
      [option.id, option.code ?? option.id].map((id) => `${prefix}_${id}`),
    );
    const column = table.columns.find((name) => names.includes(name));
    if (column) columns[column] = option.id;
  }
  return Object.keys(columns).length === 0
    ? null
    : {
        form: form.code,
        item: item.linkId,
        columns,
        ticked: '1',
        unticked: '0',
        blank: 'not-reached',
      };
}

function rosterBlock(claim: Claim, key: string): RosterBlock[] {
  const first = [...claim.columns, ...claim.ticks].find((each) => each.roster !== null);
  if (!first?.roster) return [];
  const { table } = claim;
  const parent =
    table.columns.find(
      (name) => name.toLowerCase().endsWith(`_${key}`.toLowerCase()) && name !== table.columns[0],
    ) ??
    table.columns.find((name) => name.toLowerCase() === key.toLowerCase()) ??
    table.columns[0] ??
    '';
  const order = columnNamed(table, ORDER_NAMES);
  const belongs = (each: { roster: string | null; form: string }) =>
    each.roster === first.roster && each.form === first.form;
  return [
    {
      table: table.name,
      form: first.form,
      roster: first.roster,
      parent,
      ...(order ? { order } : {}),
      columns: claim.columns
        .filter(
          (each) =>
            belongs(each) && each.mapping.column !== parent && each.mapping.column !== order,
        )
        .map((each) => each.mapping),
      ticks: claim.ticks.filter(belongs).map((each) => each.mapping),
      ignored: [],
    },
  ];
}

const columnNamed = (table: ImportTable, names: readonly string[]): string | null =>
  table.columns.find((column) => names.includes(column.toLowerCase())) ?? null;
