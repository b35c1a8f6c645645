import { type PrintedTest, recomputeP } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import { type NumberStyle, parseDigits } from '../numbers/number-style.ts';
import { type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
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

/**
 * Probabilities that do not follow from the test statistic beside them, whatever it was before it was rounded.
 */
export function checkTextTests({ paragraphs, style }: Scene): Finding[] {
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
  const { p, comparison } = result;
  const test = testOf(result);
  if (!test || p.value > 1) return [];
  const { verdict, fitsOtherTails, ...recomputed } = recomputeP(test, {
    ...p,
    comparison:
      comparison === '≤' ? '<' : comparison === '≥' ? '>' : (comparison as '=' | '<' | '>'),
  });
  if (verdict === 'consistent') return [];
  if (fitsOtherTails && ONE_SIDED.test(sentence.paragraph.text)) return [];
  const right =
    recomputed.p < 0.0005
      ? `< ${writeNumber(0.001, 3, style)}`
      : `= ${writeNumber(recomputed.p, Math.max(p.decimals, 3), style)}`;
  const printed = `p ${comparison} ${writeNumber(p.value, p.decimals, style)}`;
  return [
    {
      ...placeInText(sentence, result),
      printed: result.text,
      recomputed: `p ${right}`,
      reading: fitsOtherTails
        ? 'p-one-sided'
        : verdict === 'decision-error'
          ? 'p-decision'
          : 'p-wrong',
      params: { right: `p ${right}`, printed },
      certainty: fitsOtherTails ? 'possible' : verdict === 'decision-error' ? 'certain' : 'likely',
      see: [],
    },
  ];
}

const ONE_SIDED = /one-?(?:sided|tailed)|односторонн|бір ?жақты/iu;

/** The test of a printed result; null where its figures are no such test. */
function testOf({ name, degrees, statistic }: Result): PrintedTest | null {
  const [first = 0, second = 0] = degrees;
  const size = Math.abs(statistic.value);
  switch (name) {
    case 't':
      return { statistic: 't', df: first, value: statistic };
    case 'z':
      return { statistic: 'z', value: statistic };
    case 'f':
      return statistic.value < 0
        ? null
        : { statistic: 'f', df1: first, df2: second, value: statistic };
    case 'r':
    case 'ρ':
    case 'rs':
      return size > 1 ? null : { statistic: 'r', df: first, value: statistic };
    default:
      return statistic.value < 0 ? null : { statistic: 'chi-square', df: first, value: statistic };
  }
}
