import type { Finding } from '../finding.ts';
import type { FoundNumber } from '../numbers/find-numbers.ts';
import { countsOf } from '../numbers/percent-of-count.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import { placeInText, type ReadParagraph, type Scene, type Sentence } from '../scene.ts';
import { isApproximate } from '../words/clause.ts';
import { audiencesOf } from '../words/vocabulary.ts';
import { groupsIn, isCountHere, nearbyBases } from './people-in-text.ts';
import { sharesIn } from './text-shares.ts';

/** Percentages of a named number of people that no whole number of them gives (GRIM for percentages). */
export function checkImpossibleShares(scene: Scene): Finding[] {
  return scene.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => impossibleIn(sentence, { paragraph, scene })),
  );
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
  const own = groupsIn(sentence).filter(({ value }) => bases.has(value));
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
function impossibleIn(
  sentence: Sentence,
  { paragraph, scene }: { paragraph: ReadParagraph; scene: Scene },
): Finding[] {
  const group = askedIn(sentence, paragraph, scene.bases);
  if (!group || SUBGROUP_ONLY.test(sentence.text)) return [];
  const counted = new Set(sharesIn(sentence).map(({ percent }) => percent));
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
