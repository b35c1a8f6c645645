import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { isRoundedFrom, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';
import { countAlike, tellingWords } from '../words/alike.ts';
import { percentsOf, SUBGROUP } from '../words/clause.ts';
import { filterIn, subjectIn } from '../words/filters.ts';
import { titleOf } from './asked-of-some.ts';
import { type Subject, subjectsOf, type TableRow } from './retold-tables.ts';

/** “73% of respondents” where the table has 73% of those who answered a question that few were asked. */
export function checkNarrowBases(scene: Scene): Finding[] {
  const subjects = subjectsOf(scene).filter((subject) => isNarrow(subject, scene));
  return scene.paragraphs.flatMap((paragraph) =>
    percentsOf(paragraph).flatMap(({ sentence, number }): Finding[] => {
      if (!isOfAll(sentence, number) || SUBGROUP.test(sentence.text)) return [];
      for (const subject of subjects) {
        const row = rowBehind({ sentence, number }, subject);
        if (row) return [finding({ sentence, number }, { subject, row, scene })];
      }
      return [];
    }),
  );
}

type Said = { readonly sentence: Sentence; readonly number: FoundNumber };

/** Fewer missing than these are what percentages of answers usually leave out. */
const MANY_MISSING = 1 / 3;

/** The shares are of fewer people than were asked, by a filter or because many did not answer. */
function isNarrow({ column, base }: Subject, { bases }: Scene): boolean {
  const missing = column.sum - base;
  if (base !== column.sumOfAnswered || missing <= 0 || !bases.has(column.sum)) return false;
  return filterIn(titleOf(column)) !== null || missing > MANY_MISSING * column.sum;
}

const ALL =
  '(?:respondents?|wom[ae]n|mothers|participants|returnees|families|the sample|those (?:asked|surveyed))';
const OF_ALL_AFTER = new RegExp(
  String.raw`^\)?\s?of (?:all (?:the )?|the |our )?(?:\p{L}+ )?${ALL}(?!\s(?:who|that|with|in|from|without|whose)\b)|^\)?\s(?:всех )?(?:опрошенных|респондент\p{L}*|участни\p{L}*|женщин|матерей|семей)(?!,? (?:котор|(?:кто|с|из|у)(?!\p{L})))`,
  'iu',
);
const OF_ALL_BEFORE = new RegExp(
  String.raw`\bof (?:all (?:the )?|the |our )?(?:\p{L}+ )?${ALL}\s?\($|(?:опрошенных|респонденток|респондентов|женщин|матерей|семей)\s?\($|(?:сұралған(?:дар|\s?\p{L}+)(?:дың|дің|ның|нің)|респонденттердің|әйелдердің|аналардың|отбасылардың|қатысушылардың)\s(?:\p{L}+\s)?\(?$`,
  'iu',
);

function isOfAll({ paragraph }: Sentence, number: FoundNumber): boolean {
  const { text } = paragraph;
  return (
    OF_ALL_AFTER.test(text.slice(number.end, number.end + 80)) ||
    OF_ALL_BEFORE.test(text.slice(Math.max(0, number.start - 60), number.start))
  );
}

const ENOUGH_WORDS = 2;

/** The row with the figure, where the sentence speaks of what its table is of and does not name its filter. */
function rowBehind({ sentence, number }: Said, { column, rows }: Subject): TableRow | null {
  const title = titleOf(column);
  if (title === null) return null;
  const words = tellingWords(sentence.text);
  const subject = subjectIn(title);
  const filter = tellingWords(filterIn(title) ?? '');
  if (countAlike(subject, words) < Math.min(ENOUGH_WORDS, subject.length)) return null;
  if (subject.length === 0 || countAlike(filter, words) > 0) return null;
  const [row, ...others] = rows.filter(({ exact }) => isRoundedFrom(number, exact));
  const ofAll = (100 * (row?.share.count ?? 0)) / column.sum;
  return row && others.length === 0 && !isRoundedFrom(number, ofAll) ? row : null;
}

function finding(
  { sentence, number }: Said,
  { subject, row, scene }: { subject: Subject; row: TableRow; scene: Scene },
): Finding {
  const { column, base } = subject;
  const { share } = row;
  const ofAll = `${writeNumber((100 * share.count) / column.sum, Math.max(1, number.decimals), scene.style)}%`;
  return {
    ...placeInText(sentence, number),
    printed: number.text,
    recomputed: ofAll,
    reading: 'base-narrower',
    params: {
      printed: number.text,
      count: String(share.count),
      base: String(base),
      all: String(column.sum),
      right: ofAll,
      row: share.row.label,
      line: String(share.row.line),
    },
    certainty: 'likely',
    see: [share.row.line],
  };
}
