import type { PersonName } from '../identity.ts';
import { keyWords } from '../names/name-key.ts';

/**
 * What must agree between a search and the registration that follows it: the sounds of family and given name. Spelling,
 * order and a patronymic that was asked for later may differ.
 */
export const namesSearched = ({ family, given }: Pick<PersonName, 'family' | 'given'>): string =>
  [...keyWords(family), ...keyWords(given)].sort().join(' ');
