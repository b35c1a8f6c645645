import type { Constraint } from '../../form-item.ts';
import type { RefusalList } from '../refusal.ts';
import { type Rules, ruleCells } from './item-cells.ts';
import { type XPath, XPathRefused } from './parse-xpath.ts';
import { missingOf, type SheetTable, type TableRow } from './sheet-table.ts';
import { type TextReading, textIn } from './text-columns.ts';
import { BOOLEAN_LIST } from './workbook-shape.ts';
import {
  conditionFromXPath,
  conjunctsOf,
  type KindOf,
  numberFromXPath,
  truthOf,
} from './xpath-in.ts';
import type { ItemKinds } from './xpath-out.ts';

type Draft = Record<string, unknown> & { type: string; linkId: string };
type Lists = ReadonlyMap<string, Record<string, unknown>[]>;
type Reading = TextReading & { lists: Lists; kinds: ItemKinds; inline: Set<string> };

/** What a phone writes down by itself; nothing of it is asked, and nothing is kept of a phone here. */
const METADATA = [
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-audio',
];
const READ = [
  'type',
  'name',
  'label',
  'hint',
  'short_label',
  'row_label',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'calculation',
  'repeat_count',
  'appearance',
  'absent',
  'sensitivity',
  'loinc',
  'tirek',
];
/** Columns that say nothing a respondent answers by. */
const LEFT = [
  'guidance_hint',
  'required_message',
  'hxl',
  'ddi',
  'weight',
  'reverse',
  'scale',
  '',
  'note',
  'notes',
  'comment',
  'autoplay',
];
const APPEARANCES = ['multiline', 'month-year', 'year'];

/** The items of the survey sheet, and the lists that belong to one question alone. */
export function readSurvey(
  table: SheetTable,
  given: TextReading & { lists: Lists },
): { items: Draft[]; inline: Set<string> } {
  const inline = new Set<string>();
  const reading: Reading = { ...given, inline, kinds: kindsIn(table) };
  const items: Draft[] = [];
  const open: { item: Draft; row: TableRow }[] = [];
  for (const row of table.rows) {
    const type = typeOf(row);
    const place = table.placeOf(row, 'type');
    if (METADATA.includes(type)) {
      given.list.leave('element-not-held', place, type);
      continue;
    }
    if (type === 'end_group' || type === 'end_repeat') {
      const closed = open.pop();
      const isOwn = closed && (closed.item.type === 'roster') === (type === 'end_repeat');
      if (!isOwn) given.list.refuse('value-not-held', place, type);
      continue;
    }
    const item = readRow(table, row, reading);
    const within = open.at(-1)?.item;
    const isDeep =
      item.type === 'group' ? within : item.type === 'roster' && within?.type === 'roster';
    if (isDeep) given.list.refuse('nested-too-deep', place, item.linkId);
    ((within?.items as Draft[] | undefined) ?? items).push(item);
    if (item.type === 'group' || item.type === 'roster') open.push({ item, row });
  }
  for (const { row, item } of open)
    given.list.refuse('word-missing', table.placeOf(row, 'type'), `end of ${item.linkId}`);
  return { items, inline };
}

const typeOf = ({ cells }: TableRow) =>
  (cells.get('type') ?? '')
    .trim()
    .replace(/^(begin|end)[ _]+/, '$1_')
    .replace(/^select[ _](one|multiple)/, 'select_$1')
    .replace(/^(select_all_that_apply)/, 'select_multiple');

/** The kind of every question, before any expression is read. */
function kindsIn(table: SheetTable): ItemKinds {
  return new Map(
    table.rows.flatMap((row) => {
      const name = row.cells.get('name') ?? '';
      const type = typeOf(row);
      if (name === '' || type.startsWith('end_')) return [];
      const rest = restOf(row);
      return [
        [name, { type: kindOf(type, rest) ?? '', precision: precisionOf(row, rest) }] as const,
      ];
    }),
  );
}

function kindOf(type: string, rest: Record<string, unknown>): string | null {
  const [word = '', listName] = type.split(/\s+/);
  switch (word) {
    case 'note':
      return 'display';
    case 'integer':
    case 'int':
      return 'integer';
    case 'decimal':
    case 'date':
    case 'text':
      return word;
    case 'string':
      return 'text';
    case 'calculate':
      return typeof rest.type === 'string' ? rest.type : 'decimal';
    case 'begin_group':
      return 'group';
    case 'begin_repeat':
      return 'roster';
    case 'select_one':
      return listName === BOOLEAN_LIST ? 'boolean' : 'choice';
    case 'select_multiple':
      return 'multi-choice';
    default:
      return null;
  }
}

const precisionOf = ({ cells }: TableRow, rest: Record<string, unknown>) =>
  typeof rest.precision === 'string'
    ? rest.precision
    : cells.get('appearance') === 'month-year'
      ? 'month'
      : cells.get('appearance') === 'year'
        ? 'year'
        : 'day';

/** What stands in our own column; an empty object where somebody broke it, which then shows in what is missing. */
function restOf({ cells }: TableRow): Record<string, unknown> {
  try {
    const rest = JSON.parse(cells.get('tirek') || '{}') as unknown;
    return typeof rest === 'object' && rest !== null ? (rest as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function readRow(table: SheetTable, row: TableRow, reading: Reading): Draft {
  const { list, lists, inline } = reading;
  const said = (column: string) => row.cells.get(column) ?? '';
  const place = (column: string) => table.placeOf(row, column);
  const name = said('name');
  const type = typeOf(row);
  const { inline: isInline, type: _, ...rest } = restOf(row);
  const kind = kindOf(type, restOf(row));
  if (name === '') list.refuse('word-missing', place('name'), type);
  else if (!/^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(name))
    list.refuse('name-not-held', place('name'), name);
  if (kind === null) {
    const code = /from_file|_external/.test(type) ? 'options-elsewhere' : 'type-not-held';
    list.refuse(code, place('type'), type);
  }
  refuseColumns(table, row, list);

  const draft: Draft = { ...rest, type: kind ?? 'text', linkId: name };
  const text = (column: string) => textIn(table, row, { ...reading, text: column, name });
  const put = (key: string, value: unknown) => {
    if (value !== undefined && value !== '') draft[key] = value;
  };
  put('text', text('label'));
  put('help', text('hint'));
  put('label', text('short_label'));
  put('rowLabel', text('row_label'));
  put('sensitivity', said('sensitivity'));
  put('loinc', said('loinc'));
  if (said('absent') !== '') draft.missing = missingOf(said('absent'));
  if (/^(yes|true|true\(\))$/i.test(said('required'))) draft.required = true;
  else if (!/^(no|false|false\(\))?$/i.test(said('required')))
    list.refuse('expression-not-held', place('required'), said('required'));
  if (kind === 'date') draft.precision = precisionOf(row, rest);
  if (kind === 'text' && said('appearance') === 'multiline') draft.multiline = true;
  if (kind === 'group' || kind === 'roster') draft.items = [];
  if (kind === 'choice' || kind === 'multi-choice') {
    const [, listName = '', ...more] = type.split(/\s+/);
    if (more.length > 0) list.refuse('type-not-held', place('type'), more.join(' '));
    if (!lists.has(listName)) list.refuse('word-missing', place('type'), `choices: ${listName}`);
    if (isInline) inline.add(listName);
    draft.options = isInline ? (lists.get(listName) ?? []) : listName;
  }
  readRules(draft, { table, row, reading, message: text('constraint_message') });
  return draft;
}

function refuseColumns(table: SheetTable, row: TableRow, list: RefusalList): void {
  for (const [column, value] of row.cells) {
    const [plain = ''] = column.split('::');
    if (value === '' || (READ.includes(plain) && plain !== 'appearance')) continue;
    if (plain === 'appearance') {
      if (!APPEARANCES.includes(value))
        list.leave('element-not-held', table.placeOf(row, column), value);
    } else if (LEFT.includes(plain)) {
      list.leave('element-not-held', table.placeOf(row, column), `${column} ${value}`);
    } else list.refuse('element-not-held', table.placeOf(row, column), `${column} ${value}`);
  }
}

/** Expressions: as the package had them where the cell still says so, else as the cell says now. */
function readRules(
  draft: Draft,
  {
    table,
    row,
    reading,
    message,
  }: { table: SheetTable; row: TableRow; reading: Reading; message: unknown },
): void {
  const { kinds, list } = reading;
  const before = ruleCells(draft as Rules, kinds).cells;
  const scope = {
    kinds: new Map([...kinds].map(([name, { type }]) => [name, type])) as KindOf,
    self: draft.linkId,
  };
  const changed = (column: keyof typeof before) => {
    const cell = row.cells.get(column) ?? '';
    return cell === before[column] ? null : cell;
  };
  const read = (column: string, source: string, parse: () => unknown) => {
    try {
      return source === '' ? undefined : parse();
    } catch (error) {
      if (!(error instanceof XPathRefused)) throw error;
      list.refuse('expression-not-held', table.placeOf(row, column), error.message || source);
      return undefined;
    }
  };
  const put = (key: string, value: unknown) => {
    if (value === undefined) delete draft[key];
    else draft[key] = value;
  };
  const relevant = changed('relevant');
  if (relevant !== null)
    put(
      'enableWhen',
      read('relevant', relevant, () => conditionFromXPath(relevant, scope)),
    );
  const calculation = changed('calculation');
  if (calculation !== null) {
    const parse = draft.type === 'boolean' ? conditionFromXPath : numberFromXPath;
    put(
      'calculation',
      read('calculation', calculation, () => parse(calculation, scope)),
    );
  }
  const count = changed('repeat_count');
  if (count !== null) {
    const from = /^\$\{(\w+)\}$/.exec(count)?.[1];
    if (count !== '' && from === undefined)
      list.refuse('expression-not-held', table.placeOf(row, 'repeat_count'), count);
    put('rowsFrom', from);
  }
  const constraint = changed('constraint');
  if (constraint !== null) {
    const parsed = read('constraint', constraint, () =>
      constraintOf(draft, constraint, { scope, message }),
    );
    const soft = ((draft.constraints as Constraint[] | undefined) ?? []).filter(
      ({ severity }) => severity === 'soft',
    );
    for (const key of ['min', 'max', 'maxLength', 'maxChoices', 'constraints']) delete draft[key];
    const { rule, ...limits } = (parsed ?? {}) as { rule?: Constraint };
    Object.assign(draft, limits);
    const rules = [...soft, ...(rule ? [rule] : [])];
    if (rules.length > 0) draft.constraints = rules;
    if (rule && message === undefined)
      list.refuse('word-missing', table.placeOf(row, 'constraint_message'), draft.linkId);
  } else if (message !== undefined && Array.isArray(draft.constraints)) {
    draft.constraints = (draft.constraints as Constraint[]).map((one) =>
      one.severity === 'hard' ? ({ ...one, text: message } as Constraint) : one,
    );
  }
}

/** Limits where nothing but limits is said and no words go with it; else one rule. */
function constraintOf(
  draft: Draft,
  source: string,
  { scope, message }: { scope: { kinds: KindOf; self: string }; message: unknown },
): Record<string, unknown> {
  const parts = conjunctsOf(source, scope.self);
  const limits: Record<string, unknown> = {};
  const others = parts.filter((part) => {
    const limit = limitOf(part, draft);
    const isLength = limit?.[0] === 'maxLength' || limit?.[0] === 'maxChoices';
    if (!limit || (message !== undefined && !isLength) || limit[0] in limits) return true;
    limits[limit[0]] = limit[1];
    return false;
  });
  if (others.length === 0) return limits;
  const expression = others.map((part) => truthOf(part, scope)).join(' and ');
  const id = `${draft.linkId.toLowerCase().replaceAll('_', '-')}-fits`;
  return { ...limits, rule: { id, severity: 'hard', expression, text: message } };
}

/** `. >= 3`, `string-length(.) <= 40`, `count-selected(.) <= 2`. */
function limitOf(part: XPath, { type, linkId }: Draft): [string, number | string] | null {
  if (part.kind !== 'binary' || (part.operator !== '>=' && part.operator !== '<=')) return null;
  const { left, right, operator } = part;
  const isOwn = (node: XPath | undefined) => node?.kind === 'name' && node.name === linkId;
  const value =
    right.kind === 'number'
      ? right.value
      : right.kind === 'minus' && right.of.kind === 'number'
        ? -right.of.value
        : right.kind === 'call' && right.name === 'date' && right.args[0]?.kind === 'text'
          ? right.args[0].value
          : null;
  if (value === null) return null;
  if (left.kind === 'call' && isOwn(left.args[0]) && operator === '<=') {
    if (left.name === 'string-length') return ['maxLength', value];
    if (left.name === 'count-selected') return ['maxChoices', value];
  }
  const fits =
    typeof value === 'string' ? type === 'date' : type === 'integer' || type === 'decimal';
  return isOwn(left) && fits ? [operator === '>=' ? 'min' : 'max', value] : null;
}
