import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { isRoundedFrom, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type ReadParagraph, type Scene } from '../scene.ts';
import { isApproximate } from '../words/clause.ts';
import {
  confirmedIn,
  isNamed,
  type Said,
  type Subject,
  saidIn,
  subjectsOf,
  type TableRow,
} from './retold-tables.ts';

type Around = { readonly subject: Subject; readonly scene: Scene };

/** Figures in sentences that were rounded from the rounded figures of the table they retell. */
export function checkRoundedSums(scene: Scene): Finding[] {
  return subjectsOf(scene).flatMap((subject) =>
    scene.paragraphs.flatMap((paragraph) => roundedSums(paragraph, { subject, scene })),
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
