import type { Answers, CheckFinding, CompiledForm } from '../../instruments/index.ts';
import { isLanguage, type Language } from '../../text/index.ts';
import { checkMapping } from './check-mapping.ts';
import type { ImportFinding, ImportMapping, ImportTable } from './import-mapping.ts';
import { parseDate } from './parse-cell.ts';
import { type CellPlace, readRow } from './read-row.ts';

export interface ImportedResponse {
  readonly language: Language;
  readonly receivedOn: string;
  /** By form code, normalised. */
  readonly answers: Readonly<Record<string, Answers>>;
}

export type ReadImport =
  | {
      readonly kind: 'ready';
      readonly responses: readonly ImportedResponse[];
      readonly warnings: readonly ImportFinding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly ImportFinding[] };

interface Respondent {
  readonly language: Language;
  readonly receivedOn: string;
  readonly answers: Record<string, Answers>;
  /** Where each answer stood in the file, by `form:path`. */
  readonly places: Map<string, CellPlace>;
}

/**
 * Reads the tables of a file as answers. All or nothing: one error and no response is given,
 * but every error is found and told with its place, value and remedy.
 * @param forms the instruments of the wave, by code.
 */
export function readImport(
  mapping: ImportMapping,
  tables: readonly ImportTable[],
  forms: ReadonlyMap<string, CompiledForm>,
): ReadImport {
  const findings = checkMapping(mapping, tables, forms);
  if (hasErrors(findings)) return { kind: 'refused', findings };
  const respondents = readRespondents(mapping, tables, forms, findings);
  for (const roster of mapping.rosters) {
    readRoster(roster, tables, forms, { respondents, findings });
  }
  const responses = [...respondents.values()].map((respondent) =>
    finish(respondent, forms, findings),
  );
  return hasErrors(findings)
    ? { kind: 'refused', findings }
    : { kind: 'ready', responses, warnings: findings };
}

const hasErrors = (findings: readonly ImportFinding[]) =>
  findings.some((finding) => finding.severity === 'error');

function readRespondents(
  mapping: ImportMapping,
  tables: readonly ImportTable[],
  forms: ReadonlyMap<string, CompiledForm>,
  findings: ImportFinding[],
): Map<string, Respondent> {
  const block = mapping.respondents;
  const table = tableNamed(tables, block.table);
  const respondents = new Map<string, Respondent>();
  const reader = cellReader(table);
  table.rows.forEach((cells, index) => {
    const line = table.lines[index] ?? null;
    const cellOf = reader(cells);
    const say = (code: ImportFinding['code'], column: string | null, value: string) =>
      findings.push({
        code,
        severity: 'error',
        table: table.name,
        line,
        column,
        value,
        params: {},
      });
    const key = cellOf(block.key);
    if (key === '') say('key-missing', block.key, key);
    else if (respondents.has(key)) say('key-repeated', block.key, key);
    const language = valueFrom(block.language, cellOf);
    if (!isLanguage(language)) say('language-unknown', columnIn(block.language), language);
    const receivedOn = parseDate(valueFrom(block.receivedOn, cellOf));
    if (!receivedOn)
      say('date-invalid', columnIn(block.receivedOn), valueFrom(block.receivedOn, cellOf));
    const places = new Map<string, CellPlace>();
    const answers = readRow(
      block,
      { table: table.name, line, cellOf, forms, findings },
      (form, item, place) => places.set(`${form}:${item}`, place),
    );
    for (const code of forms.keys()) answers[code] ??= {};
    respondents.set(key, {
      language: isLanguage(language) ? language : 'kk',
      receivedOn: receivedOn ?? '',
      answers,
      places,
    });
  });
  return respondents;
}

function readRoster(
  block: ImportMapping['rosters'][number],
  tables: readonly ImportTable[],
  forms: ReadonlyMap<string, CompiledForm>,
  into: { respondents: Map<string, Respondent>; findings: ImportFinding[] },
): void {
  const table = tableNamed(tables, block.table);
  const rows: {
    order: number;
    parent: Respondent;
    answers: Answers;
    places: [string, CellPlace][];
  }[] = [];
  const reader = cellReader(table);
  table.rows.forEach((cells, index) => {
    const line = table.lines[index] ?? null;
    const cellOf = reader(cells);
    const say = (code: ImportFinding['code'], column: string) =>
      into.findings.push({
        code,
        severity: 'error',
        table: table.name,
        line,
        column,
        value: cellOf(column),
        params: {},
      });
    const parent = into.respondents.get(cellOf(block.parent));
    if (!parent) say('parent-unknown', block.parent);
    const order = block.order ? Number(cellOf(block.order) || Number.NaN) : index;
    if (block.order && !Number.isInteger(order)) say('order-invalid', block.order);
    const places: [string, CellPlace][] = [];
    const answers = readRow(
      block,
      { table: table.name, line, cellOf, forms, findings: into.findings },
      (_form, item, place) => places.push([item, place]),
    );
    if (parent) rows.push({ order, parent, answers: answers[block.form] ?? {}, places });
  });
  rows.sort((a, b) => a.order - b.order);
  for (const { parent, answers, places } of rows) {
    const own = parent.answers[block.form] ?? {};
    const earlier = Array.isArray(own[block.roster]) ? (own[block.roster] as Answers[]) : [];
    for (const [item, place] of places) {
      parent.places.set(`${block.form}:${block.roster}/${earlier.length}/${item}`, place);
    }
    own[block.roster] = [...earlier, answers];
    parent.answers[block.form] = own;
  }
}

/** Applies the instrument's own rules, and says at which cell one was broken. */
function finish(
  respondent: Respondent,
  forms: ReadonlyMap<string, CompiledForm>,
  findings: ImportFinding[],
): ImportedResponse {
  const answers: Record<string, Answers> = {};
  for (const [code, form] of forms) {
    const opened = form.open(respondent.receivedOn);
    const own = respondent.answers[code] ?? {};
    const { hard, soft } = opened.check(own);
    for (const finding of hard) findings.push(fromCheck(finding, form, respondent, 'error'));
    for (const finding of soft) findings.push(fromCheck(finding, form, respondent, 'warning'));
    answers[code] = opened.complete(own);
  }
  return { language: respondent.language, receivedOn: respondent.receivedOn, answers };
}

function fromCheck(
  finding: CheckFinding,
  form: CompiledForm,
  respondent: Respondent,
  severity: 'error' | 'warning',
): ImportFinding {
  const place = respondent.places.get(`${form.code}:${finding.path}`);
  return {
    code: severity === 'error' ? 'answer-refused' : 'answer-doubtful',
    severity,
    table: place?.table ?? '',
    line: place?.line ?? null,
    column: place?.column ?? finding.path,
    value: place?.value ?? null,
    params: {
      rule: finding.code,
      ...(finding.limit === undefined ? {} : { limit: finding.limit }),
      ...(finding.constraint ? sentencesOf(form, finding) : {}),
    },
  };
}

/** What the form itself says when a rule between answers is broken, by language. */
function sentencesOf(form: CompiledForm, finding: CheckFinding): Record<string, string> {
  const linkId = finding.path.split('/').at(-1) ?? '';
  const item = form.byLinkId.get(linkId)?.item;
  const rule =
    item && 'constraints' in item
      ? item.constraints?.find((each) => each.id === finding.constraint)
      : undefined;
  return Object.fromEntries(
    Object.entries(rule?.text ?? {}).map(([language, wording]) => [
      `text.${language}`,
      wording.text,
    ]),
  );
}

function tableNamed(tables: readonly ImportTable[], name: string): ImportTable {
  const table = tables.find((each) => each.name === name);
  if (!table) throw new RangeError(`checkMapping let the missing table ${name} pass.`);
  return table;
}

/** For one table, gives the reader of one row: column name -> cell. */
function cellReader(table: ImportTable): (cells: readonly string[]) => (column: string) => string {
  const places = new Map(table.columns.map((column, place) => [column, place]));
  return (cells) => (column) => cells[places.get(column) ?? -1] ?? '';
}

const valueFrom = (
  source: { column: string } | { constant: string },
  cellOf: (column: string) => string,
): string => ('column' in source ? cellOf(source.column) : source.constant);

const columnIn = (source: { column: string } | { constant: string }): string | null =>
  'column' in source ? source.column : null;
