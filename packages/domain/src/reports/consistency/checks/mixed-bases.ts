import type { Finding } from '../finding.ts';
import { isRoundedFrom, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import { OF_MENTIONS } from '../words/vocabulary.ts';
import { agrees, isNamed, type Subject, saidIn, subjectsOf } from './retold-tables.ts';

/** Two bases where one is told: ticks in the table and people in the text, or two sums in one table. */
export function checkMixedBases(scene: Scene): Finding[] {
  return subjectsOf(scene).flatMap((subject) => [
    ...mentionsAndPeople(subject, scene),
    ...baseNotSum(subject, scene),
  ]);
}

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
