import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { isRoundedFrom, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type ReadParagraph, type Scene, type Sentence } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import { countAlike, tellingWords } from '../words/alike.ts';
import { clauseOf, isApproximate, percentsOf, SUBGROUP } from '../words/clause.ts';
import { OF_MENTIONS } from '../words/vocabulary.ts';
import { explainColumn, type ShareColumn, type ShareRow, shareColumns } from './table-percents.ts';
import { swaps } from './wrong-percent.ts';

/** A row of a table that sentences may speak of. */
type TableRow = {
  readonly share: ShareRow;
  readonly words: readonly string[];
  /** The percentage before it was rounded. */
  readonly exact: number;
};
type Subject = {
  readonly column: ShareColumn;
  readonly base: number;
  readonly written: string;
  readonly rows: readonly TableRow[];
};
type Said = {
  readonly sentence: Sentence;
  readonly number: FoundNumber;
  readonly words: readonly string[];
};

/**
 * Percentages in sentences held against the table they retell. A paragraph is known to retell a table when at least two of
 * its percentages are those of rows it names; only then are its other percentages judged.
 */
export function checkTextAgainstTables(scene: Scene): Finding[] {
  const subjects = subjectsOf(scene);
  const found = subjects.flatMap((subject) => {
    const conflicts = scene.paragraphs.flatMap((paragraph) =>
      conflictsIn(paragraph, { subject, scene }),
    );
    const repeated = conflicts.flatMap(({ said, row }) => repeatsOf(said, { row, scene }));
    return [
      ...conflicts.map(({ finding }) => finding),
      ...repeated.filter(({ line }) => !conflicts.some(({ finding }) => finding.line === line)),
      ...scene.paragraphs.flatMap((paragraph) => roundedSums(paragraph, { subject, scene })),
      ...mentionsAndPeople(subject, scene),
      ...baseNotSum(subject, scene),
    ];
  });
  return found;
}

function subjectsOf(scene: Scene): Subject[] {
  return shareColumns(scene).flatMap((column) => {
    const best = explainColumn(column, scene.bases);
    if (!best || best.explained.length < 2) return [];
    const rows = column.all.map((share) => ({
      share,
      words: tellingWords(share.row.label),
      exact: (100 * share.count) / best.base(share),
    }));
    const base = best.base(best.explained[0] as ShareRow);
    return [{ column, base, written: best.written ?? String(base), rows }];
  });
}

const saidIn = (paragraph: ReadParagraph): Said[] =>
  percentsOf(paragraph).map(({ sentence, number }) => ({
    sentence,
    number,
    words: clauseOf(sentence, number),
  }));

const isNamed = ({ words }: Said, row: TableRow) => countAlike(row.words, words) > 0;

const agrees = ({ number }: Said, row: TableRow) =>
  number.isPercent
    ? isRoundedFrom(number, row.exact) || isRoundedFrom(number, row.share.percent.value)
    : number.value === row.share.count;

/** The rows a paragraph retells: named and with the right figure. */
function confirmedIn(said: readonly Said[], { rows }: Subject): Map<Said, TableRow> {
  const confirmed = new Map<Said, TableRow>();
  for (const each of said) {
    const row = rows.find(
      (candidate) =>
        isNamed(each, candidate) &&
        agrees(each, candidate) &&
        ![...confirmed.values()].includes(candidate),
    );
    if (row) confirmed.set(each, row);
  }
  return confirmed;
}

type Around = { readonly subject: Subject; readonly scene: Scene };
type Conflict = { readonly said: Said; readonly row: TableRow; readonly finding: Finding };

/** Points by which a figure may differ from its row and still be meant to be it. */
const NEAR_POINTS = 3;

function conflictsIn(paragraph: ReadParagraph, { subject, scene }: Around): Conflict[] {
  const said = [...saidIn(paragraph), ...countsIn(paragraph, subject)];
  const confirmed = confirmedIn(said, subject);
  const taken = new Set(confirmed.values());
  return said.flatMap((each): Conflict[] => {
    const { sentence, number, words } = each;
    if (confirmed.has(each) || isApproximate(sentence, number) || SUBGROUP.test(sentence.text))
      return [];
    if (sumsOf(subject.rows, number.isPercent).some((sum) => isRoundedFrom(number, sum))) return [];
    if (subject.rows.some((row) => agrees(each, row))) return [];
    const named = subject.rows
      .filter((row) => !taken.has(row) && isNamed(each, row))
      .toSorted((a, b) => countAlike(b.words, words) - countAlike(a.words, words));
    const [row, second] = named;
    if (!row || (second && countAlike(second.words, words) === countAlike(row.words, words)))
      return [];
    const isRetold = confirmed.size >= 2;
    if ((!isRetold && !isFullyNamed(each, row)) || !isNearRow(number, row)) return [];
    return [{ said: each, row, finding: conflictFinding(each, { row, isRetold, scene }) }];
  });
}

/** Numbers of people in a paragraph that are not the numbers of all who were asked. */
const countsIn = ({ sentences }: ReadParagraph, { base }: Subject): Said[] =>
  sentences.flatMap((sentence) =>
    sentence.numbers
      .filter(
        ({ isPercent, isYear, isRangeEnd, currency, decimals, value }) =>
          !isPercent &&
          !isYear &&
          !isRangeEnd &&
          !currency &&
          decimals === 0 &&
          value > 1 &&
          value < base,
      )
      .map((number) => ({ sentence, number, words: clauseOf(sentence, number) })),
  );

/** A sentence that stands alone must name the row by all its words, and no other time. */
const isFullyNamed = ({ sentence, number, words }: Said, row: TableRow) =>
  number.isPercent &&
  row.words.length >= 2 &&
  countAlike(row.words, words) === row.words.length &&
  !sentence.numbers.some(({ isYear }) => isYear);

function isNearRow(number: FoundNumber, { share, exact }: TableRow): boolean {
  const target = number.isPercent ? exact : share.count;
  const near = number.isPercent ? NEAR_POINTS : Math.max(2, 0.1 * share.count);
  return (
    Math.abs(number.value - target) <= near ||
    swaps(number.value, number.decimals).some((value) =>
      isRoundedFrom({ ...number, value }, target),
    )
  );
}

function conflictFinding(
  { sentence, number }: Said,
  { row, isRetold, scene }: { row: TableRow; isRetold: boolean; scene: Scene },
): Finding {
  const { share, exact } = row;
  const right = number.isPercent
    ? `${writeNumber(exact, number.decimals, scene.style)}%`
    : String(share.count);
  return {
    ...placeInText(sentence, number),
    printed: number.text,
    recomputed: right,
    reading: 'text-and-table',
    params: {
      printed: number.text,
      row: share.row.label,
      table: share.written,
      line: String(share.row.line),
      right,
    },
    certainty: isRetold ? 'likely' : 'possible',
    see: [share.row.line],
  };
}

/** All sums of two or three rows: sentences like to put rows together. */
function sumsOf(rows: readonly TableRow[], isPercent: boolean): readonly number[] {
  const few = rows.slice(0, 16);
  const shareOf = ({ share, exact }: TableRow) => (isPercent ? exact : share.count);
  const sums: number[] = [];
  few.forEach((a, i) => {
    few.slice(i + 1).forEach((b, j) => {
      sums.push(shareOf(a) + shareOf(b));
      if (isPercent) sums.push(a.share.percent.value + b.share.percent.value);
      for (const c of few.slice(i + j + 2)) sums.push(shareOf(a) + shareOf(b) + shareOf(c));
    });
  });
  return sums;
}

/** The same wrong figure of the same thing in other paragraphs. */
function repeatsOf(said: Said, { row, scene }: { row: TableRow; scene: Scene }): Finding[] {
  return scene.paragraphs.flatMap((paragraph) =>
    saidIn(paragraph)
      .filter(
        ({ sentence, number }) =>
          sentence !== said.sentence && number.text === said.number.text && number.decimals > 0,
      )
      .filter((other) => isNamed(other, row))
      .map((other) => ({
        ...conflictFinding(other, { row, isRetold: true, scene }),
        see: [placeInText(said.sentence, said.number).line, row.share.row.line],
      })),
  );
}

/** A figure for several rows together that is the sum of their rounded figures, or was rounded twice. */
function roundedSums(paragraph: ReadParagraph, { subject, scene }: Around): Finding[] {
  const said = saidIn(paragraph);
  const confirmed = confirmedIn(said, subject);
  const free = subject.rows.filter((row) => ![...confirmed.values()].includes(row));
  if (confirmed.size === 0) return [];
  return said.flatMap((each): Finding[] => {
    const { number, sentence } = each;
    const retold = confirmed.get(each);
    if (retold && isRoundedTwice(number, retold))
      return [sumFinding(each, { rows: [retold], subject, scene })];
    if (retold || number.decimals === 0 || isApproximate(sentence, number)) return [];
    const named = free.filter((row) => isNamed(each, row));
    if (named.length < 2) return [];
    const others = free.filter((row) => !named.includes(row)).slice(0, 12);
    const groups = [named, ...others.map((one) => [...named, one])];
    if (groups.some((rows) => isRoundedFrom(number, sumExact(rows)))) return [];
    const unit = 10 ** -number.decimals;
    const near = groups.find((rows) => Math.abs(number.value - sumExact(rows)) < 1.5 * unit);
    if (!near) return [];
    return [sumFinding(each, { rows: near, subject, scene })];
  });
}

/** The figure follows from the table's rounded one, not from what that was rounded from. */
const isRoundedTwice = (number: FoundNumber, { share, exact }: TableRow) =>
  number.decimals < share.percent.decimals &&
  isRoundedFrom(share.percent, exact) &&
  !isRoundedFrom(number, exact);

function sumFinding(
  { sentence, number }: Said,
  { rows, subject, scene }: { rows: readonly TableRow[]; subject: Subject; scene: Scene },
): Finding {
  const count = rows.reduce((sum, { share }) => sum + share.count, 0);
  const right = `${writeNumber(sumExact(rows), number.decimals, scene.style)}%`;
  return {
    ...placeInText(sentence, number),
    printed: number.text,
    recomputed: right,
    reading: 'sum-of-rounded',
    params: {
      printed: number.text,
      rows: rows.map(({ share }) => share.row.label).join(' + '),
      count: String(count),
      base: String(subject.base),
      right,
    },
    certainty: 'likely',
    see: rows.map(({ share }) => share.row.line),
  };
}

const sumExact = (rows: readonly TableRow[]) => rows.reduce((sum, { exact }) => sum + exact, 0);

const ENOUGH_PAIRS = 3;

/** Percentages of ticks in the table, of people in the text, and neither says so. */
function mentionsAndPeople({ column, base, rows }: Subject, scene: Scene): Finding[] {
  const told = [column.table.title, column.group.title, ...column.group.heads].join(' ');
  if (base !== column.sum || OF_MENTIONS.test(told)) return [];
  const said = scene.paragraphs.flatMap(saidIn);
  for (const people of scene.bases) {
    if (people >= base || rows.some(({ share }) => share.count > people)) continue;
    const pairs = rows.flatMap((row) => {
      const ofPeople = (100 * row.share.count) / people;
      const hit = said.find(
        (each) => isNamed(each, row) && isRoundedFrom(each.number, ofPeople) && !agrees(each, row),
      );
      return hit ? [{ row, hit, ofPeople }] : [];
    });
    const [first] = pairs;
    if (pairs.length < ENOUGH_PAIRS || !first) continue;
    const line = placeInText(first.hit.sentence, first.hit.number).line;
    return [
      {
        line: column.group.line,
        sheet: column.table.sheet,
        passage: [column.group.title ?? column.table.title, passageOf(first.row.share.row)]
          .filter(Boolean)
          .join(': '),
        printed: first.row.share.written,
        recomputed: `${writeNumber(first.ofPeople, first.row.share.percent.decimals, scene.style)}%`,
        reading: 'mentions-and-people',
        params: {
          mentions: String(base),
          people: String(people),
          line: String(line),
          text: first.hit.number.text,
          row: first.row.share.row.label,
        },
        certainty: 'likely',
        see: [...new Set(pairs.map(({ hit }) => placeInText(hit.sentence, hit.number).line))],
      },
    ];
  }
  return [];
}

/** Most rows follow from a base their counts do not add up to, and one row follows from the sum: two bases in one table. */
function baseNotSum({ column, base, written, rows }: Subject, { bases }: Scene): Finding[] {
  if (base === column.sum || column.stated.includes(base) || bases.has(base) || column.sum >= base)
    return [];
  const off = rows.filter(({ share, exact }) => !isRoundedFrom(share.percent, exact));
  const bySum = off.find(({ share }) =>
    isRoundedFrom(share.percent, (100 * share.count) / column.sum),
  );
  if (!bySum) return [];
  return [
    {
      line: column.group.line,
      sheet: column.table.sheet,
      passage: column.group.title ?? column.table.title ?? passageOf(bySum.share.row),
      printed: written,
      recomputed: String(column.sum),
      reading: 'base-not-sum',
      params: {
        base: written,
        sum: String(column.sum),
        missing: String(base - column.sum),
        row: bySum.share.row.label,
      },
      certainty: 'possible',
      see: [bySum.share.row.line],
    },
  ];
}
