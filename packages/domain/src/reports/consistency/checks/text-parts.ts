import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { halfUnit, writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';
import { NESTED } from '../words/vocabulary.ts';

/** Wholes in sentences that are not what the parts told behind them make. */
export function checkTextParts({ paragraphs, style }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence, index) => [
      ...wholesOf(sentence).flatMap((whole) => checkWhole(whole, style)),
      ...checkRest(sentence, sentences[index - 1], style),
      ...checkOneIn(sentence),
    ]),
  );
}

type Whole = {
  readonly sentence: Sentence;
  readonly whole: FoundNumber;
  readonly parts: readonly FoundNumber[];
  /** The words among the parts. */
  readonly words: string;
};

const OVERLAP =
  /\bboth\b|\balso\b|multiple|several|each|respectively|\beither\b|или|также|одновременно|несколько|соответственно|тоже|бірнеше|әрі|сондай-ақ|тиісінше|range|average|mean|средн|орташа/iu;

/** Words that belong to the whole, a colon, and what leads to the first part. */
const COLON = /^(?:\)|-\p{L}+)?(?:\s?\p{L}[^:;.(]{0,90})?:\s?[^:;.(\d]{0,40}$/u;

/** “49%) have no partner: 30% …, 19% … and 3% …”; “749 people (37 men, 190 women and 522 children)”. */
function wholesOf(sentence: Sentence): Whole[] {
  const { paragraph, numbers, end } = sentence;
  const { text } = paragraph;
  return numbers.flatMap((whole, at): Whole[] => {
    const next = numbers[at + 1];
    if (!next || whole.isRangeEnd || whole.isYear) return [];
    const gap = text.slice(whole.end, next.start);
    const colon = COLON.test(gap);
    const bracket = /^[^:;.,()]{0,40}\((?:\p{L}+\s)?$/u.test(gap);
    if (!colon && !bracket) return [];
    const closing = bracket ? text.indexOf(')', next.start) : end;
    const until = closing === -1 ? end : closing;
    const inside = numbers.filter(({ start }) => start >= next.start && start < until);
    const parts = inside.filter(
      (number) => number.isPercent === whole.isPercent && !isBeside(number, text),
    );
    const strange = parts.some(
      (part) =>
        part.isRangeEnd || part.isYear || part.currency || (!part.isPercent && part.decimals > 0),
    );
    const words = text.slice(whole.end, until);
    if (parts.length < 2 || strange || OVERLAP.test(words) || NESTED.test(words)) return [];
    if (!whole.isPercent && (whole.decimals > 0 || whole.currency)) return [];
    if (bracket && inside.length !== parts.length) return [];
    return [{ sentence, whole, parts, words }];
  });
}

/** A figure in brackets behind another says the same thing again. */
const isBeside = (number: FoundNumber, text: string) =>
  /\(\s?(?:[nN]\s?=\s?)?$/.test(text.slice(Math.max(0, number.start - 6), number.start)) &&
  /^\s?\)/.test(text.slice(number.end));

/** A sum further off than this is no sum at all: the parts overlap, or some were not told. */
const NEAR = 0.25;

function checkWhole({ sentence, whole, parts, words }: Whole, style: Scene['style']): Finding[] {
  const sum = parts.reduce((adding, { value }) => adding + value, 0);
  const tolerance = [whole, ...parts].reduce(
    (adding, { decimals, isPercent }) => adding + (isPercent ? halfUnit(decimals) : 0),
    1e-9,
  );
  const excess = sum - whole.value;
  if (Math.abs(excess) <= tolerance || parts.some(({ value }) => value > whole.value)) return [];
  const decimals = Math.max(...parts.map((part) => part.decimals));
  const sign = whole.isPercent ? '%' : '';
  const found = {
    ...placeInText(sentence, whole),
    printed: `${whole.text}: ${parts.map(({ text }) => text).join(' + ')}`,
    recomputed: `${writeNumber(sum, decimals, style)}${sign}`,
    params: { whole: whole.text, sum: `${writeNumber(sum, decimals, style)}${sign}` },
    see: [],
  };
  if (excess > 0) {
    if (excess > NEAR * whole.value) return [];
    const early = parts.slice(0, -1).reduce((adding, { value }) => adding + value, 0);
    const last = parts.at(-1);
    return Math.abs(early - whole.value) <= tolerance && last && parts.length > 2
      ? [
          {
            ...found,
            reading: 'parts-over-later',
            params: { ...found.params, last: last.text },
            certainty: 'certain',
          },
        ]
      : [{ ...found, reading: 'parts-over', certainty: 'likely' }];
  }
  // Too little is a slip only where a closed list ends with “and”.
  const isClosed = /(?:,|\d|\p{L})\s(?:and|и|және|мен|пен|бен)\s[^,;]*$/iu.test(words);
  return !whole.isPercent && isClosed && -excess <= 0.1 * whole.value
    ? [{ ...found, reading: 'parts-short', certainty: 'likely' }]
    : [];
}

const REST =
  /(?:\bthe (?:other|remaining|rest(?: of (?:the )?\p{L}+)?,?(?: \()?)|\bremaining|остальн\p{L}+|оставши\p{L}+|қалған\p{L}*)[\s(—–:-]*(?:\p{L}+[\s(—–:-]+){0,2}$/iu;

/** “… 53%, but what about the other 47%”: with what came before, the rest makes the whole. */
function checkRest(
  sentence: Sentence,
  before: Sentence | undefined,
  style: Scene['style'],
): Finding[] {
  const { paragraph, numbers } = sentence;
  const at = numbers.findIndex(
    (number) =>
      number.isPercent &&
      !number.isRangeEnd &&
      REST.test(paragraph.text.slice(Math.max(0, number.start - 60), number.start)),
  );
  const rest = numbers[at];
  if (!rest) return [];
  const told = [...(before?.numbers ?? []), ...numbers.slice(0, at)].filter(
    ({ isPercent, isRangeEnd }) => isPercent && !isRangeEnd,
  );
  if (told.length === 0 || told.length > 8) return [];
  const wanted = 100 - rest.value;
  // Any run of the figures before may be what the rest completes.
  for (let from = 0; from < told.length; from++) {
    let sum = 0;
    let tolerance = halfUnit(rest.decimals) + 1e-9;
    for (const part of told.slice(from)) {
      sum += part.value;
      tolerance += halfUnit(part.decimals);
      if (Math.abs(sum - wanted) <= tolerance) return [];
    }
  }
  const own = numbers.slice(0, at).filter(({ isPercent }) => isPercent);
  const parts = own.length > 0 ? own : told;
  const sum = parts.reduce((adding, { value }) => adding + value, 0);
  if (sum >= 100) return [];
  const decimals = Math.max(rest.decimals, ...parts.map((part) => part.decimals));
  const right = `${writeNumber(100 - sum, decimals, style)}%`;
  return [
    {
      ...placeInText(sentence, rest),
      printed: rest.text,
      recomputed: right,
      reading: 'rest-wrong',
      params: { told: parts.map(({ text }) => text).join(' + '), rest: rest.text, right },
      certainty: 'likely',
      see: [],
    },
  ];
}

const ONE_IN =
  /(?:\b(?:1|one) (?:in|of|out of) (\d{1,2})|(?<!\p{L})кажд\p{L}+ (\d{1,2})-?\p{L}*|әрбір (\d{1,2})-?\p{L}*)/iu;
const OF_THEM = /of (?:these|those|them|whom)|из (?:них|этих)|олардың|осы/iu;

/** “A quarter …; 1 in 5 of these (6 % of all)”: the part of the part of all must be the part of all. */
function checkOneIn(sentence: Sentence): Finding[] {
  const { text, numbers, start } = sentence;
  const match = ONE_IN.exec(text);
  if (!match || !OF_THEM.test(text.slice(match.index, match.index + 40))) return [];
  const at = start + match.index;
  const whole = numbers.findLast((number) => number.isPercent && number.start < at);
  const part = numbers.find((number) => number.isPercent && number.start > at + match[0].length);
  const said = Number(match[1] ?? match[2] ?? match[3]);
  if (!whole || !part || part.value === 0 || part.value >= whole.value) return [];
  const nearest = Math.round(whole.value / part.value);
  const bounds = [
    whole.value - halfUnit(whole.decimals),
    whole.value + halfUnit(whole.decimals),
  ].map((value) => value / part.value);
  if (nearest === said || bounds.some((value) => Math.round(value) === said)) return [];
  return [
    {
      ...placeInText(sentence, { start: at }),
      printed: match[0],
      recomputed: `1 : ${nearest}`,
      reading: 'one-in-wrong',
      params: { whole: whole.text, part: part.text, said: String(said), nearest: String(nearest) },
      certainty: 'possible',
      see: [],
    },
  ];
}
