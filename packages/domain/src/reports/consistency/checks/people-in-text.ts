import type { FoundNumber } from '../numbers/find-numbers.ts';
import type { ReadParagraph, Sentence } from '../scene.ts';

export const isCountHere = (number: FoundNumber) =>
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

export function isPeople({ paragraph }: Sentence, number: FoundNumber): boolean {
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

export const nearbyBases = ({ numbers }: ReadParagraph) =>
  numbers.filter((number) => isCountHere(number) && number.value > 1).map(({ value }) => value);

const GROUP_BEFORE =
  /(?:\bof|\bamong|(?<!\p{L})из|(?<!\p{L})среди)\s(?:(?:the|all|these|those|total of|всех|этих|опрошенных)\s)*$/iu;
const GROUP_AFTER =
  /^\s?\p{L}+(?:дің|дың|нің|ның|тің|тың|ден|дан|нен|нан|тен|тан)(?!\p{L})|^\s?(?:\p{L}+\s)?(?:ішінен|ішінде|арасында)/iu;

export function groupsIn({ paragraph, numbers }: Sentence): FoundNumber[] {
  return numbers.filter((number) => {
    if (!isCountHere(number) || number.value < 2) return false;
    const before = paragraph.text.slice(Math.max(0, number.start - 30), number.start);
    const after = paragraph.text.slice(number.end, number.end + 40);
    return GROUP_BEFORE.test(before) || GROUP_AFTER.test(after);
  });
}
