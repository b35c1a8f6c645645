import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { halfUnit, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';

/** A stretch of the number line; an open end is infinite. */
type Stretch = { readonly from: number; readonly to: number };

/** Sentences whose ranges leave nothing out, while their percentages do not add up to all. */
export function checkTextRanges({ paragraphs, style }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => checkSentence(sentence, style)),
  );
}

function checkSentence(sentence: Sentence, style: Scene['style']): Finding[] {
  const percents = sentence.numbers.filter(({ isPercent }) => isPercent);
  if (percents.length < 3) return [];
  const stretches = percents.map((percent, at) =>
    stretchOf(wordsFor(sentence, percent, percents[at + 1])),
  );
  if (!stretches.every((stretch) => stretch !== null) || !isTiled(stretches)) return [];
  const sum = percents.reduce((adding, { value }) => adding + value, 0);
  const tolerance = percents.reduce((adding, { decimals }) => adding + halfUnit(decimals), 1e-9);
  if (Math.abs(sum - 100) <= tolerance) return [];
  const decimals = Math.max(...percents.map((percent) => percent.decimals));
  const written = writeNumber(sum, decimals, style);
  return [
    {
      ...placeInText(sentence, percents[0] ?? null),
      printed: percents.map(({ text }) => text).join(' + '),
      recomputed: `${written}%`,
      reading: sum < 100 ? 'ranges-short' : 'percents-over',
      params: {
        sum: written,
        missing: writeNumber(Math.abs(100 - sum), decimals, style),
        rounding: writeNumber(tolerance, decimals + 1, style),
      },
      certainty: sum < 100 ? 'possible' : 'likely',
      see: [],
    },
  ];
}

function wordsFor(
  { paragraph, end }: Sentence,
  percent: FoundNumber,
  next: FoundNumber | undefined,
) {
  return paragraph.text.slice(percent.end, next?.start ?? end);
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  один: 1,
  дважды: 2,
  два: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  бір: 1,
  екі: 2,
  үш: 3,
  төрт: 4,
  бес: 5,
  алты: 6,
};
const N = String.raw`(\d+(?:[.,]\d+)?|${Object.keys(NUMBER_WORDS).join('|')})`;
const OR_MORE = new RegExp(
  String.raw`(?<!\p{L})${N}\s(?:\p{L}+\s)?(?:or more|and more|or over|и более|и больше|және одан (?:да )?(?:көп|астам|жоғары))|(?<!\p{L})${N}\+`,
  'iu',
);
const BETWEEN = new RegExp(
  String.raw`(?<!\p{L})${N}\s?(?:[–—-]|to|and|до|по)\s?${N}(?!\p{L})`,
  'iu',
);
const UNDER = new RegExp(
  String.raw`(?:less than|fewer than|under|below|up to|менее|меньше|младше|до)\s${N}(?!\p{L})|(?<!\p{L})${N}\s?(?:\p{L}+\s)?(?:жастан кем|жылдан кем|кем|дейін)`,
  'iu',
);
const OVER = new RegExp(
  String.raw`(?:more than|over|above|более|больше|свыше|старше)\s${N}(?!\p{L})|(?<!\p{L})${N}\s?(?:\p{L}+\s)?(?:астам|артық|жоғары|көп)`,
  'iu',
);
const TIMES = new RegExp(
  String.raw`(?<!\p{L})(once|twice|дважды)(?!\p{L})|(?<!\p{L})${N}\s(?:times|раза?|рет)(?!\p{L})`,
  'iu',
);

function stretchOf(words: string): Stretch | null {
  const edgeIn = (match: RegExpExecArray | null) => {
    const digits = match
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.toLowerCase();
    return digits === undefined ? null : (NUMBER_WORDS[digits] ?? Number(digits.replace(',', '.')));
  };
  const least = edgeIn(OR_MORE.exec(words));
  if (least !== null) return { from: least, to: Number.POSITIVE_INFINITY };
  const between = BETWEEN.exec(words);
  if (between) {
    const [from, to] = [between[1], between[2]].map(
      (digits = '') => NUMBER_WORDS[digits.toLowerCase()] ?? Number(digits.replace(',', '.')),
    );
    return from !== undefined && to !== undefined && from < to ? { from, to } : null;
  }
  const under = edgeIn(UNDER.exec(words));
  if (under !== null) return { from: Number.NEGATIVE_INFINITY, to: under };
  const over = edgeIn(OVER.exec(words));
  if (over !== null) return { from: over, to: Number.POSITIVE_INFINITY };
  const times = edgeIn(TIMES.exec(words));
  return times === null ? null : { from: times, to: times };
}

/** Whether the stretches, laid end to end, leave no gap: they touch, or follow as whole numbers do, and the last is open. */
function isTiled(stretches: readonly Stretch[]): boolean {
  const sorted = stretches.toSorted((a, b) => a.from - b.from);
  const [first] = sorted;
  if (!first || sorted.at(-1)?.to !== Number.POSITIVE_INFINITY) return false;
  if (first.from !== Number.NEGATIVE_INFINITY && first.from > 1) return false;
  return sorted.every((stretch, at) => {
    const next = sorted[at + 1];
    return !next || next.from === stretch.to || next.from === stretch.to + 1;
  });
}
