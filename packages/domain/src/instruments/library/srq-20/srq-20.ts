import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  ENGLISH_ONLY,
  FIRST_VERSION,
  inEnglish,
  scored,
  suicideSignal,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { cutOffs, sumScale } from '../sum-scale.ts';
import { wordedChoices, wordedInEnglish } from '../worded-choices.ts';
import {
  ASKED_DIRECTLY_TODAY,
  fromWork,
  NO_DIAGNOSIS,
  NO_KAZAKH_EVIDENCE,
  inOurWords as t,
} from '../wording.ts';

const GUIDE =
  'Beusenberg & Orley 1994, A user’s guide to the Self Reporting Questionnaire, WHO/MNH/PSF/94.8';
const ITEMS = numbered('srq_', 20);

const TEXTS: [text: string, label: Words][] = [
  ['Do you often have headaches?', ['Бас ауруы', 'Головные боли', 'Headaches']],
  ['Is your appetite poor?', ['Тәбет', 'Аппетит', 'Appetite']],
  ['Do you sleep badly?', ['Ұйқы', 'Сон', 'Sleep']],
  ['Are you easily frightened?', ['Тез қорқу', 'Пугливость', 'Easily frightened']],
  ['Do your hands shake?', ['Қол дірілдеуі', 'Дрожь рук', 'Hands shake']],
  ['Do you feel nervous, tense or worried?', ['Мазасыздық', 'Тревога', 'Nervous']],
  ['Is your digestion poor?', ['Ас қорыту', 'Пищеварение', 'Digestion']],
  [
    'Do you have trouble thinking clearly?',
    ['Анық ойлай алмау', 'Ясность мысли', 'Thinking clearly'],
  ],
  ['Do you feel unhappy?', ['Бақытсыздық', 'Чувство несчастья', 'Unhappy']],
  ['Do you cry more than usual?', ['Көп жылау', 'Слёзы', 'Cries more']],
  [
    'Do you find it difficult to enjoy your daily activities?',
    ['Қуаныш аздығы', 'Мало радости', 'Little joy'],
  ],
  ['Do you find it difficult to make decisions?', ['Шешім қабылдау', 'Трудно решать', 'Decisions']],
  ['Is your daily work suffering?', ['Күнделікті жұмыс', 'Повседневная работа', 'Daily work']],
  [
    'Are you unable to play a useful part in life?',
    ['Пайдалы бола алмау', 'Не может быть полезной', 'Useful part in life'],
  ],
  ['Have you lost interest in things?', ['Қызығушылық', 'Интерес', 'Interest']],
  ['Do you feel that you are a worthless person?', ['Қадірсіздік', 'Никчёмность', 'Worthless']],
  [
    'Has the thought of ending your life been on your mind?',
    ['Өмірін қию ойы', 'Мысль покончить с жизнью', 'Thought of ending life'],
  ],
  [
    'Do you feel tired all the time?',
    ['Үнемі шаршау', 'Постоянная усталость', 'Tired all the time'],
  ],
  [
    'Do you have uncomfortable feelings in your stomach?',
    ['Іш жайсыздығы', 'Неприятные ощущения в животе', 'Stomach'],
  ],
  ['Are you easily tired?', ['Тез шаршау', 'Быстрая утомляемость', 'Easily tired']],
];

const answered = answersTo(ITEMS);
const example = (name: string, yes: readonly number[], bands: string[]): WorkedExample => ({
  name,
  source: 'derived by hand: the number of yes',
  answers: Object.fromEntries(
    ITEMS.map((linkId, index) => [linkId, yes.includes(index + 1) ? '1' : '0']),
  ),
  expected: [scored('srq-20', yes.length, bands)],
  ...(yes.includes(17) && suicideSignal('today', 'srq_17')),
});
const firstOf = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** SRQ-20: twenty questions, yes or no, on the past 30 days. */
export const srq20: FormPackage = {
  ...FIRST_VERSION,
  code: 'srq-20',
  title: t('Жиырма сұрақ (SRQ-20)', 'Двадцать вопросов (SRQ-20)', 'Twenty questions (SRQ-20)'),
  notice: t(
    'SRQ: Дүниежүзілік денсаулық сақтау ұйымы, 1994.',
    'SRQ: Всемирная организация здравоохранения, 1994.',
    'SRQ: World Health Organization, 1994.',
  ),
  wording: 'verbatim',
  fallback: ENGLISH_ONLY,
  ages: { from: 18, source: GUIDE },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Соңғы 30 күндегі күйзеліс белгілерінің санын айтады.',
      'Число признаков дистресса за последние 30 дней.',
      'The number of signs of distress in the past 30 days.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    yes_no: [
      { id: '1', text: inEnglish('Yes') },
      { id: '0', text: inEnglish('No') },
    ],
  },
  items: [
    {
      type: 'group',
      linkId: 'srq',
      text: inEnglish(
        'The following questions are related to certain pains and problems that may have bothered you in the last 30 days.',
      ),
      items: wordedChoices(ITEMS, wordedInEnglish(TEXTS), {
        ...{ options: 'yes_no', safety: ['srq_17'] },
      }),
    },
  ],
  scales: [
    sumScale('srq-20', ['SRQ-20 жиынтығы', 'Сумма SRQ-20', 'SRQ-20 total'], ITEMS, {
      from: 0,
      to: 1,
      printedCoding: '1-0',
      source: fromWork(GUIDE),
      bandSets: cutOffs(
        [
          [
            'eight-or-more',
            8,
            [
              'Жиі қолданылатын шек (8 және одан көп)',
              'Частый порог (8 и больше)',
              'A common cut-off (8 or more)',
            ],
          ],
        ],
        fromWork(
          GUIDE,
          t(
            'ДДҰ нұсқаулығы: жалпыға ортақ шек жоқ, әр жерде өзі анықталады',
            'руководство ВОЗ: общего порога нет, его устанавливают на месте',
            'the guide of WHO: there is no general cut-off, each place determines its own',
          ),
        ),
      ),
    }),
  ],
  signals: [
    {
      kind: 'suicide',
      urgency: 'today',
      when: "srq_17 = '1'",
      source: ASKED_DIRECTLY_TODAY,
    },
  ],
  licence: {
    owner: 'World Health Organization',
    source: 'WHO/MNH/PSF/94.8',
    terms:
      'May be freely reviewed, abstracted, reproduced and translated, in part or in whole, not for sale nor for commercial purposes.',
    text: 'shipped',
    checked:
      'English questions: known wording; the guide was not opened. Terms: from memory of documents of this kind. That WHO recommends no general cut-off: as cited in the programme’s review. No Russian or Kazakh version was seen.',
    attribution: 'SRQ: World Health Organization, 1994',
  },
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    en: [
      {
        grade: 'validity',
        statement: t(
          'Көп елде сыналған; шектер әртүрлі.',
          'Проверен во многих странах; пороги разные.',
          'Validated in many countries; cut-offs differ.',
        ),
        source: fromWork(GUIDE),
      },
    ],
  },
  examples: [
    example('No to everything', [], []),
    example('Seven times yes: below', firstOf(7), []),
    example('Eight times yes: at the cut-off', firstOf(8), ['eight-or-more']),
    example('Yes to the seventeenth alone: a signal', [17], []),
    example('Yes to everything', firstOf(20), ['eight-or-more']),
    {
      name: 'One unanswered: no score',
      source: 'derived by hand: all twenty are needed',
      answers: answered('1111111100000000-000'),
      expected: [unscored('srq-20', 19, 20)],
    },
  ],
};
