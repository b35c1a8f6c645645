import {
  lineAt,
  type Paragraph,
  type ReportDocument,
  type ReportTable,
} from './document/report-document.ts';
import { type FoundNumber, findNumbers } from './numbers/find-numbers.ts';
import { type NumberStyle, numberStyleOf, parseDigits } from './numbers/number-style.ts';
import { type ShapedTable, shapeTable } from './tables/table-shape.ts';

export type Sentence = {
  readonly paragraph: Paragraph;
  /** Where it lies in its paragraph; the numbers count from the paragraph's beginning too. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
};

export type ReadParagraph = {
  readonly paragraph: Paragraph;
  readonly sentences: readonly Sentence[];
  readonly numbers: readonly FoundNumber[];
};

/** A report made ready for the checks. */
export type Scene = {
  readonly style: NumberStyle;
  readonly tables: readonly ShapedTable[];
  readonly paragraphs: readonly ReadParagraph[];
  /** Numbers of people a report names: `n = 104`, “104 women”. Any of them may be the base of a percentage. */
  readonly bases: ReadonlySet<number>;
};

export function prepareScene(document: ReportDocument): Scene {
  const words = document.blocks.map(wordsOf).join('\n');
  const found = numberStyleOf(words);
  const style = document.decimal ? { ...found, decimal: document.decimal } : found;
  const blocks = joinTornTables(document.blocks);
  return {
    style,
    tables: blocks.flatMap((block) => (block.kind === 'table' ? [shapeTable(block, style)] : [])),
    paragraphs: blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [readParagraph(block, style)] : [],
    ),
    bases: basesIn(words, style),
  };
}

/** How many figures sentences and cells hold. */
export function countFigures({ tables, paragraphs }: Scene): number {
  const cells = tables.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  );
  const inCells = cells.map(({ kind }) => (kind === 'pair' ? 2 : Number(kind === 'number')));
  const inText = paragraphs.map(({ numbers }) => numbers.length);
  return [...inCells, ...inText].reduce((sum, count) => sum + count, 0);
}

const wordsOf = (block: Paragraph | ReportTable) =>
  block.kind === 'paragraph'
    ? block.text
    : [block.title, ...block.rows.map(({ cells }) => cells.join('\t'))].join('\n');

/** A table that goes on after the break of a page is one table: nothing stands between, and it begins with figures. */
function joinTornTables(blocks: ReportDocument['blocks']): ReportDocument['blocks'] {
  const joined: (Paragraph | ReportTable)[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (
      block.kind === 'table' &&
      before?.kind === 'table' &&
      block.title === null &&
      block.sheet === null &&
      block.rows[0]?.cells.length === before.rows.at(-1)?.cells.length &&
      block.rows[0]?.cells.slice(1).some((cell) => /^[$€]?\d/.test(cell))
    ) {
      joined[joined.length - 1] = { ...before, rows: [...before.rows, ...block.rows] };
    } else joined.push(block);
  }
  return joined;
}

/** A full stop ends a sentence when a capital, a digit, a bracket or a quotation mark begins the next. */
const SENTENCE_END =
  /(?<!\b(?:p|pp|vs|e\.g|i\.e|т|е|г|рис|табл|см|др|Dr|Mr|Ms|No)\.?)[.!?…][)"”»’]*\s+(?=[\p{Lu}\d("“«~$])/gu;

function readParagraph(paragraph: Paragraph, style: NumberStyle): ReadParagraph {
  const { text } = paragraph;
  const numbers = findNumbers(text, style);
  const cuts = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const sentences = [0, ...cuts].map((start, index): Sentence => {
    const end = cuts[index] ?? text.length;
    return {
      paragraph,
      start,
      end,
      text: text.slice(start, end).trim(),
      numbers: numbers.filter((number) => number.start >= start && number.start < end),
    };
  });
  return { paragraph, sentences, numbers };
}

const SIZE = /(?<![\p{L}\d])[nN]\s?=\s?(\d[\d\u00a0\u2009\u202f ,]*\d|\d)/gu;
const PEOPLE =
  /(?<![\p{L}\d.,])(\d{1,3}(?:[ \u00a0\u2009\u202f,]\d{3})+|\d{1,7})\s(?:\p{L}+\s){0,2}?(?:wom[ae]n|m[ae]n|mothers?|fathers?|people|persons?|families|households|children|boys|girls|pupils|respondents?|participants?|adults?|returnees?|answers|responses|женщин\p{L}*|мужчин\p{L}*|матер\p{L}*|человек\p{L}*|люд\p{L}*|семе\p{L}*|семь\p{L}*|дет\p{L}*|реб[её]н\p{L}*|респондент\p{L}*|участни\p{L}*|опрошенн\p{L}*|ответ\p{L}*|анкет\p{L}*|әйел\p{L}*|ер\p{L}*|адам\p{L}*|отбас\p{L}*|бала\p{L}*|респондент\p{L}*|қатысушы\p{L}*|жауап\p{L}*|сауалнама\p{L}*)(?!\p{L})/giu;

function basesIn(text: string, style: NumberStyle): ReadonlySet<number> {
  const written = [SIZE, PEOPLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return new Set(
    written.flatMap((digits) => {
      const parsed = parseDigits(digits.trim(), style);
      return parsed && parsed.decimals === 0 && parsed.value > 1 ? [parsed.value] : [];
    }),
  );
}

/** The sample size a title or head states (`n = 104`), or null. */
export function sizeIn(text: string | null | undefined, style: NumberStyle): number | null {
  const digits = text ? [...text.matchAll(SIZE)][0]?.[1] : undefined;
  const parsed = digits === undefined ? null : parseDigits(digits.trim(), style);
  return parsed && parsed.decimals === 0 && parsed.value > 1 ? parsed.value : null;
}

/** Where a finding in running text is, and the words around it. */
export function placeInText(sentence: Sentence, number: { readonly start: number } | null) {
  return {
    line: lineAt(sentence.paragraph, number?.start ?? sentence.start),
    sheet: null,
    passage: sentence.text,
  };
}
