import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { fitsBase } from '../numbers/percent-of-count.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type ReadParagraph, type Scene, type Sentence } from '../scene.ts';
import { groupsIn, isCountHere, isPeople, nearbyBases } from './people-in-text.ts';
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

/** Percentages in sentences that do not follow from the counts beside them. */
export function checkTextShares(scene: Scene): Finding[] {
  return scene.paragraphs.flatMap((paragraph) => {
    const shares = paragraph.sentences.flatMap((sentence) => sharesIn(sentence));
    const twice = countedTwice(shares, scene);
    return twice ?? shares.flatMap((share) => checkShare(share, { paragraph, shares, scene }));
  });
}

const OF = String.raw`(?:out )?of (?:(?:the|all|these|those|a total of) )*|из (?:\p{L}+ )?|/ ?`;
const OF_BEFORE = new RegExp(`(?:^|[\\s\\d)])(?:${OF})$`, 'iu');
const KAZAKH_OF =
  /^(?:\s?\p{L}+)?\s?\p{L}*(?:дің|дың|нің|ның|тің|тың|ден|дан|нен|нан|тен|тан|ішінен|ішінде)\s$/iu;

export function sharesIn(sentence: Sentence): TextShare[] {
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

/** Those who answered are often all less those who did not. */
const differences = (values: readonly number[]) =>
  values.slice(0, 12).flatMap((a) => values.slice(0, 12).flatMap((b) => (a > b ? [a - b] : [])));

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
