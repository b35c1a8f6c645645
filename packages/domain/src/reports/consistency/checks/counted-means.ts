import { grimMean } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import { parseDigits } from '../numbers/number-style.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';
import { spreadFinding } from './spread-finding.ts';

const NUM = String.raw`(\d+[.,]\d+)`;
/** Only what is counted is a whole number for certain: "the mean number of children was 3.47". */
const COUNTED = new RegExp(
  String.raw`(?:(?:mean|average) number of|средн\p{L}+ (?:число|количество)|орташа саны|саны орта есеппен)[^\d;()]{1,50}${NUM}(?![\d%]|\s?%)`,
  'giu',
);
const SIZE = /(?<![\p{L}\d])n\s?=\s?(\d+)(?![\d\u00a0\u202f ,]*\d)/giu;
const SD = new RegExp(String.raw`(?:\bSD|СО|СКО|СА)\s?[=:]?\s?${NUM}`, 'u');
/** What is weighted, estimated or put in relation is no mean of the numbers themselves. */
const NOT_PLAIN =
  /\bper\b|weight|estimat|predict|adjust|imput|model|median|взвеш|оцен[её]н|прогноз|модел|медиан|на одн|на 1|шаққанда|салмақ|болжам/iu;

/** Means and standard deviations of counts that no whole numbers have, in sentences that name their one n (GRIM, GRIMMER). */
export function checkCountedMeans({ paragraphs, style }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => findingsIn(sentence, style)),
  );
}

function findingsIn(sentence: Sentence, style: Scene['style']): Finding[] {
  const { text } = sentence;
  const [counted, another] = [...text.matchAll(COUNTED)];
  const sizes = [...text.matchAll(SIZE)];
  if (!counted || another || sizes.length !== 1 || NOT_PLAIN.test(text)) return [];
  const mean = parseDigits(counted[1] ?? '', style);
  const n = Number(sizes[0]?.[1]);
  if (!mean || n < 1) return [];
  const place = {
    ...placeInText(sentence, { start: sentence.start + counted.index }),
    see: [],
  };
  const { isPossible, below, above } = grimMean(mean, { n });
  if (!isPossible) {
    const write = (value: number | null) => writeNumber(value ?? 0, mean.decimals, style);
    const params = { mean: write(mean.value), n: String(n), low: write(below), high: write(above) };
    return [
      {
        ...place,
        printed: params.mean,
        recomputed: `${params.low} / ${params.high}`,
        reading: 'mean-of-counts',
        params,
        certainty: 'likely',
      },
    ];
  }
  const spread = parseDigits(SD.exec(text)?.[1] ?? '', style);
  const found = spread ? spreadFinding({ mean, spread, n }, style) : null;
  return found ? [{ ...place, ...found }] : [];
}
