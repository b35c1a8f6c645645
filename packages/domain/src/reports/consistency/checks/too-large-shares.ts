import type { Finding } from '../finding.ts';
import { placeInText, type Scene, type Sentence } from '../scene.ts';
import { isCountHere, isPeople } from './people-in-text.ts';

/** Parts larger than their whole, and more than all people. */
export function checkTooLargeShares({ paragraphs }: Scene): Finding[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => [...largerParts(sentence), ...overHundred(sentence)]),
  );
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
