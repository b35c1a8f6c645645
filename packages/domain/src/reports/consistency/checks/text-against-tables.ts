import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { isRoundedFrom, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type ReadParagraph, type Scene } from '../scene.ts';
import { countAlike } from '../words/alike.ts';
import { clauseOf, isApproximate, SUBGROUP } from '../words/clause.ts';
import {
  agrees,
  confirmedIn,
  isNamed,
  type Said,
  type Subject,
  saidIn,
  subjectsOf,
  type TableRow,
} from './retold-tables.ts';
import { swaps } from './wrong-percent.ts';

/**
 * Percentages in sentences held against the table they retell. A paragraph is known to retell a table when at least two of
 * its percentages are those of rows it names; only then are its other percentages judged.
 */
export function checkTextAgainstTables(scene: Scene): Finding[] {
  return subjectsOf(scene).flatMap((subject) => {
    const conflicts = scene.paragraphs.flatMap((paragraph) =>
      conflictsIn(paragraph, { subject, scene }),
    );
    const repeated = conflicts.flatMap(({ said, row }) => repeatsOf(said, { row, scene }));
    return [
      ...conflicts.map(({ finding }) => finding),
      ...repeated.filter(({ line }) => !conflicts.some(({ finding }) => finding.line === line)),
    ];
  });
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
