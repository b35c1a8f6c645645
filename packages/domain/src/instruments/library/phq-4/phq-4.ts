import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  bandsOf,
  FIRST_VERSION,
  RUSSIAN_THEN_ENGLISH,
  scored,
  unscored,
  type Words,
} from '../first-version.ts';
import { GAD_LABELS, GAD_TEXTS } from '../gad-7/gad-7.ts';
import { answersTo, numbered } from '../in-order.ts';
import { frequency, overTwoWeeks, PHQ_NOTICE, phqLicence, phqWorded } from '../phq-family.ts';
import { PHQ_LABELS, PHQ_TEXTS } from '../phq-items.ts';
import { cutOffs, sumScale } from '../sum-scale.ts';
import { wordedChoices } from '../worded-choices.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const KROENKE = 'Kroenke et al. 2009, Psychosomatics 50: 613-621';
const ITEMS = numbered('phq4_', 4);
const TEXTS = [GAD_TEXTS[0]!, GAD_TEXTS[1]!, PHQ_TEXTS[0]!, PHQ_TEXTS[1]!];
const LABELS = [GAD_LABELS[0]!, GAD_LABELS[1]!, PHQ_LABELS[0]!, PHQ_LABELS[1]!];
const LOINC = ['69725-0', '68509-9', '44250-9', '44255-8'];

const pair = (id: string, items: string[], title: Words, more: { loinc?: string } = {}) =>
  sumScale(id, title, items, {
    ...{ from: 0, to: 3, ...more },
    bandSets: cutOffs(
      [
        [
          `${id}-three-or-more`,
          3,
          [
            'Толық сауалнама керек (3 және одан көп)',
            'Нужен полный опросник (3 и больше)',
            'Ask the whole questionnaire (3 or more)',
          ],
        ],
      ],
      fromWork(KROENKE),
    ),
    source: fromWork(
      KROENKE,
      t('екі жауаптың жиынтығы', 'сумма двух ответов', 'sum of two answers'),
    ),
  });

const scales = [
  sumScale('phq-4', ['PHQ-4 жиынтығы', 'Сумма PHQ-4', 'PHQ-4 total'], ITEMS, {
    from: 0,
    to: 3,
    bandSets: [
      {
        kind: 'exclusive',
        purpose: 'severity',
        bands: bandsOf([
          ['normal', 0, ['Қалыпты (0–2)', 'В норме (0–2)', 'Normal (0–2)']],
          ['mild', 3, ['Жеңіл (3–5)', 'Лёгкий (3–5)', 'Mild (3–5)']],
          ['moderate', 6, ['Орташа (6–8)', 'Умеренный (6–8)', 'Moderate (6–8)']],
          ['severe', 9, ['Ауыр (9–12)', 'Тяжёлый (9–12)', 'Severe (9–12)']],
        ]),
        source: fromWork(KROENKE),
      },
    ],
    source: fromWork(
      KROENKE,
      t('төрт жауаптың жиынтығы', 'сумма четырёх ответов', 'sum of four answers'),
    ),
  }),
  pair('gad-2', ITEMS.slice(0, 2), ['Мазасыздық (GAD-2)', 'Тревога (GAD-2)', 'Anxiety (GAD-2)']),
  pair('phq-2', ITEMS.slice(2), ['Көңіл күй (PHQ-2)', 'Настроение (PHQ-2)', 'Mood (PHQ-2)'], {
    loinc: '55758-7',
  }),
];

const answered = answersTo(ITEMS);
const example = (
  name: string,
  pattern: string,
  expected: WorkedExample['expected'],
): WorkedExample => ({
  name,
  source: 'derived by hand: sums of the answers',
  answers: answered(pattern),
  expected,
});
const [gad, phq] = [['gad-2-three-or-more'], ['phq-2-three-or-more']];

const examples = [
  example('Not at all, four times', '0000', [
    scored('phq-4', 0, ['normal']),
    scored('gad-2', 0, []),
    scored('phq-2', 0, []),
  ]),
  example('Last score of the first band, both pairs below three', '1100', [
    scored('phq-4', 2, ['normal']),
    scored('gad-2', 2, []),
    scored('phq-2', 0, []),
  ]),
  example('First score of the second band; anxiety at the cut-off', '1200', [
    scored('phq-4', 3, ['mild']),
    scored('gad-2', 3, gad),
    scored('phq-2', 0, []),
  ]),
  example('Last score of the second band; mood at the cut-off', '1121', [
    scored('phq-4', 5, ['mild']),
    scored('gad-2', 2, []),
    scored('phq-2', 3, phq),
  ]),
  example('First score of the third band', '1221', [
    scored('phq-4', 6, ['moderate']),
    scored('gad-2', 3, gad),
    scored('phq-2', 3, phq),
  ]),
  example('Last score of the third band', '2222', [scored('phq-4', 8, ['moderate'])]),
  example('First score of the fourth band', '3222', [scored('phq-4', 9, ['severe'])]),
  example('Nearly every day, four times', '3333', [
    scored('phq-4', 12, ['severe']),
    scored('gad-2', 6, gad),
    scored('phq-2', 6, phq),
  ]),
  example('One of mood unanswered: anxiety alone has a score', '333-', [
    unscored('phq-4', 3, 4),
    scored('gad-2', 6, gad),
    unscored('phq-2', 1, 2),
  ]),
];

/** PHQ-4: two questions of the GAD-7 and two of the PHQ-9; a first look before either. */
export const phq4: FormPackage = {
  ...FIRST_VERSION,
  code: 'phq-4',
  title: t(
    'Денсаулық сауалнамасы (PHQ-4)',
    'Опросник о здоровье (PHQ-4)',
    'Health questionnaire (PHQ-4)',
  ),
  notice: PHQ_NOTICE,
  wording: 'verbatim',
  fallback: RUSSIAN_THEN_ENGLISH,
  ages: { from: 18, source: KROENKE },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Мазасыздық пен көңіл күй туралы төрт сұрақ: толық сауалнама керек пе, соны айтады.',
      'Четыре вопроса о тревоге и настроении: нужен ли полный опросник.',
      'Four questions on anxiety and mood: whether a whole questionnaire is needed.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: { frequency },
  items: [
    {
      type: 'group',
      linkId: 'phq4',
      text: overTwoWeeks(
        'Как часто за последние 2 недели Вас беспокоили следующие проблемы?',
        'Over the last 2 weeks, how often have you been bothered by the following problems?',
      ),
      items: wordedChoices(ITEMS, phqWorded(TEXTS, LABELS), {
        ...{ options: 'frequency', loinc: LOINC },
      }),
    },
  ],
  scales,
  licence: phqLicence({
    source: 'Kroenke et al. 2009, Psychosomatics 50: 613-621',
    compared:
      'The questions are those of GAD-7 and PHQ-9. Bands, cut-offs and the order of the last two questions: from memory; published forms differ in that order, which changes no score. LOINC codes of the two questions on anxiety: from memory.',
  }),
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    en: [
      {
        grade: 'cut-off',
        statement: t(
          'Жұпта 3 және одан көп: скрининг үшін шек.',
          '3 и больше в паре: порог скрининга.',
          '3 or more in a pair: cut-off of a screen.',
        ),
        source: fromWork(KROENKE),
      },
    ],
  },
  examples,
};
