import type { Finding } from '../finding.ts';
import { parseDigits } from '../numbers/number-style.ts';
import { boundsOf, type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';

const NUM = String.raw`([−-]?\d+(?:[.,]\d+)?)`;
const MEAN = new RegExp(
  String.raw`(?:\bmeans?\b|\baverage\b|(?<!\p{L})M\s?=|средн\p{L}+|орташа)[^\d.;]{0,60}?(?:\bwas\b|\bis\b|=|:|–|—|составил\p{L}*|равн\p{L}*|болды)?\s*${NUM}`,
  'iu',
);
const SD = new RegExp(
  String.raw`(?:\bSD|\bs\.d\.|standard deviation|СО|СКО|ст\. ?откл\.?|стандартн\p{L}+ отклонени\p{L}+|СА|стандартты ауытқу\p{L}*)\s?(?:=|:|was|of|–)?\s?${NUM}`,
  'iu',
);
const RANGE = new RegExp(
  String.raw`(?:\brang\p{L}*(?: from)?|min\p{L}*[–-]max\p{L}*|размах\p{L}*|от|диапазон\p{L}*|ауқым\p{L}*|шкал\p{L}*(?: от)?|scale (?:of|from)|scored? (?:from )?)\s?(?:=|:|of)?\s?${NUM}\s?(?:to|–|—|-|до|…)\s?${NUM}`,
  'iu',
);
const SIZE = /(?<![\p{L}\d])n\s?=\s?(\d+)/iu;
const INTERVAL = new RegExp(
  String.raw`(?<!\p{L})((?:a?OR|RR|HR|IRR|ОШ|ОР|МҚ|b|β|B|d|g|r|mean difference|difference|M|α|alpha))\s?(?:=|:)?\s?${NUM}[^.;\d]{0,12}?[,;([]\s?(?:95|90|99)\s?%\s?(?:CI|ДИ|СИ|СА)\s?[:=,]?\s?[[(]?\s?${NUM}\s?(?:to|–|—|-|,|;|до)\s?${NUM}`,
  'giu',
);

/** Means outside their range, standard deviations no such range allows, estimates outside their interval. */
export function checkTextMoments({ paragraphs, style }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => [
      ...spreadIn(sentence, style),
      ...intervalsIn(sentence, style),
    ]),
  );
}

function spreadIn(sentence: Sentence, style: Scene['style']): Finding[] {
  const { text } = sentence;
  const read = (digits: string | undefined) => (digits ? parseDigits(digits, style) : null);
  const meanAt = MEAN.exec(text);
  const range = RANGE.exec(text);
  const mean = read(meanAt?.[1]);
  const [least, most] = [read(range?.[1]), read(range?.[2])];
  if (!mean || !least || !most || least.value >= most.value || !meanAt) return [];
  // A sentence that compares several means says of which the range is only to a reader.
  if ((text.match(/\bmeans?\b|\baverage\b|(?<!\p{L})M\s?=|средн|орташа/giu) ?? []).length > 1)
    return [];
  const found = placeInText(sentence, { start: sentence.start + meanAt.index });
  const low = writeNumber(least.value, least.decimals, style);
  const high = writeNumber(most.value, most.decimals, style);
  const { low: under, high: over } = boundsOf(mean);
  if (over < least.value || under > most.value) {
    return [
      {
        ...found,
        printed: meanAt[1] ?? '',
        recomputed: `${low}–${high}`,
        reading: 'mean-outside',
        params: { mean: meanAt[1] ?? '', low, high },
        certainty: 'certain',
        see: [],
      },
    ];
  }
  const sd = read(SD.exec(text)?.[1]);
  const size = Number(SIZE.exec(text)?.[1] ?? 0);
  const limit = largestSpread(mean, [least.value, most.value], size);
  if (!sd || boundsOf(sd).low <= limit) return [];
  return [
    {
      ...found,
      printed: `${meanAt[1]} / ${writeNumber(sd.value, sd.decimals, style)}`,
      recomputed: `≤ ${writeNumber(limit, Math.max(sd.decimals, 1), style)}`,
      reading: 'spread-too-large',
      params: {
        sd: writeNumber(sd.value, sd.decimals, style),
        limit: writeNumber(limit, Math.max(sd.decimals, 1), style),
        low,
        high,
      },
      certainty: 'certain',
      see: [],
    },
  ];
}

/** The standard deviation of values that lie at the two ends only (Bhatia and Davis 2000), for a sample of `size`, or of two. */
function largestSpread(
  mean: PrintedNumber,
  [least, most]: readonly [number, number],
  size: number,
): number {
  const { low, high } = boundsOf(mean);
  const middle = (least + most) / 2;
  const nearest = Math.min(Math.max(middle, low), high);
  const correction = size > 1 ? size / (size - 1) : 2;
  return Math.sqrt(Math.max(0, (most - nearest) * (nearest - least)) * correction);
}

function intervalsIn(sentence: Sentence, style: Scene['style']): Finding[] {
  return [...sentence.text.matchAll(INTERVAL)].flatMap((match): Finding[] => {
    const [text, , estimateAt = '', lowAt = '', highAt = ''] = match;
    const [estimate, low, high] = [estimateAt, lowAt, highAt].map((digits) =>
      parseDigits(digits, style),
    );
    if (!estimate || !low || !high || low.value > high.value) return [];
    const within = boundsOf(estimate);
    if (within.high >= boundsOf(low).low && within.low <= boundsOf(high).high) return [];
    return [
      {
        ...placeInText(sentence, { start: sentence.start + match.index }),
        printed: text,
        recomputed: `${lowAt}–${highAt}`,
        reading: 'interval-outside',
        params: { estimate: estimateAt, low: lowAt, high: highAt },
        certainty: 'certain',
        see: [],
      },
    ];
  });
}
