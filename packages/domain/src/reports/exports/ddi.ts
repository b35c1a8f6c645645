import { escapeMarkup } from '../../drawing/svg.ts';
import { LANGUAGES, type Language } from '../../text/index.ts';
import {
  anonymityLines,
  type BundleHead,
  deidentification,
  lossLines,
  lossOfVariable,
  missingSaid,
} from './bundle-head.ts';
import type { VariableLoss } from './coarsening/loss.ts';
import { summariseColumn } from './column-summary.ts';
import {
  type CodedValue,
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_CODES,
  type Said,
  titleOf,
} from './data-table.ts';

/*
 * DDI Codebook 2.5 (ddi:codebook:2_5, published by the DDI Alliance in 2012): elements in the order of
 * its schema, every text with its xml:lang.
 */

/** Control signs that XML 1.0 cannot hold, and halves of surrogate pairs. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

type Attributes = Readonly<Record<string, string | number | undefined>>;
/** Markup that is ready; every text went through `text`. */
type Markup = { readonly markup: string };

/**
 * The description of the data files for an archive.
 * @param ending what the described files end in, such as `csv`
 */
export function ddiXml(tables: readonly DataTable[], head: BundleHead, ending: string): string {
  const { language, writtenAt } = head;
  const codeBook = element(
    'codeBook',
    {
      xmlns: 'ddi:codebook:2_5',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
      version: '2.5',
      'xml:lang': language,
    },
    study(head),
    ...tables.map((table, i) => fileDescription(table, i, { head, ending })),
    element(
      'dataDscr',
      {},
      ...tables.flatMap(groups),
      ...tables.flatMap((table, file) =>
        table.variables.map((variable, place) =>
          variableDescription(variable, table.columns[place]!, {
            file,
            place,
            loss: lossOf(head, table, variable),
          }),
        ),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${writtenAt} -->\n${codeBook.markup}\n`;
}

function study(head: BundleHead): Markup {
  const { wave, language, writtenAt } = head;
  const others = LANGUAGES.filter((each) => each !== language);
  const date = (day: string | null, event: string) =>
    day === null ? [] : [element('collDate', { date: day, event }, text(day))];
  return element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      element(
        'titlStmt',
        {},
        element('titl', { 'xml:lang': language }, text(wave.title[language])),
        ...others.map((each) => element('parTitl', { 'xml:lang': each }, text(wave.title[each]))),
      ),
      element(
        'prodStmt',
        {},
        element('prodDate', { date: writtenAt.slice(0, 10) }, text(writtenAt.slice(0, 10))),
        element('software', {}, text('Tirek')),
      ),
    ),
    element(
      'stdyInfo',
      {},
      ...LANGUAGES.map((each) =>
        element('abstract', { 'xml:lang': each }, text(deidentification(head, each).join(' '))),
      ),
      element('sumDscr', {}, ...date(wave.opensOn, 'start'), ...date(wave.closesOn, 'end')),
    ),
  );
}

function fileDescription(
  table: DataTable,
  file: number,
  { head, ending }: { head: BundleHead; ending: string },
): Markup {
  const lines = [...anonymityLines(table), ...lossLines(table, head).slice(0, 1)];
  const risk = lines.map((line) =>
    element('notes', { type: 'anonymity', 'xml:lang': table.language }, text(line)),
  );
  return element(
    'fileDscr',
    { ID: fileId(file), URI: `${table.name}.${ending}` },
    element(
      'fileTxt',
      {},
      element('fileName', {}, text(`${table.name}.${ending}`)),
      element('fileCont', { 'xml:lang': table.language }, text(titleOf(table))),
      element(
        'dimensns',
        {},
        element('caseQnty', {}, text(table.rows)),
        element('varQnty', {}, text(table.variables.length)),
      ),
      element('fileType', { charset: 'UTF-8' }, text(ending)),
    ),
    ...risk,
  );
}

/** The yes-or-no variables that are one question with several answers. */
function groups(table: DataTable, file: number): Markup[] {
  const members = new Map<string, { places: number[]; question: Said }>();
  table.variables.forEach(({ source, question }, place) => {
    if (source.kind !== 'option') return;
    const key = `${source.form} ${source.linkId}`;
    const group = members.get(key) ?? { places: [], question };
    group.places.push(place);
    members.set(key, group);
  });
  return [...members].map(([key, { places, question }]) =>
    element(
      'varGrp',
      {
        type: 'multipleResp',
        name: key.split(' ')[1],
        var: places.map((place) => variableId(file, place)).join(' '),
      },
      ...said('labl', question),
    ),
  );
}

function variableDescription(
  variable: DataVariable,
  column: DataColumn,
  { file, place, loss }: { file: number; place: number; loss: VariableLoss | undefined },
): Markup {
  const { valid, missing, counts, numbers } = summariseColumn(column, variable);
  const isContinuous = variable.kind === 'number' || variable.kind === 'month';
  const statistic = (type: string, value: number | null) =>
    value === null ? [] : [element('sumStat', { type }, text(value))];
  const missingCount = missing.reduce((sum, { count }) => sum + count, 0);
  return element(
    'var',
    {
      ID: variableId(file, place),
      name: variable.name,
      files: fileId(file),
      dcml: variable.kind === 'text' ? undefined : variable.decimals,
      intrvl: isContinuous ? 'contin' : 'discrete',
      nature: variable.measure === 'scale' ? 'ratio' : variable.measure,
      representationType: REPRESENTATIONS[variable.kind],
    },
    ...said('labl', variable.labels, { level: 'variable' }),
    ...questions(variable.question),
    ...(numbers
      ? [
          element(
            'valrng',
            {},
            element('range', {
              UNITS:
                Number.isInteger(numbers.minimum) && Number.isInteger(numbers.maximum)
                  ? 'INT'
                  : 'REAL',
              min: String(numbers.minimum),
              max: String(numbers.maximum),
            }),
          ),
        ]
      : []),
    ...(missing.length > 0 && variable.kind !== 'text'
      ? [
          element(
            'invalrng',
            {},
            ...missing.map(({ reason }) => element('item', { VALUE: MISSING_CODES[reason].stata })),
          ),
        ]
      : []),
    ...statistic('vald', valid),
    ...statistic('invd', missingCount),
    ...(numbers
      ? [
          ...statistic('min', numbers.minimum),
          ...statistic('max', numbers.maximum),
          ...statistic('mean', numbers.mean),
          ...statistic('stdev', numbers.standardDeviation),
        ]
      : []),
    ...variable.values.map((value, i) => category(value, counts[i] ?? 0)),
    ...(variable.kind === 'text'
      ? []
      : missing.map(({ reason, count }) =>
          element(
            'catgry',
            { missing: 'Y', missType: reason },
            element('catValu', {}, text(MISSING_CODES[reason].stata)),
            ...said('labl', missingSaid(reason), { level: 'category' }),
            element('catStat', { type: 'freq' }, text(count)),
          ),
        )),
    ...derivation(variable),
    element('varFormat', {
      type: variable.kind === 'text' || variable.kind === 'month' ? 'character' : 'numeric',
      ...(variable.kind === 'month'
        ? { formatname: 'YYYY-MM', schema: 'ISO', category: 'date' }
        : {}),
    }),
    ...(loss
      ? LANGUAGES.map((each) =>
          element(
            'notes',
            { type: 'deidentification', 'xml:lang': each },
            text(lossOfVariable(loss, each)),
          ),
        )
      : []),
  );
}

const REPRESENTATIONS = {
  number: 'numeric',
  coded: 'code',
  month: 'datetime',
  text: 'text',
} as const;

function category({ value, labels }: CodedValue, count: number): Markup {
  return element(
    'catgry',
    {},
    element('catValu', {}, text(value)),
    ...said('labl', labels, { level: 'category' }),
    element('catStat', { type: 'freq' }, text(count)),
  );
}

/** One question element for each language, since its literal text may stand in it once. */
function questions(question: Said): Markup[] {
  return eachSaid(question).map(([language, words]) =>
    element(
      'qstn',
      { 'xml:lang': language },
      element('qstnLit', { 'xml:lang': language }, text(words)),
    ),
  );
}

/** Scores say by which version of their rule they were made. */
function derivation({ source }: DataVariable): Markup[] {
  if (source.kind !== 'score' && source.kind !== 'percent-of-maximum') return [];
  const rule = `${source.form}, ${source.scale}, ${source.version}`;
  return [element('derivation', {}, element('drvdesc', {}, text(rule)))];
}

function said(name: string, texts: Said, attributes: Attributes = {}): Markup[] {
  return eachSaid(texts).map(([language, words]) =>
    element(name, { ...attributes, 'xml:lang': language }, text(words)),
  );
}

const eachSaid = (texts: Said) =>
  LANGUAGES.flatMap((language): [Language, string][] => {
    const words = texts[language];
    return words === undefined ? [] : [[language, words]];
  });

const lossOf = ({ protection }: BundleHead, table: DataTable, { name }: DataVariable) =>
  protection?.losses
    .find((loss) => loss.table === table.name)
    ?.variables.find((loss) => loss.variable === name);

const fileId = (file: number) => `F${file + 1}`;
const variableId = (file: number, place: number) => `F${file + 1}V${place + 1}`;

function text(value: string | number): Markup {
  return { markup: escapeMarkup(String(value).replace(NOT_XML, '\ufffd')) };
}

function element(name: string, attributes: Attributes, ...children: Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${text(value ?? '').markup}"`)
    .join('');
  const inside = children.map(({ markup }) => markup).join('');
  return {
    markup: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`,
  };
}
