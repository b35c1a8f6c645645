import type { PersonCard } from '@tirek/domain/people';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';

/** What is told of somebody who was found: no more than a neighbour knows, who holds her, and why she was found. */
export function useCardWords() {
  const text = useText('people');
  const { nameOf } = useRegionNames();
  return {
    known: ({ birthYear, sex, region }: PersonCard): string[] => [
      birthYear === null ? text('birth.unknown') : text('birth.in', { year: String(birthYear) }),
      text(`sex.${sex}`),
      ...(region ? [nameOf(region)] : []),
    ],
    holding: ({ holding, heldIn }: PersonCard): string =>
      holding === 'other' && heldIn
        ? text('holding.otherIn', { region: nameOf(heldIn) })
        : text(`holding.${holding}`),
    why: ({ reasons }: Pick<PersonCard, 'reasons'>): string =>
      reasons.map((reason) => text(`reason.${reason}`)).join('; '),
  };
}
