import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { halfUnit, isRoundedFrom, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import { bandsOf } from './money-bands.ts';
import { shareColumns } from './share-columns.ts';

/** “5.5% make more than $250”: a share of people above or below an amount. */
type Saying = {
  readonly sentence: Sentence;
  readonly percent: FoundNumber;
  readonly amount: FoundNumber;
  readonly side: 'less' | 'more';
};

const MORE = /(?:more than|over|above|exceed\p{L}*|более|больше|свыше|выше)\s(?:чем\s)?[$€₸]?$/iu;
const LESS = /(?:less than|under|below|up to|менее|меньше|ниже|до)\s(?:чем\s)?[$€₸]?$/iu;
const MORE_AFTER = /^[^,;.\d]{0,16}(?:астам|артық|жоғары|көп)/iu;
const LESS_AFTER = /^[^,;.\d]{0,16}(?:кем|төмен|дейін|аз)/iu;

/** Shares above and below amounts that cannot both hold, and amounts whose unit was taken for another. */
export function checkMoney(scene: Scene): Finding[] {
  const inText = scene.paragraphs.flatMap(({ sentences }) => {
    const sayings = sentences.flatMap(sayingsIn);
    return sayings.flatMap(
      (saying) => unitSlip(saying, scene) ?? contradiction(saying, { sayings, scene }),
    );
  });
  return [...inText, ...rateSlips(scene)];
}

/** The rates of a table's rows lie this near to their middle one, rounded edges allowed for. */
const NEAR_RATE = 1.5;

/** Rows whose amounts in two currencies stand in another relation than those of the other rows. */
function rateSlips(scene: Scene): Finding[] {
  return shareColumns(scene).flatMap((column) => {
    const rates = (bandsOf(column, scene.style) ?? []).flatMap((band) => {
      const [own, other] =
        band.to !== null && band.otherTo !== null
          ? [band.to, band.otherTo]
          : [band.from, band.otherFrom];
      return own && other ? [{ band, rate: own / other }] : [];
    });
    const sorted = rates.map(({ rate }) => rate).toSorted((a, b) => a - b);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const off = rates.filter(({ rate }) => rate / usual > NEAR_RATE || usual / rate > NEAR_RATE);
    if (rates.length < 3 || off.length * 3 > rates.length) return [];
    return off.map(({ band, rate }): Finding => {
      const row = column.all.find((share) => share.row.line === band.line)?.row;
      const written = (value: number) => writeNumber(value, value < 10 ? 2 : 0, scene.style);
      return {
        line: band.line,
        sheet: column.table.sheet,
        passage: row ? passageOf(row) : '',
        printed: row?.label ?? '',
        recomputed: `${written(usual)} : 1`,
        reading: 'rate-slip',
        params: { rate: written(rate), usual: written(usual) },
        certainty: 'likely',
        see: [],
      };
    });
  });
}

function sayingsIn(sentence: Sentence): Saying[] {
  const { paragraph, numbers } = sentence;
  return numbers.flatMap((amount, at): Saying[] => {
    const percent = numbers[at - 1];
    if (!amount.currency || !percent?.isPercent || amount.isRangeEnd) return [];
    const before = paragraph.text.slice(percent.end, amount.start);
    const after = paragraph.text.slice(amount.end);
    if (MORE.test(before) || MORE_AFTER.test(after))
      return [{ sentence, percent, amount, side: 'more' }];
    return LESS.test(before) || LESS_AFTER.test(after)
      ? [{ sentence, percent, amount, side: 'less' }]
      : [];
  });
}

/** The share is that of another amount: the same digits in thousands of the other currency. */
function unitSlip({ sentence, percent, amount, side }: Saying, scene: Scene): Finding[] | null {
  if (side !== 'more') return null;
  for (const column of shareColumns(scene)) {
    const bands = bandsOf(column, scene.style);
    if (!bands) continue;
    const tailFrom = (edge: number) =>
      bands.filter(({ from }) => from >= edge).reduce((sum, { exact }) => sum + exact, 0);
    const meant = bands.find(
      ({ from }) => from === amount.value * 1000 && isRoundedFrom(percent, tailFrom(from)),
    );
    if (!meant || meant.currency === amount.currency) continue;
    const above = bands.filter(({ otherFrom }) => otherFrom !== null && otherFrom >= amount.value);
    const right = above.reduce((sum, { exact }) => sum + exact, 0);
    if (isRoundedFrom(percent, right)) continue;
    const shown = scene.style.decimal === ',' ? `${amount.value}\u00a0000` : `${amount.value},000`;
    return [
      {
        ...placeInText(sentence, percent),
        printed: `${percent.text} > ${amount.value} ${amount.currency}`,
        recomputed: `${percent.text} > ${shown} ${meant.currency}`,
        reading: 'unit-slip',
        params: {
          percent: percent.text,
          printed: `${amount.value} ${amount.currency}`,
          meant: `${shown} ${meant.currency}`,
          right: `${writeNumber(right, percent.decimals, scene.style)}%`,
          line: String(column.group.line),
        },
        certainty: 'likely',
        see: [meant.line],
      },
    ];
  }
  return null;
}

type Around = { readonly sayings: readonly Saying[]; readonly scene: Scene };

/** If 89 % have less than 300, at least 11 % have 300 or more, and so more than 250. */
function contradiction(saying: Saying, { sayings, scene }: Around): Finding[] {
  if (saying.side !== 'more') return [];
  const less = sayings.find(
    (each) =>
      each.side === 'less' &&
      each.amount.currency === saying.amount.currency &&
      each.amount.value > saying.amount.value &&
      each.percent.value + saying.percent.value <
        100 - halfUnit(each.percent.decimals) - halfUnit(saying.percent.decimals),
  );
  if (!less) return [];
  const { percent, amount } = saying;
  const least = `${writeNumber(100 - less.percent.value, less.percent.decimals, scene.style)}%`;
  return [
    {
      ...placeInText(saying.sentence, percent),
      printed: percent.text,
      recomputed: `≥ ${least}`,
      reading: 'less-and-more',
      params: {
        less: less.percent.text,
        below: less.amount.text,
        above: amount.text,
        printed: percent.text,
        least,
      },
      certainty: 'likely',
      see: [],
    },
  ];
}
