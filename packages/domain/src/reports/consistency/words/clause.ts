import type { FoundNumber } from '../numbers/find-numbers.ts';
import type { ReadParagraph, Sentence } from '../scene.ts';
import { tellingWords } from './alike.ts';

/** Says that a figure is only about right. */
const APPROXIMATE =
  /(?:just (?:under|over|above|below)|nearly|almost|about|around|approximately|roughly|some|over|under|more than|less than|up to|at least|at most|close to|~|≈|почти|около|примерно|порядка|более|менее|свыше|чуть (?:более|менее|больше|меньше)|не менее|не более|до|шамамен|жуық|дерлік)\s?(?:чем\s)?[$€]?$/iu;
const APPROXIMATE_AFTER = /^\s?(?:шамасында|жуық|астам|дерлік|-ға жуық|-ден астам)/iu;

export const isApproximate = ({ paragraph }: Sentence, number: FoundNumber) =>
  APPROXIMATE.test(paragraph.text.slice(Math.max(0, number.start - 24), number.start)) ||
  APPROXIMATE_AFTER.test(paragraph.text.slice(number.end, number.end + 16));

/** A part of the people only: what is said of it is not what a table of all says. */
export const SUBGROUP =
  /\bamong\b|\bof (?:those|these|them|whom)\b|\bof (?:the )?\d|previous|earlier|other (?:survey|stud)|compared|whereas|while in|среди|из (?:них|тех|которых)|предыдущ|ранее|по сравнению|другом|тогда как|арасында|ішінен|алдыңғы|бұрынғы|салыстырғанда/iu;

const WORDS_BEFORE = /\p{L}\s?(?:\bby|\bat|\bwas|\bwere|\bis|[:=—–-]|составля\p{L}+)\s*$/iu;

/** The words that say what a number is of: those behind it up to the next mark; before it, where it stands in brackets. */
export function clauseOf(sentence: Sentence, number: FoundNumber): readonly string[] {
  const { paragraph, numbers, start, end } = sentence;
  const at = numbers.indexOf(number);
  const from = numbers[at - 1]?.end ?? start;
  const to = numbers[at + 1]?.start ?? end;
  const before = paragraph.text.slice(from, number.start);
  const after = paragraph.text.slice(number.end, to);
  const isBracketed = /\(\s?$/.test(before);
  if (isBracketed) {
    // What the bracket stands behind, and what the sentence goes on to say.
    return [...tellingWords(before), ...tellingWords(after.split(';')[0] ?? '')];
  }
  // “housing by 62%, work by 45%”, “housing: 62%”: the words stand before.
  const led = tellingWords(before.split(/[,;)]/).at(-1) ?? '');
  if (WORDS_BEFORE.test(before) && led.length > 0) return led;
  const own = tellingWords(after.split(/[,;(]/)[0] ?? '');
  return own.length > 0 ? own : led;
}

/** Every percentage of a paragraph that is no end of a range, with its sentence. */
export const percentsOf = ({ sentences }: ReadParagraph) =>
  sentences.flatMap((sentence) =>
    sentence.numbers
      .filter(({ isPercent, isRangeEnd }) => isPercent && !isRangeEnd)
      .map((number) => ({ sentence, number })),
  );
