import type { Option } from '../form-item.ts';
import { withStatus } from './wording.ts';

/**
 * Wording of the PHQ and GAD family: English and Russian as published by Pfizer (phqscreeners.com), Kazakh our own
 * draft, for no published Kazakh version was found.
 */
export const phqWording = (kk: string, ru: string, en: string) =>
  withStatus({ kk: [kk, 'draft'], ru: [ru, 'translated'], en: [en, 'approved'] });

/** The four answers of the family. The published Russian says "more than a week" for "more than half the days". */
export const frequency: Option[] = [
  { id: '0', text: phqWording('Мүлде болған жоқ', 'Ни разу', 'Not at all') },
  { id: '1', text: phqWording('Бірнеше күн', 'Несколько дней', 'Several days') },
  {
    id: '2',
    text: phqWording('Күндердің жартысынан көбінде', 'Более недели', 'More than half the days'),
  },
  { id: '3', text: phqWording('Күн сайын дерлік', 'Почти каждый день', 'Nearly every day') },
];

/** The answers to the question how difficult life has become; it adds nothing to a score. */
export const difficulty: Option[] = [
  { id: '0', text: phqWording('Мүлде қиын емес', 'Совсем не трудно', 'Not difficult at all') },
  { id: '1', text: phqWording('Аздап қиын', 'Немного трудно', 'Somewhat difficult') },
  { id: '2', text: phqWording('Өте қиын', 'Очень трудно', 'Very difficult') },
  { id: '3', text: phqWording('Аса қиын', 'Чрезвычайно трудно', 'Extremely difficult') },
];

/** What was compared before the wording of this family was called verbatim. */
export const COMPARED =
  'English: known wording, compared with several public transcriptions. Russian: the published translation as public transcriptions give it (GAD-7 whole in one, parts in two more; PHQ-8 alike in two but for a clause of its eighth item); the sheet of the publisher was not opened. Kazakh: our own draft.';
