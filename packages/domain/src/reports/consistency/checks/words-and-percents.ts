import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { boundsOf } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';

/** Words for a part of a whole, and the percentages they can mean. */
type Saying = { readonly words: RegExp; readonly above: number; readonly below: number };

const THIRD = 100 / 3;

const over = (words: string, above: number): Saying => ({
  words: new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'giu'),
  above,
  below: Number.POSITIVE_INFINITY,
});
const under = (words: string, below: number): Saying => ({
  words: new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'giu'),
  above: Number.NEGATIVE_INFINITY,
  below,
});

const SAYINGS: readonly Saying[] = [
  over(
    'majority|(?:more than|over) half|(?:абсолютное )?большинство|(?:более|больше|свыше) половины|жартысынан (?:көбі|астамы|артығы)|басым бөлігі',
    50,
  ),
  under(
    '(?:less than|fewer than|under|nearly|almost) half|(?:менее|меньше|почти) половин[аы]|жартысына жуығы|жартысынан (?:азы|аз бөлігі)',
    50,
  ),
  over(
    '(?:more than|over) (?:one|a)[ -]third|(?:более|больше|свыше) (?:одной )?трети|үштен бірінен (?:көбі|астамы|артығы)',
    THIRD,
  ),
  under(
    '(?:less than|under|nearly|almost) (?:one|a)[ -]third|(?:менее|меньше) (?:одной )?трети|почти треть|үштен біріне жуығы|үштен бірінен (?:азы)',
    THIRD,
  ),
  over(
    '(?:more than|over) (?:one|a)[ -]quarter|(?:более|больше|свыше) (?:одной )?четверти|төрттен бірінен (?:көбі|астамы|артығы)',
    25,
  ),
  under(
    '(?:less than|under|nearly|almost) (?:one|a)[ -]quarter|(?:менее|меньше) (?:одной )?четверти|почти четверть|төрттен біріне жуығы|төрттен бірінен (?:азы)',
    25,
  ),
  over(
    '(?:more than|over) two[ -]thirds|(?:более|больше|свыше) двух третей|үштен екісінен (?:көбі|астамы|артығы)',
    2 * THIRD,
  ),
  under(
    '(?:less than|under|nearly|almost) two[ -]thirds|(?:менее|меньше) двух третей|почти две трети|үштен екісіне жуығы|үштен екісінен (?:азы)',
    2 * THIRD,
  ),
];

/** A word for a share with its percentage in brackets behind it: “the majority (42%)”. */
export function checkWordsAndPercents({ paragraphs }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      sentence.numbers.flatMap((number) => checkNumber(sentence, number)),
    ),
  );
}

/** Between the word and its bracket stand the people and what they do, and no other figure or clause. */
const TELLS = /^[^\d()[\];:.!?,–—]{0,70}\(\s?$/u;
/** “not the majority”, “relative majority”, “the majority of those who …”: another whole, or none. */
const OTHERWISE =
  /(?:\bnot|\bno|\brelative|\bsimple|\bwithout|\bparliamentary|(?<!\p{L})не|относительное|простое)\s(?:an?\s|the\s)?$/iu;

function checkNumber(sentence: Sentence, number: FoundNumber): Finding[] {
  if (!number.isPercent || number.isRangeEnd || number.value > 100) return [];
  const { text } = sentence.paragraph;
  const before = text.slice(sentence.start, number.start);
  const [saying, words] = sayingBefore(before) ?? [];
  if (!saying || words === undefined) return [];
  const { low, high } = boundsOf(number);
  if (high > saying.above && low < saying.below) return [];
  const limit = Math.min(Math.abs(saying.above), Math.abs(saying.below));
  const sign = Number.isFinite(saying.above) ? '>' : '<';
  const right = `${sign} ${Math.round(limit)}%`;
  return [
    {
      ...placeInText(sentence, number),
      printed: number.text,
      recomputed: right,
      reading: 'word-and-percent',
      params: { words, printed: number.text, right },
      certainty: 'likely',
      see: [],
    },
  ];
}

/** The last such word before the bracket. */
function sayingBefore(before: string): readonly [Saying, string] | null {
  let last: { readonly saying: Saying; readonly match: RegExpExecArray } | null = null;
  for (const saying of SAYINGS) {
    for (const match of before.matchAll(saying.words)) {
      if (!last || match.index >= last.match.index) last = { saying, match };
    }
  }
  if (!last) return null;
  const { saying, match } = last;
  if (OTHERWISE.test(before.slice(0, match.index))) return null;
  return TELLS.test(before.slice(match.index + match[0].length)) ? [saying, match[0]] : null;
}
