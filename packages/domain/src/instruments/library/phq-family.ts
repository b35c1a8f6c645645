import type { Option } from '../form-item.ts';
import type { FormPackage } from '../form-package.ts';
import type { Source } from '../source.ts';
import { bandsOf, nestedBands, type Words } from './first-version.ts';
import { type Worded, worded } from './worded-choices.ts';
import { inOurWords, withStatus } from './wording.ts';

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

/** Questions of the family with our short labels. */
export const phqWorded = (texts: readonly Words[], labels: readonly Words[]): Worded[] =>
  worded(
    texts.map((text) => phqWording(...text)),
    labels,
  );

/** What stands above the questions; `en` as each sheet has it, `ru` the newer or the older translation. */
export const overTwoWeeks = (ru: string, en: string) =>
  phqWording('Соңғы 2 аптада мына жағдайлар сізді қаншалықты жиі мазалады?', ru, en);

export const PHQ_NOTICE = inOurWords(
  'PHQ: Spitzer, Williams, Kroenke және әріптестері, Pfizer гранты. Қазақша мәтін – тексерілмеген жоба.',
  'PHQ: Spitzer, Williams, Kroenke и коллеги, при гранте Pfizer.',
  'PHQ: Spitzer, Williams, Kroenke and colleagues, with an educational grant from Pfizer.',
);

/** The terms of the whole family; who made each and what of it was compared. */
export const phqLicence = ({
  source,
  authors = 'Spitzer, Williams, Kroenke and colleagues',
  compared = '',
}: {
  source: string;
  authors?: string;
  compared?: string;
}): FormPackage['licence'] => ({
  owner: `Pfizer; ${authors}`,
  source: `phqscreeners.com; ${source}`,
  terms: 'No permission required to reproduce, translate, display or distribute.',
  text: 'shipped',
  checked: [COMPARED, ...(compared ? [compared] : [])].join(' '),
  attribution: `${authors}, with an educational grant from Pfizer`,
});

/** Severity by the same edges for eight questions and for nine. */
export const phqSeverity = (highest: number) =>
  bandsOf([
    ['minimal', 0, ['Мардымсыз (0–4)', 'Минимальные (0–4)', 'Minimal (0–4)']],
    ['mild', 5, ['Жеңіл (5–9)', 'Лёгкие (5–9)', 'Mild (5–9)']],
    ['moderate', 10, ['Орташа (10–14)', 'Умеренные (10–14)', 'Moderate (10–14)']],
    [
      'moderately-severe',
      15,
      ['Ауырлау (15–19)', 'Умеренно тяжёлые (15–19)', 'Moderately severe (15–19)'],
    ],
    ['severe', 20, [`Ауыр (20–${highest})`, `Тяжёлые (20–${highest})`, `Severe (20–${highest})`]],
  ]);

/** The usual cut-off of PHQ-8, PHQ-9 and GAD-7. */
export const fromTen = () =>
  nestedBands([
    [
      'ten-or-more',
      10,
      [
        'Маманмен сөйлесу керек (10 және одан көп)',
        'Нужен разговор со специалистом (10 и больше)',
        'A specialist should look (10 or more)',
      ],
    ],
  ]);

export const TALKING_THERAPIES: Source = {
  words: inOurWords(
    'Англияның психологиялық терапия қызметінің (NHS Talking Therapies) ережесі; басылымнан тексерілмеді',
    'правило службы психотерапии Англии (NHS Talking Therapies); с изданием не сверено',
    'rule of NHS Talking Therapies in England; not compared with the publication',
  ),
};
