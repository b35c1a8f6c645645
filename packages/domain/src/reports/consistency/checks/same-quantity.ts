import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { boundsOf, type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import { countAlike, tellingWords } from '../words/alike.ts';
import { clauseOf, isApproximate, SUBGROUP } from '../words/clause.ts';
import { audiencesOf, MEAN_HEAD } from '../words/vocabulary.ts';

type Statement = {
  readonly line: number;
  readonly passage: string;
  readonly value: PrintedNumber;
  readonly text: string;
  readonly words: readonly string[];
  readonly audiences: readonly string[];
  readonly isTable: boolean;
};

/** One quantity printed with two values in different places. */
export function checkSameQuantity(scene: Scene): Finding[] {
  return [...meansTwice(scene), ...sentencesTwice(scene)];
}

/** Further apart than this, two means are of two things. */
const NEAR = 0.2;

function meansTwice(scene: Scene): Finding[] {
  const inTables = tableMeans(scene);
  const inText = scene.paragraphs.flatMap(({ sentences }) => sentences.flatMap(textMeans));
  return inText.flatMap((said): Finding[] => {
    const same = inTables.filter((row) => isSame(row, said));
    const [row] = same;
    if (!row || same.length > 1 || isEqual(row.value, said.value)) return [];
    // Another sentence that agrees with the table shows that this one speaks of something else.
    if (
      inText.some(
        (other) => other !== said && isSame(row, other) && isEqual(row.value, other.value),
      )
    )
      return [];
    if (Math.abs(row.value.value - said.value.value) > NEAR * Math.abs(row.value.value)) return [];
    return [twoValues(said, row, scene)];
  });
}

function twoValues(said: Statement, other: Statement, { style }: Scene): Finding {
  const written = writeNumber(other.value.value, other.value.decimals, style);
  return {
    line: said.line,
    sheet: null,
    passage: said.passage,
    printed: said.text,
    recomputed: other.isTable ? written : other.text,
    reading: 'two-values',
    params: {
      printed: said.text,
      other: other.isTable ? written : other.text,
      line: String(other.line),
    },
    certainty: 'likely',
    see: [other.line],
  };
}

function isEqual(a: PrintedNumber, b: PrintedNumber): boolean {
  const [one, two] = [boundsOf(a), boundsOf(b)];
  return one.low <= two.high && two.low <= one.high;
}

const isSame = (row: Statement, said: Statement) =>
  row.words.length > 0 &&
  countAlike(row.words, said.words) === row.words.length &&
  (row.audiences.length === 0 ||
    said.audiences.length === 0 ||
    row.audiences.some((each) => said.audiences.includes(each)));

const AUDIENCE_WORD =
  /^(?:mother|women|woman|wom|father|husband|child|men|girl|boy|женщин|мужчин|матер|дет|реб|әйел|ана|бала|ер)/iu;

const quantityWords = (text: string) =>
  tellingWords(text.replace(new RegExp(MEAN_HEAD.source, 'giu'), ' ')).filter(
    (word) => !AUDIENCE_WORD.test(word),
  );

function tableMeans({ tables }: Scene): Statement[] {
  return tables.flatMap((table) =>
    table.groups.flatMap(({ rows }) =>
      rows.flatMap((row): Statement[] => {
        const numbers = row.cells.flatMap((cell) =>
          cell.kind === 'number' && !cell.isPercent && cell.decimals > 0 ? [cell] : [],
        );
        const [value] = numbers;
        if (!MEAN_HEAD.test(row.label) || numbers.length !== 1 || !value) return [];
        return [
          {
            line: row.line,
            passage: passageOf(row),
            value,
            text: '',
            words: quantityWords(row.label),
            audiences: audiencesOf(row.label),
            isTable: true,
          },
        ];
      }),
    ),
  );
}

function textMeans(sentence: Sentence): Statement[] {
  if (SUBGROUP.test(sentence.text) || sentence.numbers.some(({ isYear }) => isYear)) return [];
  const { paragraph } = sentence;
  return sentence.numbers.flatMap((number, at): Statement[] => {
    if (
      number.decimals === 0 ||
      number.isPercent ||
      number.isRangeEnd ||
      isApproximate(sentence, number)
    )
      return [];
    const from = sentence.numbers[at - 1]?.end ?? sentence.start;
    const to = sentence.numbers[at + 1]?.start ?? sentence.end;
    const before = paragraph.text.slice(from, number.start);
    const mean = [...before.matchAll(new RegExp(MEAN_HEAD.source, 'giu'))].at(-1);
    if (!mean || before.length - mean.index > 80) return [];
    const after = paragraph.text.slice(number.end, Math.min(to, number.end + 24));
    const words = before.slice(mean.index) + after;
    return [
      {
        ...placeInText(sentence, number),
        value: number,
        text: number.text,
        words: quantityWords(words),
        audiences: audiencesOf(words),
        isTable: false,
      },
    ];
  });
}

/** The fewest words two sentences must share to be about one thing. */
const ENOUGH_WORDS = 3;

/** Percentages and numbers of people said again in the same words, with another value. */
function sentencesTwice(scene: Scene): Finding[] {
  const sayings = scene.paragraphs.flatMap(({ sentences }) => sentences.flatMap(sayingsIn));
  return sayings.flatMap((later, at): Finding[] => {
    const earlier = sayings.slice(0, at).find((each) => isSameSaying(each, later));
    if (!earlier || isEqual(earlier.number, later.number)) return [];
    if (
      sayings.some(
        (each) =>
          each !== later &&
          each !== earlier &&
          isSameSaying(each, later) &&
          isEqual(each.number, later.number),
      )
    )
      return [];
    const first = placeInText(earlier.sentence, earlier.number);
    return [
      {
        ...placeInText(later.sentence, later.number),
        printed: later.number.text,
        recomputed: earlier.number.text,
        reading: 'two-values',
        params: {
          printed: later.number.text,
          other: earlier.number.text,
          line: String(first.line),
        },
        certainty: 'likely',
        see: [first.line],
      },
    ];
  });
}

type Saying = {
  readonly sentence: Sentence;
  readonly number: FoundNumber;
  readonly words: readonly string[];
  readonly years: string;
  readonly audiences: string;
};

function sayingsIn(sentence: Sentence): Saying[] {
  if (SUBGROUP.test(sentence.text)) return [];
  const years = sentence.numbers
    .filter(({ isYear }) => isYear)
    .map(({ value }) => value)
    .join();
  return sentence.numbers.flatMap((number) => {
    if (!number.isPercent || number.isRangeEnd || isApproximate(sentence, number)) return [];
    const words = [...new Set(clauseOf(sentence, number))];
    if (words.length < ENOUGH_WORDS) return [];
    return [{ sentence, number, words, years, audiences: audiencesOf(sentence.text).join() }];
  });
}

function isSameSaying(a: Saying, b: Saying): boolean {
  if (a.sentence === b.sentence || a.years !== b.years || a.audiences !== b.audiences) return false;
  return (
    countAlike(a.words, b.words) === a.words.length &&
    countAlike(b.words, a.words) === b.words.length
  );
}
