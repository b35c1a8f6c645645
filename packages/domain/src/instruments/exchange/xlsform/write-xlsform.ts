import { LANGUAGES, type Language } from '../../../text/languages.ts';
import type { CompiledForm, CompiledItem } from '../../compiled-form.ts';
import type { Item, Option } from '../../form-item.ts';
import type { Translated } from '../../translated.ts';
import { PART_NAMES } from '../part-names.ts';
import type { Refusal } from '../refusal.ts';
import { withoutSoldWords } from '../structure-only.ts';
import { ruleCells } from './item-cells.ts';
import {
  BOOLEAN_LIST,
  CHOICE_COLUMNS,
  LONGEST_CELL,
  SURVEY_COLUMNS,
  SURVEY_TEXTS,
  textColumn,
  textColumns,
  type XlsForm,
  type XlsSheet,
} from './workbook-shape.ts';
import type { ItemKinds } from './xpath-out.ts';

type Row = Record<string, string>;
type Status = { sheet: string; name: string; text: string } & Partial<Record<Language, string>>;
type Writing = { form: CompiledForm; kinds: ItemKinds; statuses: Status[]; lost: Refusal[] };

/** What has a column of its own, so that the last column holds only the rest. */
const IN_COLUMNS = [
  'type',
  'linkId',
  'text',
  'help',
  'label',
  'rowLabel',
  'options',
  'items',
  'sensitivity',
  'missing',
  'loinc',
] as const;

/**
 * A form package as an XLSForm that Excel, ODK and Kobo open. Their columns say what they can say; ours, which they pass over,
 * hold the rest, so that the same workbook comes back as the same package. `lost` names what those programs will not see.
 */
export function writeXlsForm(whole: CompiledForm): XlsForm {
  const form = withoutSoldWords(whole);
  const { pkg } = form;
  const writing: Writing = { form, kinds: kindsOf(form), statuses: [], lost: [] };
  const survey = pkg.items.flatMap((item) => rowsOf(item, writing));
  const choices = choiceRows(writing);
  for (const scale of pkg.scales) lose('scales', scale.id, writing);
  const base: Language = pkg.title.en ? 'en' : ((Object.keys(pkg.title)[0] ?? 'en') as Language);
  const settings: Row = {
    form_title: pkg.title[base]?.text ?? pkg.code,
    form_id: pkg.code,
    version: pkg.version,
    default_language: textColumn('', base).slice(2),
    absent: absentCell(pkg.missing),
  };
  return {
    lost: writing.lost,
    sheets: [
      sheetOf(
        'survey',
        [
          ...SURVEY_COLUMNS.slice(0, 2),
          ...[...SURVEY_TEXTS, 'constraint_message'].flatMap(textColumns),
          ...SURVEY_COLUMNS.slice(2),
        ],
        survey,
      ),
      sheetOf(
        'choices',
        [
          ...CHOICE_COLUMNS.slice(0, 2),
          ...['label', 'short_label'].flatMap(textColumns),
          ...CHOICE_COLUMNS.slice(2),
        ],
        choices,
      ),
      sheetOf('settings', Object.keys(settings), [settings]),
      sheetOf(
        'translations_status',
        ['sheet', 'name', 'text', ...LANGUAGES],
        writing.statuses as unknown as Row[],
      ),
      sheetOf('tirek', ['name', 'piece', 'content'], partRows(form)),
    ],
  };
}

const sheetOf = (name: string, columns: readonly string[], rows: readonly Row[]): XlsSheet => ({
  name,
  rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))],
});

export const kindsOf = ({ items }: CompiledForm): ItemKinds =>
  new Map(
    items.map(({ linkId, type, item }) => [
      linkId,
      { type, precision: 'precision' in item ? item.precision : undefined },
    ]),
  );

export const absentCell = (missing: readonly string[]) =>
  missing.length === 0 ? 'none' : missing.join(' ');

function lose(sheet: string, found: string, { lost }: Writing): void {
  lost.push({ code: 'element-not-held', place: { kind: 'item', linkId: sheet }, found });
}

function rowsOf(item: Item, writing: Writing): Row[] {
  const { form, kinds, lost } = writing;
  const compiled = form.byLinkId.get(item.linkId)!;
  const { cells, lost: unsaid } = ruleCells({ ...item, type: item.type }, kinds);
  for (const found of unsaid) {
    lost.push({ code: 'expression-not-held', place: { kind: 'item', linkId: item.linkId }, found });
  }
  const rest: Record<string, unknown> = Object.fromEntries(
    Object.entries(item).filter(([key]) => !IN_COLUMNS.includes(key as never)),
  );
  if (compiled.isCalculated) rest.type = item.type;
  if ('options' in item && typeof item.options !== 'string') rest.inline = true;
  // Asked or not is a column; only that it was said to be no is ours to keep.
  if (rest.required === true) delete rest.required;
  const own: Row = {
    type: typeCell(item, compiled, form),
    name: item.linkId,
    ...texts(item, writing),
    required: 'required' in item && item.required ? 'yes' : '',
    ...cells,
    absent: 'missing' in item && item.missing ? absentCell(item.missing) : '',
    sensitivity: 'sensitivity' in item ? (item.sensitivity ?? '') : '',
    loinc: 'loinc' in item ? (item.loinc ?? '') : '',
    tirek: Object.keys(rest).length > 0 ? JSON.stringify(rest) : '',
  };
  if (item.type !== 'group' && item.type !== 'roster') return [own];
  const end = item.type === 'group' ? 'end_group' : 'end_repeat';
  return [
    own,
    ...item.items.flatMap((child) => rowsOf(child, writing)),
    { type: end, name: item.linkId },
  ];
}

function texts(item: Item, writing: Writing): Row {
  const at = { sheet: 'survey', name: item.linkId };
  const hard =
    'constraints' in item
      ? (item.constraints ?? []).filter(({ severity }) => severity === 'hard')
      : [];
  return {
    ...textCells('label', item.text, at, writing),
    ...textCells('hint', item.help, at, writing),
    ...textCells('short_label', item.label, at, writing),
    ...textCells('row_label', 'rowLabel' in item ? item.rowLabel : undefined, at, writing),
    // With several rules no message fits all of them.
    ...(hard.length === 1 && textCells('constraint_message', hard[0]!.text, at, writing)),
  };
}

function textCells(
  text: string,
  words: Translated | undefined,
  at: { sheet: string; name: string },
  { statuses }: Writing,
): Row {
  if (!words) return {};
  const written = LANGUAGES.filter((language) => words[language]);
  statuses.push({
    ...at,
    text,
    ...Object.fromEntries(written.map((language) => [language, words[language]!.status])),
  });
  return Object.fromEntries(
    written.map((language) => [textColumn(text, language), words[language]!.text]),
  );
}

function typeCell(item: Item, { isCalculated }: CompiledItem, form: CompiledForm): string {
  if (isCalculated) return 'calculate';
  switch (item.type) {
    case 'display':
      return 'note';
    case 'boolean':
      return `select_one ${BOOLEAN_LIST}`;
    case 'choice':
    case 'multi-choice':
      return `${item.type === 'choice' ? 'select_one' : 'select_multiple'} ${listName(item, form)}`;
    case 'roster':
      return 'begin_repeat';
    case 'group':
      return 'begin_group';
    default:
      return item.type;
  }
}

/** The options of one question alone bear its name, with a mark where a list is called so. */
function listName(item: Item & { options: string | Option[] }, { pkg }: CompiledForm): string {
  if (typeof item.options === 'string') return item.options;
  return item.linkId in pkg.optionLists ? `${item.linkId}__own` : item.linkId;
}

function choiceRows(writing: Writing): Row[] {
  const { form } = writing;
  const lists = new Map<string, readonly Option[]>(Object.entries(form.pkg.optionLists));
  for (const { item, options } of form.items) {
    if ('options' in item && typeof item.options !== 'string')
      lists.set(listName(item, form), options);
  }
  const rows = [...lists].flatMap(([list, options]) =>
    options.map(({ id, code, text, label, exclusive }): Row => {
      const at = { sheet: 'choices', name: `${list}/${id}` };
      return {
        list_name: list,
        name: id,
        ...textCells('label', text, at, writing),
        ...textCells('short_label', label, at, writing),
        exclusive: exclusive === undefined ? '' : exclusive ? 'yes' : 'no',
        code: code ?? '',
      };
    }),
  );
  const hasBoolean = form.items.some(({ type }) => type === 'boolean');
  return hasBoolean ? [...rows, ...BOOLEAN_ROWS] : rows;
}

const BOOLEAN_ROWS: Row[] = [
  ['true', 'Иә', 'Да', 'Yes'],
  ['false', 'Жоқ', 'Нет', 'No'],
].map(([name = '', ...words]) => ({
  list_name: BOOLEAN_LIST,
  name,
  ...Object.fromEntries(
    LANGUAGES.map((language, index) => [textColumn('label', language), words[index]!]),
  ),
}));

/** Parts that no column holds, as JSON in as many cells as it takes. */
function partRows({ pkg }: CompiledForm): Row[] {
  const names = [
    ...PART_NAMES.filter((name) => name !== 'missing'),
    'status',
    'title',
    'description',
    'notice',
    'loinc',
  ] as const;
  return names.flatMap((name) => {
    if (pkg[name] === undefined) return [];
    const content = JSON.stringify(pkg[name]);
    const pieces = Math.ceil(content.length / LONGEST_CELL);
    return Array.from({ length: pieces }, (_, piece) => ({
      name,
      piece: String(piece + 1),
      // A mark at both ends, since spreadsheets trim what stands at the edge of a cell.
      content: `|${content.slice(piece * LONGEST_CELL, (piece + 1) * LONGEST_CELL)}|`,
    }));
  });
}
