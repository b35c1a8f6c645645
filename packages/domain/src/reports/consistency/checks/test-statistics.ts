import { chiSquareTails, fTails, normalTails, studentTTails, twoSided } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import { type NumberStyle, parseDigits } from '../numbers/number-style.ts';
import { boundsOf, type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';

const NUM = String.raw`[−-]?\d*[.,]?\d+`;
const SEP = String.raw`\s?[,;]\s?`;
const P = String.raw`[pр]\s?([=<>≤≥])\s?(\d*[.,]\d+)`;
const EXTRA = String.raw`(?:[^.;()\d]{0,20}\s?=\s?${NUM}${SEP})?`;
const RESULTS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(t)\s?\(\s?(\d+(?:[.,]\d+)?)\s?\)\s?=\s?(${NUM})${SEP}${EXTRA}${P}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(F)\s?\(\s?(\d+(?:[.,]\d+)?)\s?[,;]\s?(\d+(?:[.,]\d+)?)\s?\)\s?=\s?(${NUM})${SEP}${EXTRA}${P}`,
    'giu',
  ),
  new RegExp(
    String.raw`(χ2|χ²|χ\^2|chi-?square|chi2|X2|X²|хи-?квадрат)\s?\(\s?(\d+)(?:\s?[,;]\s?[nN]\s?=\s?\d+)?\s?\)\s?=\s?(${NUM})${SEP}${EXTRA}${P}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(r|ρ|rs)\s?\(\s?(\d+)\s?\)\s?=\s?(${NUM})${SEP}${EXTRA}${P}`,
    'giu',
  ),
  new RegExp(String.raw`(?<!\p{L})(z)\s?=\s?(${NUM})${SEP}${EXTRA}${P}`, 'giu'),
];

type Result = {
  readonly name: string;
  readonly degrees: readonly number[];
  readonly statistic: PrintedNumber;
  readonly comparison: string;
  readonly p: PrintedNumber;
  readonly text: string;
  readonly start: number;
};

/** The usual line between what is called significant and what is not. */
const SIGNIFICANT = 0.05;

/**
 * Probabilities that do not follow from the test statistic beside them, whatever it was before it was rounded (the idea of
 * statcheck: Nuijten and others 2016, Behavior Research Methods 48).
 */
export function checkTestStatistics({ paragraphs, style }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      resultsIn(sentence, style).flatMap((result) => checkResult(result, sentence, style)),
    ),
  );
}

function resultsIn({ paragraph, start, end }: Sentence, style: NumberStyle): Result[] {
  const text = paragraph.text.slice(start, end);
  // In “t(28) = 2,20” a comma is a decimal sign wherever digits stand on both sides of it.
  const read = (digits = '') =>
    parseDigits(digits.replace(/^[.,]/, `0${style.decimal}`), {
      ...style,
      decimal: /^[−-]?\d*,\d+$/.test(digits) ? ',' : '.',
    });
  return RESULTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Result[] => {
      const groups = match.slice(1).filter((group) => group !== undefined);
      const [name = ''] = groups;
      const comparison = groups.at(-2) ?? '=';
      const p = read(groups.at(-1));
      const statistic = read(groups.at(-3));
      const degrees = groups.slice(1, -3).map((degree) => Number(degree.replace(',', '.')));
      if (!p || !statistic || degrees.some((degree) => !(degree > 0))) return [];
      return [
        {
          name: name.toLowerCase(),
          degrees,
          statistic,
          comparison,
          p,
          text: match[0],
          start: start + match.index,
        },
      ];
    }),
  );
}

function checkResult(result: Result, sentence: Sentence, style: NumberStyle): Finding[] {
  const { statistic, p, comparison } = result;
  const { low, high } = boundsOf(statistic);
  const far = Math.max(Math.abs(low), Math.abs(high));
  const near = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  const smallest = probabilityOf(result, far);
  const largest = probabilityOf(result, near);
  const middle = probabilityOf(result, Math.abs(statistic.value));
  if (smallest === null || largest === null || middle === null) return [];
  if (agrees({ comparison, p, smallest, largest })) return [];
  const isHalved =
    result.name !== 'f' &&
    !/^[χxх]|chi/.test(result.name) &&
    agrees({ comparison, p, smallest: smallest / 2, largest: largest / 2 });
  if (isHalved && /one-?(?:sided|tailed)|односторонн|бір ?жақты/iu.test(sentence.paragraph.text))
    return [];
  const wasCalled = comparison === '>' || comparison === '≥' ? false : p.value <= SIGNIFICANT;
  const isDecision = wasCalled !== middle < SIGNIFICANT;
  const decimals = Math.max(p.decimals, 3);
  const right =
    middle < 0.0005
      ? `< ${writeNumber(0.001, 3, style)}`
      : `= ${writeNumber(middle, decimals, style)}`;
  return [
    {
      ...placeInText(sentence, result),
      printed: result.text,
      recomputed: `p ${right}`,
      reading: isHalved ? 'p-one-sided' : isDecision ? 'p-decision' : 'p-wrong',
      params: {
        right: `p ${right}`,
        printed: `p ${comparison} ${writeNumber(p.value, p.decimals, style)}`,
      },
      certainty: isHalved ? 'possible' : isDecision ? 'certain' : 'likely',
      see: [],
    },
  ];
}

function agrees(given: {
  comparison: string;
  p: PrintedNumber;
  smallest: number;
  largest: number;
}): boolean {
  const { comparison, p, smallest, largest } = given;
  if (comparison === '<' || comparison === '≤') return smallest <= p.value;
  if (comparison === '>' || comparison === '≥') return largest >= p.value;
  const { low, high } = boundsOf(p);
  // Programs print “.000” for anything smaller.
  return smallest <= high && largest >= low;
}

/** Two-sided probability of a statistic of this size; null where its degrees of freedom are no such. */
function probabilityOf({ name, degrees }: Result, size: number): number | null {
  const [first = 0, second = 0] = degrees;
  switch (name) {
    case 't':
      return twoSided(studentTTails(size, first));
    case 'z':
      return twoSided(normalTails(size));
    case 'f':
      return fTails(size, { df1: first, df2: second }).upper;
    case 'r':
    case 'ρ':
    case 'rs':
      return size >= 1
        ? 0
        : twoSided(studentTTails(size * Math.sqrt(first / (1 - size * size)), first));
    default:
      return chiSquareTails(size, first).upper;
  }
}
