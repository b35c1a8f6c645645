import { compileForm } from '../../compile-form.ts';
import type { CompiledForm } from '../../compiled-form.ts';
import type { FormPackage } from '../../form-package.ts';
import { FOREIGN_DEFAULTS } from '../foreign-defaults.ts';
import { type ExchangePlace, type ReadIn, RefusalList } from '../refusal.ts';
import { refuseSoldWords } from '../refuse-sold-words.ts';
import { readChoices } from './read-choices.ts';
import { readSurvey } from './read-survey.ts';
import { missingOf, SheetTable, statusesOf, type XlsIn } from './sheet-table.ts';
import { languageOf } from './text-columns.ts';

/** Sheets that change what is asked and that nothing here reads. */
const REFUSED_SHEETS = ['external_choices', 'entities', 'osm'];
const READ_SETTINGS = [
  'form_title',
  'form_id',
  'id_string',
  'version',
  'default_language',
  'absent',
];

/**
 * An XLSForm as a form package. Refused with sheet, row and column where the profile does not know something; ours comes back as
 * it went out, and a cell that somebody changed in Excel counts as it stands there now.
 */
export function readXlsForm(workbook: readonly XlsIn[]): ReadIn<CompiledForm> {
  const list = new RefusalList();
  const table = (name: string) => {
    const sheet = workbook.find((one) => one.name.toLowerCase() === name);
    return sheet ? new SheetTable(sheet) : null;
  };
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map(table);
  if (!survey) {
    list.refuse('not-readable', { kind: 'whole' }, 'survey');
    return { kind: 'refused', refusals: list.refusals };
  }
  for (const name of REFUSED_SHEETS) {
    const first = table(name)?.rows[0];
    if (first)
      list.refuse(
        'element-not-held',
        { kind: 'cell', sheet: name, row: first.line, column: '' },
        name,
      );
  }
  const parts = partsOf(table('tirek'), list);
  const set = settings?.rows[0];
  const said = (name: string) => set?.cells.get(name) ?? '';
  for (const [column, value] of set?.cells ?? []) {
    if (value !== '' && !READ_SETTINGS.includes(column))
      list.leave('element-not-held', settings!.placeOf(set!, column), `${column} ${value}`);
  }
  const base = said('default_language') === '' ? null : languageOf(said('default_language'));
  if (said('default_language') !== '' && base === null) {
    list.refuse(
      'language-not-held',
      settings!.placeOf(set!, 'default_language'),
      said('default_language'),
    );
  }
  const statuses = statusesOf(table('translations_status'));
  const reading = { list, base, statuses };
  const lists = readChoices(choices ?? null, reading);
  const { items, inline } = readSurvey(survey, { ...reading, lists });
  const title = titleOf(
    parts.title as FormPackage['title'] | undefined,
    said('form_title'),
    base ?? 'en',
  );
  const code = codeOf(said('form_id') || said('id_string') || said('form_title'));
  const draft = {
    ...FOREIGN_DEFAULTS,
    licence: {
      owner: 'not named',
      source: 'an XLSForm',
      terms: 'not named; ask the owner before it is used',
      text: 'shipped',
      checked: 'Read from an XLSForm; nobody has looked at its licence here.',
    },
    status: 'draft',
    ...parts,
    format: 'tirek-form-1',
    code,
    version: said('version') || '1',
    title,
    ...(said('absent') !== '' && { missing: missingOf(said('absent')) }),
    optionLists: Object.fromEntries([...lists].filter(([name]) => !inline.has(name))),
    items,
  };
  refuseSoldWords(draft as unknown as FormPackage, list);
  if (list.refusals.length > 0) return { kind: 'refused', refusals: list.refusals };
  const compiled = compileForm(draft);
  if (compiled.kind === 'compiled') return list.outcome(compiled.form);
  for (const { code: reason, path, params } of compiled.findings) {
    const row = survey.rows.find(({ cells }) => cells.get('name') === params.linkId);
    const place: ExchangePlace = row ? survey.placeOf(row, 'name') : { kind: 'whole' };
    list.refuse('package-contradicts', place, `${path}: ${reason} ${JSON.stringify(params)}`);
  }
  return { kind: 'refused', refusals: list.refusals };
}

/** A title changed in Excel is a draft in its language; the others stay. */
function titleOf(
  known: FormPackage['title'] | undefined,
  written: string,
  base: 'kk' | 'ru' | 'en',
): FormPackage['title'] {
  if (known && (written === '' || known[base]?.text === written)) return known;
  return { ...known, [base]: { text: written || 'XLSForm', status: 'draft' } };
}

const codeOf = (written: string) =>
  written
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-$/, '') || 'form';

function partsOf(table: SheetTable | null, list: RefusalList): Record<string, unknown> {
  const pieces = new Map<string, string>();
  for (const { cells } of table?.rows ?? []) {
    const name = cells.get('name') ?? '';
    const content = (cells.get('content') ?? '').replace(/^\|/, '').replace(/\|$/, '');
    pieces.set(name, `${pieces.get(name) ?? ''}${content}`);
  }
  const parts: Record<string, unknown> = {};
  for (const [name, content] of pieces) {
    try {
      parts[name] = JSON.parse(content);
    } catch {
      list.refuse('value-not-held', { kind: 'cell', sheet: 'tirek', row: 1, column: name }, name);
    }
  }
  return parts;
}
