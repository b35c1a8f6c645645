import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  scored,
  silentChoices,
  silentOptions,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { cutOffs, sumScale, worked } from '../sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const SACHSER = 'Sachser et al. 2022, European Journal of Psychotraumatology 13: 2105580';
const SYMPTOMS = numbered('cats_', 20);
/** Symptoms that several questions ask about: the highest answer counts. */
const SEVERAL: Record<string, string[]> = {
  cats_9: ['cats_9a', 'cats_9b', 'cats_9c', 'cats_9d'],
  cats_10: ['cats_10a', 'cats_10b'],
  cats_15: ['cats_15a', 'cats_15b'],
};
const QUESTIONS = SYMPTOMS.flatMap((symptom) => SEVERAL[symptom] ?? [symptom]);
const ICD = ['cats_2', 'cats_3', 'cats_6', 'cats_7', 'cats_17', 'cats_18'];
const LIFE: Record<string, Words> = {
  cats_life_friends: ['Достар', 'Друзья', 'Friends'],
  cats_life_family: ['Отбасы', 'Семья', 'Family'],
  cats_life_school: ['Мектеп', 'Школа', 'School'],
  cats_life_fun: ['Қызығушылық', 'Увлечения', 'Hobbies'],
  cats_life_happiness: ['Жалпы қуаныш', 'Радость в целом', 'Happiness'],
};
const numberOf = (linkId: string) => linkId.slice('cats_'.length);
const byOwnNumber = (questions: readonly string[]): Record<string, Words> =>
  Object.fromEntries(
    questions.map((linkId): [string, Words] => {
      const number = numberOf(linkId);
      return [linkId, [`${number}-тармақ`, `Пункт ${number}`, `Item ${number}`]];
    }),
  );
/** One digit for each symptom; where several questions ask about one, each is answered alike unless told. */
const answered = (digits: string, otherwise: WorkedExample['answers'] = {}) => {
  const bySymptom = answersTo(SYMPTOMS)(digits);
  const byQuestion = SYMPTOMS.flatMap((symptom) =>
    (SEVERAL[symptom] ?? [symptom]).flatMap((question): [string, string][] => {
      const answer = bySymptom[symptom];
      return typeof answer === 'string' ? [[question, answer]] : [];
    }),
  );
  return { ...Object.fromEntries(byQuestion), ...otherwise };
};
const withoutAnswers = (answers: WorkedExample['answers'], questions: readonly string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([linkId]) => !questions.includes(linkId)));
const SCREEN = 'twenty-one-or-more';
const LIKELY = 'twenty-five-or-more';
const ICD_SCREEN = 'icd-seven-or-more';
const ICD_LIKELY = 'icd-nine-or-more';

/**
 * CATS-2: twenty symptoms of DSM-5 in twenty-five questions, of which six symptoms are those of ICD-11. What happened to the child is
 * not asked here.
 */
export const cats2: FormPackage = {
  ...FIRST_VERSION,
  code: 'cats-2',
  title: t(
    'Оқиғадан кейінгі бала (CATS-2)',
    'Ребёнок после тяжёлых событий (CATS-2)',
    'A child after difficult events (CATS-2)',
  ),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { from: 7, to: 17, source: SACHSER },
  informants: [
    { kind: 'self', ages: { from: 7, to: 17 } },
    { kind: 'caregiver', ages: { from: 7, to: 17 } },
  ],
  meaning: {
    says: t(
      'Соңғы төрт аптада ауыр оқиғаның белгілері қаншалықты жиі болғанын айтады.',
      'Как часто за последние четыре недели были симптомы после тяжёлых событий.',
      'How often there were symptoms after difficult events over the last four weeks.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    often: silentOptions({
      '0': ['Ешқашан', 'Никогда', 'Never'],
      '1': ['Аракідік', 'Изредка', 'Once in a while'],
      '2': ['Көп кезде', 'Нередко', 'Often'],
      '3': ['Үнемі дерлік', 'Почти всегда', 'Almost always'],
    }),
  },
  items: [
    ...silentChoices(byOwnNumber(QUESTIONS), 'often'),
    ...Object.entries(LIFE).map(([linkId, label]) => ({
      type: 'boolean' as const,
      linkId,
      label: t(...label),
      neverAFilter: true,
    })),
  ],
  scales: [
    sumScale('cats-2-dsm', ['DSM-5 белгілері', 'Симптомы DSM-5', 'Symptoms of DSM-5'], QUESTIONS, {
      from: 0,
      to: 3,
      highestOf: Object.values(SEVERAL),
      minimumAnswered: SYMPTOMS.length,
      range: { min: 0, max: 3 * SYMPTOMS.length },
      source: fromWork(SACHSER),
      bandSets: cutOffs(
        [
          [
            SCREEN,
            21,
            [
              'Скрининг шегі (21 және одан көп)',
              'Порог скрининга (21 и больше)',
              'Cut-off of a screen (21 or more)',
            ],
          ],
          [
            LIKELY,
            25,
            [
              'Диагноз ықтимал (25 және одан көп)',
              'Диагноз вероятен (25 и больше)',
              'A diagnosis is likely (25 or more)',
            ],
          ],
        ],
        fromWork(SACHSER),
      ),
    }),
    sumScale(
      'cats-2-icd',
      ['ICD-11 бойынша ПТСР белгілері', 'Симптомы ПТСР по МКБ-11', 'PTSD symptoms of ICD-11'],
      ICD,
      {
        from: 0,
        to: 3,
        source: fromWork(SACHSER),
        bandSets: cutOffs(
          [
            [
              ICD_SCREEN,
              7,
              [
                'Скрининг шегі (7 және одан көп)',
                'Порог скрининга (7 и больше)',
                'Cut-off of a screen (7 or more)',
              ],
            ],
            [
              ICD_LIKELY,
              9,
              [
                'Диагноз ықтимал (9 және одан көп)',
                'Диагноз вероятен (9 и больше)',
                'A diagnosis is likely (9 or more)',
              ],
            ],
          ],
          fromWork(SACHSER),
        ),
      },
    ),
  ],
  licence: broughtBySite({
    owner: 'University of Ulm (Sachser, Goldbeck) and co-authors',
    source: 'Sachser et al. 2022; the questionnaire from the University of Ulm',
    terms:
      'Free from the University of Ulm; the article is CC BY-NC. Terms for showing it on a screen were not read.',
    checked:
      'Cut-offs: compared with the abstract of the publication. That symptoms 9, 10 and 15 are asked in four, two and two questions of which the highest counts: compared with a public description of the scoring. Which six symptoms are those of ICD-11: from memory. The list of events and the scale of complex PTSD are left out. Russian and Ukrainian versions exist by what we know; none in Kazakh was found.',
  }),
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    en: [
      {
        grade: 'cut-off',
        statement: t(
          'Шектер клиникалық іріктемеде анықталған.',
          'Пороги установлены на клинической выборке.',
          'Cut-offs were set in a clinical sample.',
        ),
        source: fromWork(SACHSER),
      },
    ],
  },
  examples: [
    worked('Never, twenty times', 'sums', answered('0'.repeat(20)), [
      scored('cats-2-dsm', 0, []),
      scored('cats-2-icd', 0, []),
    ]),
    worked('20 and 6: below', 'one each; six of them of ICD-11', answered('1'.repeat(20)), [
      scored('cats-2-dsm', 20, []),
      scored('cats-2-icd', 6, []),
    ]),
    worked('21 and 7: screens', 'one more on the second', answered(`12${'1'.repeat(18)}`), [
      scored('cats-2-dsm', 21, [SCREEN]),
      scored('cats-2-icd', 7, [ICD_SCREEN]),
    ]),
    worked(
      '24 and 8',
      'one more each on the first, second, third and last',
      answered(`222${'1'.repeat(16)}2`),
      [scored('cats-2-dsm', 24, [SCREEN]), scored('cats-2-icd', 8, [ICD_SCREEN])],
    ),
    worked('25 and 9', 'one more on the sixth', answered(`222112${'1'.repeat(13)}2`), [
      scored('cats-2-dsm', 25, [SCREEN, LIKELY]),
      scored('cats-2-icd', 9, [ICD_SCREEN, ICD_LIKELY]),
    ]),
    worked(
      'The highest of several questions counts once',
      '17 x 0; 3 + 2 + 1',
      answered('0'.repeat(20), { cats_9c: '3', cats_10b: '2', cats_15a: '1' }),
      [scored('cats-2-dsm', 6, []), scored('cats-2-icd', 0, [])],
    ),
    worked(
      'One of several unanswered: known where another is already the highest',
      '17 x 1; 3; 1; unknown',
      withoutAnswers(answered('1'.repeat(20), { cats_9a: '3' }), ['cats_9d', 'cats_15b']),
      [unscored('cats-2-dsm', 19, 20), scored('cats-2-icd', 6)],
    ),
    worked('Almost always, twenty times', '20 x 3; 6 x 3', answered('3'.repeat(20)), [
      scored('cats-2-dsm', 60, [SCREEN, LIKELY]),
      scored('cats-2-icd', 18, [ICD_SCREEN, ICD_LIKELY]),
    ]),
    worked('One unanswered outside the six', 'all are needed', answered(`-${'1'.repeat(19)}`), [
      unscored('cats-2-dsm', 19, 20),
      scored('cats-2-icd', 6),
    ]),
  ],
};
