import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { countsOf, fitsBase } from '../numbers/percent-of-count.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type ReadParagraph, type Scene, type Sentence } from '../scene.ts';
import { isApproximate } from '../words/clause.ts';
import { audiencesOf } from '../words/vocabulary.ts';
import { readWrongPercent } from './wrong-percent.ts';

/** “43 (41%)”, “43 of 104 women (41%)”, “41% (n = 43)” in running text. */
type TextShare = {
  readonly sentence: Sentence;
  readonly count: number;
  readonly percent: FoundNumber;
  /** Only where the sentence itself says of how many. */
  readonly base: number | null;
  readonly at: FoundNumber;
};

/** Percentages in sentences that do not follow from the counts beside them, or that no count of the named base gives. */
export function checkTextShares(scene: Scene): Finding[] {
  return scene.paragraphs.flatMap((paragraph) => {
    const shares = paragraph.sentences.flatMap((sentence) => sharesIn(sentence));
    const twice = countedTwice(shares, scene);
    return [
      ...(twice ?? shares.flatMap((share) => checkShare(share, { paragraph, shares, scene }))),
      ...paragraph.sentences.flatMap((sentence) =>
        impossibleIn(sentence, { paragraph, shares, scene }),
      ),
      ...paragraph.sentences.flatMap((sentence) => [
        ...largerParts(sentence),
        ...overHundred(sentence),
      ]),
    ];
  });
}

const isCountHere = (number: FoundNumber) =>
  number.decimals === 0 &&
  !number.isPercent &&
  !number.isYear &&
  !number.isRangeEnd &&
  !number.currency &&
  number.value >= 0;

const NOT_PEOPLE_BEFORE =
  /(?:under|over|aged?|than|least|least,|до|от|старше|младше|менее|более|свыше|возраст\p{L}*|[≥≤<>=])\s?$/iu;
const NOT_PEOPLE_AFTER =
  /^[\s-]?(?:years?|yo\b|months?|days?|hours?|minutes?|times|points?|km|лет|год|месяц|дн|час|мин|раз|балл|жас|ай\b|күн|сағат|рет|ұпай)/iu;
const OF = String.raw`(?:out )?of (?:(?:the|all|these|those|a total of) )*|из (?:\p{L}+ )?|/ ?`;
const OF_BEFORE = new RegExp(`(?:^|[\\s\\d)])(?:${OF})$`, 'iu');
const KAZAKH_OF =
  /^(?:\s?\p{L}+)?\s?\p{L}*(?:дің|дың|нің|ның|тің|тың|ден|дан|нен|нан|тен|тан|ішінен|ішінде)\s$/iu;

function sharesIn(sentence: Sentence): TextShare[] {
  const { paragraph, numbers } = sentence;
  const between = (a: FoundNumber, b: FoundNumber) => paragraph.text.slice(a.end, b.start);
  return numbers.flatMap((percent, at): TextShare[] => {
    if (!percent.isPercent || percent.isRangeEnd) return [];
    const before = numbers[at - 1];
    const second = numbers[at - 2];
    const next = numbers[at + 1];
    const isBracketed =
      before && /^[^()\d]{0,40}\(\s?(?:or |или |яғни )?$/u.test(between(before, percent));
    if (before && isBracketed && isPeople(sentence, before)) {
      if (second && isCountHere(second)) {
        const gap = between(second, before);
        if (OF_BEFORE.test(gap) && gap.length < 40)
          return [{ sentence, count: second.value, percent, base: before.value, at: second }];
        if (KAZAKH_OF.test(gap))
          return [{ sentence, count: before.value, percent, base: second.value, at: before }];
      }
      return [{ sentence, count: before.value, percent, base: null, at: before }];
    }
    if (next && isCountHere(next) && isPeople(sentence, next)) {
      if (!/^\s?\((?:[nN]\s?=\s?)?$/.test(between(percent, next))) return [];
      const third = numbers[at + 2];
      const base =
        third && isCountHere(third) && OF_BEFORE.test(between(next, third)) ? third.value : null;
      return [{ sentence, count: next.value, percent, base, at: percent }];
    }
    return [];
  });
}

function isPeople({ paragraph }: Sentence, number: FoundNumber): boolean {
  return (
    isCountHere(number) &&
    !NOT_PEOPLE_BEFORE.test(
      paragraph.text
        .slice(Math.max(0, number.start - 20), number.start)
        .replace(/[nN]\s?=\s?$/, ''),
    ) &&
    !NOT_PEOPLE_AFTER.test(paragraph.text.slice(number.end, number.end + 12))
  );
}

/** The shares share a base that is the sum of all their counts, and without one of them the sum is a number of people the report names. */
function countedTwice(shares: readonly TextShare[], { bases, style }: Scene): Finding[] | null {
  if (shares.length < 3 || shares.some(({ base }) => base !== null)) return null;
  const sum = shares.reduce((adding, { count }) => adding + count, 0);
  if (bases.has(sum) || !shares.every((share) => fitsBase(share, sum))) return null;
  const inner = shares.findLast(({ count }) => bases.has(sum - count));
  const [first] = shares;
  if (!inner || !first) return null;
  const base = sum - inner.count;
  const outer = shares.filter((share) => share !== inner && share.count >= inner.count).at(-1);
  return [
    {
      ...placeInText(first.sentence, first.at),
      passage: [...new Set(shares.map(({ sentence }) => sentence.text))].join(' '),
      printed: shares.map(({ count, percent }) => `${count} (${percent.text})`).join(', '),
      recomputed: shares
        .map(
          ({ count, percent }) =>
            `${count} (${writeNumber((100 * count) / base, percent.decimals, style)}%)`,
        )
        .join(', '),
      reading: 'counted-twice',
      params: {
        sum: String(sum),
        base: String(base),
        inner: String(inner.count),
        outer: String(outer?.count ?? base),
      },
      certainty: 'certain',
      see: [],
    },
  ];
}

type Around = {
  readonly paragraph: ReadParagraph;
  readonly shares: readonly TextShare[];
  readonly scene: Scene;
};

function checkShare(share: TextShare, { paragraph, shares, scene }: Around): Finding[] {
  const { base, sentence, percent } = share;
  const { style } = scene;
  if (share.count === 0 || percent.value > 100) return [];
  const stated = base ?? statedBase(share, paragraph);
  if (stated === null || stated < share.count || fitsBase(share, stated)) return [];
  const others = [...nearbyBases(paragraph), ...scene.bases];
  const sums = shares.reduce((adding, { count }) => adding + count, 0);
  if (
    base === null &&
    [...others, sums, ...differences(others)].some((each) => fitsBase(share, each))
  )
    return [];
  const { reading, params } = readWrongPercent(share, {
    base: stated,
    style,
    others: [...nearbyBases(paragraph), ...scene.bases],
  });
  return [
    {
      ...placeInText(sentence, share.at),
      printed: `${share.count} (${percent.text})`,
      recomputed: `${writeNumber((100 * share.count) / stated, percent.decimals, style)}%`,
      reading,
      params,
      certainty: base === null ? 'likely' : 'certain',
      see: [],
    },
  ];
}

const nearbyBases = ({ numbers }: ReadParagraph) =>
  numbers.filter((number) => isCountHere(number) && number.value > 1).map(({ value }) => value);

/** Those who answered are often all less those who did not. */
const differences = (values: readonly number[]) =>
  values.slice(0, 12).flatMap((a) => values.slice(0, 12).flatMap((b) => (a > b ? [a - b] : [])));

const GROUP_BEFORE =
  /(?:\bof|\bamong|(?<!\p{L})из|(?<!\p{L})среди)\s(?:(?:the|all|these|those|total of|всех|этих|опрошенных)\s)*$/iu;
const GROUP_AFTER =
  /^\s?\p{L}+(?:дің|дың|нің|ның|тің|тың|ден|дан|нен|нан|тен|тан)(?!\p{L})|^\s?(?:\p{L}+\s)?(?:ішінен|ішінде|арасында)/iu;

/** The number of people this sentence or the one before speaks of, where it is one only. */
function statedBase({ sentence, at }: TextShare, { sentences }: ReadParagraph): number | null {
  const index = sentences.indexOf(sentence);
  for (const each of [sentence, sentences[index - 1]]) {
    if (!each) continue;
    const groups = groupsIn(each).filter(({ start }) => each !== sentence || start < at.start);
    if (groups.length === 1) return groups[0]?.value ?? null;
    if (groups.length > 1) return null;
  }
  return null;
}

function groupsIn({ paragraph, numbers }: Sentence): FoundNumber[] {
  return numbers.filter((number) => {
    if (!isCountHere(number) || number.value < 2) return false;
    const before = paragraph.text.slice(Math.max(0, number.start - 30), number.start);
    const after = paragraph.text.slice(number.end, number.end + 40);
    return GROUP_BEFORE.test(before) || GROUP_AFTER.test(after);
  });
}

/** A part of those asked, or other people: their number is not told. */
const SUBGROUP_ONLY =
  /\bof (?:those|these|them|whom)\b|among (?:those|them)|previous|earlier|census|national|из (?:них|тех|которых)|среди (?:них|тех)|ранее|перепис|по стране|олардың|бұрын|санақ|ел бойынша/iu;
const SURVEYED =
  /survey|interview|\basked\b|sample|respond|participa|took part|опрош|опрос|выборк|участв|участи|респондент|сұрал|сұхбат|сауалнама|қатыс/iu;

/** The number of people a sentence is about: said in it, or by the first sentence of the paragraph that tells who was asked. */
function askedIn(
  sentence: Sentence,
  { sentences }: ReadParagraph,
  bases: Scene['bases'],
): FoundNumber | null {
  const own = groupsIn(sentence);
  if (own.length > 0) return own.length === 1 ? (own[0] ?? null) : null;
  if (bases.size !== 1) return null;
  const asked = sentences
    .filter((each) => each.start <= sentence.start && SURVEYED.test(each.text))
    .flatMap((each) =>
      each.numbers.filter((number) => isCountHere(number) && bases.has(number.value)),
    );
  return asked.length === 1 ? (asked[0] ?? null) : null;
}

/** “Of the 104 women, 28.9% …” where no whole number of 104 gives 28.9 %. */
function impossibleIn(sentence: Sentence, { paragraph, shares, scene }: Around): Finding[] {
  const group = askedIn(sentence, paragraph, scene.bases);
  if (!group || SUBGROUP_ONLY.test(sentence.text)) return [];
  const counted = new Set(shares.map(({ percent }) => percent));
  const others = [...nearbyBases(paragraph), ...scene.bases];
  return sentence.numbers.flatMap((percent) => {
    if (!percent.isPercent || counted.has(percent) || percent.isRangeEnd || percent.value > 100)
      return [];
    if (percent.start < group.start || isApproximate(sentence, percent)) return [];
    if (isOfOthers(percent, { group, sentence })) return [];
    if ([group.value, ...others].some((base) => countsOf(percent, base) !== null)) return [];
    const below = Math.floor((percent.value * group.value) / 100);
    const written = (count: number) =>
      writeNumber((100 * count) / group.value, percent.decimals, scene.style);
    return [
      {
        ...placeInText(sentence, percent),
        printed: percent.text,
        recomputed: `${written(below)}% / ${written(below + 1)}%`,
        reading: 'percent-impossible' as const,
        params: {
          base: String(group.value),
          printed: writeNumber(percent.value, percent.decimals, scene.style),
          low: `${below} (${written(below)}%)`,
          high: `${below + 1} (${written(below + 1)}%)`,
        },
        certainty: 'likely' as const,
        see: [],
      },
    ];
  });
}

/** “33% of their children”, where mothers were asked: the base is another. */
function isOfOthers(
  percent: FoundNumber,
  { group, sentence }: { group: FoundNumber; sentence: Sentence },
): boolean {
  const { text } = sentence.paragraph;
  const asked = audiencesOf(text.slice(group.end, group.end + 30));
  const own = audiencesOf(text.slice(percent.end, percent.end + 40).split(/[,;.]/)[0] ?? '');
  return own.some((each) => !asked.includes(each));
}

/** “60 of 55 women” */
function largerParts(sentence: Sentence): Finding[] {
  const { paragraph, numbers } = sentence;
  return numbers.flatMap((part, at) => {
    const whole = numbers[at + 1];
    if (!whole || !isCountHere(part) || !isCountHere(whole) || part.value <= whole.value) return [];
    const gap = paragraph.text.slice(part.end, whole.start);
    if (!/^ (?:out )?of (?:the |all |these |those )?$|^ из $/iu.test(gap)) return [];
    if (!isPeople(sentence, part) || !isPeople(sentence, whole)) return [];
    // “wave 3 of 2”, “day 12 of 5”: names, not parts; people stand behind the whole.
    if (
      !/^ \p{L}{3,}/u.test(paragraph.text.slice(whole.end)) &&
      !/^ ?\(/.test(paragraph.text.slice(whole.end))
    )
      return [];
    return [
      {
        ...placeInText(sentence, part),
        printed: `${part.text} / ${whole.text}`,
        recomputed: `≤ ${whole.text}`,
        reading: 'part-larger' as const,
        params: { part: part.text, whole: whole.text },
        certainty: 'certain' as const,
        see: [],
      },
    ];
  });
}

const GROWTH =
  /increas|grow|grew|rose|rise|higher|more than|up by|up to|times|of (?:the )?(?:plan|target|norm|minimum|average|previous)|выр(?:ос|ас)|увелич|рост|прирост|больше|выше|план|норм|прожиточн|өс(?:ті|у|ім)|арт(?:ты|ық)|көбей|жоспар|есе/iu;
const OF_PEOPLE =
  /^\s?(?:of (?:the |all )?(?:\p{L}+ )?(?:wom[ae]n|m[ae]n|mothers|people|persons|families|households|children|respondents|participants)|(?:женщин|мужчин|матерей|семей|детей|респондент\p{L}+|участни\p{L}+|опрошенных|людей)|(?:әйел\p{L}*|адам\p{L}*|отбас\p{L}*|бала\p{L}*|респондент\p{L}*|қатысушы\p{L}*))/iu;

/** More than all people. Growth may pass 100 %, a share may not. */
function overHundred(sentence: Sentence): Finding[] {
  if (GROWTH.test(sentence.text)) return [];
  return sentence.numbers
    .filter((number) => number.isPercent && number.value > 100)
    .filter((number) => OF_PEOPLE.test(sentence.paragraph.text.slice(number.end)))
    .map((number) => ({
      ...placeInText(sentence, number),
      printed: number.text,
      recomputed: '≤ 100%',
      reading: 'percent-over' as const,
      params: { printed: number.text },
      certainty: 'certain' as const,
      see: [],
    }));
}
