import {
  type Circumstance,
  circumstanceFacts,
  circumstanceTexts,
} from '../../../people/circumstances/index.ts';
import { writeLifeDate } from '../../../people/family-graph/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** How a person came, learnt, was, worked and lived, every version that was not taken back. */
export function tellCircumstances(
  circumstances: readonly Circumstance[],
  { language, region }: { language: Language; region: (code: string) => string },
): HeldItem[] {
  const t = circumstanceTexts(language);
  const telling = { t, region, date: writeLifeDate, birth: null, atSchool: null };
  const since = ownCopyTexts(language)('paper.since');
  return circumstances.flatMap(({ told, since: on }) =>
    told === null
      ? []
      : [
          {
            title: t(`section.${told.section}`),
            facts: [
              [since, formatDate(on, language)] as const,
              ...circumstanceFacts(told, telling),
            ],
            text: '',
          },
        ],
  );
}
