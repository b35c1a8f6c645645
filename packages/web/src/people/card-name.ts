import type { PersonCard } from '@tirek/domain/people';

/** How a card is called: a first name and a letter. */
export const cardName = ({ given, familyInitial }: PersonCard): string =>
  familyInitial ? `${given} ${familyInitial}.` : given;
