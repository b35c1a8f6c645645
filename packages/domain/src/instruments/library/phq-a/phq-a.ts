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
import { phqSeverity } from '../phq-family.ts';
import { cutOffs, sumScale } from '../sum-scale.ts';
import { englishOptions, wordedChoices, wordedInEnglish } from '../worded-choices.ts';
import {
  ASKED_DIRECTLY_TODAY,
  fromWork,
  NO_DIAGNOSIS,
  NO_KAZAKH_EVIDENCE,
  inOurWords as t,
} from '../wording.ts';

const JOHNSON = 'Johnson et al. 2002, Journal of Adolescent Health 30: 196-204';
const ITEMS = numbered('phqa_', 9);

const TEXTS: [text: string, label: Words][] = [
  ['Feeling down, depressed, irritable, or hopeless?', ['Көңіл күй', 'Настроение', 'Mood']],
  ['Little interest or pleasure in doing things?', ['Қызығушылық', 'Интерес', 'Interest']],
  ['Trouble falling asleep, staying asleep, or sleeping too much?', ['Ұйқы', 'Сон', 'Sleep']],
  ['Poor appetite, weight loss, or overeating?', ['Тәбет', 'Аппетит', 'Appetite']],
  ['Feeling tired, or having little energy?', ['Қуат', 'Силы', 'Energy']],
  [
    'Feeling bad about yourself – or feeling that you are a failure, or that you have let yourself or your family down?',
    ['Өзін бағалау', 'Самооценка', 'Self-regard'],
  ],
  [
    'Trouble concentrating on things like school work, reading, or watching TV?',
    ['Зейін', 'Внимание', 'Concentration'],
  ],
  [
    'Moving or speaking so slowly that other people could have noticed? Or the opposite – being so fidgety or restless that you were moving around a lot more than usual?',
    ['Қозғалыс', 'Движения', 'Movement'],
  ],
  [
    'Thoughts that you would be better off dead, or of hurting yourself in some way?',
    ['Өзіне зиян келтіру ойы', 'Мысли о вреде себе', 'Thoughts of self-harm'],
  ],
];

const answered = answersTo(ITEMS);
const example = (name: string, pattern: string, value: number, bands: string[]): WorkedExample => ({
  name,
  source: 'derived by hand: the sum of the answers',
  answers: answered(pattern),
  expected: [scored('phq-a', value, bands)],
  ...('123'.includes(pattern[8]!) && suicideSignal('today', 'phqa_9')),
});

const examples: WorkedExample[] = [
  example('Not at all, nine times', '000000000', 0, ['minimal']),
  example('Last score of the first band', '111100000', 4, ['minimal']),
  example('First score of the second band', '111110000', 5, ['mild']),
  example('Last score of the second band', '333000000', 9, ['mild']),
  example('First score of the third band', '333100000', 10, ['moderate']),
  example('Below the local cut-off for 15 to 19', '333100000', 10, ['moderate']),
  example('At it', '333200000', 11, ['moderate', 'eleven-or-more']),
  example('Below the local cut-off for 12 to 14', '333300000', 12, ['moderate', 'eleven-or-more']),
  example('At it', '333310000', 13, ['moderate', 'eleven-or-more', 'thirteen-or-more']),
  example('Last score of the third band', '333320000', 14, [
    'moderate',
    'eleven-or-more',
    'thirteen-or-more',
  ]),
  example('First score of the fourth band', '333330000', 15, [
    'moderately-severe',
    'eleven-or-more',
    'thirteen-or-more',
  ]),
  example('Last score of the fourth band', '333333100', 19, [
    'moderately-severe',
    'eleven-or-more',
    'thirteen-or-more',
  ]),
  example('First score of the fifth band', '333333200', 20, [
    'severe',
    'eleven-or-more',
    'thirteen-or-more',
  ]),
  example('Nearly every day, nine times', '333333333', 27, [
    'severe',
    'eleven-or-more',
    'thirteen-or-more',
  ]),
  {
    ...example('Serious thoughts in the past month, without a word of them above', '000000000', 0, [
      'minimal',
    ]),
    answers: { ...answered('000000000'), phqa_month: true },
    ...suicideSignal('today', 'phqa_month'),
  },
  {
    ...example('An attempt at any time of life', '000000000', 0, ['minimal']),
    answers: { ...answered('000000000'), phqa_month: false, phqa_ever: true },
    ...suicideSignal('today', 'phqa_ever'),
  },
  {
    name: 'One item unanswered: no score',
    source: 'derived by hand: all nine are needed',
    answers: answered('33333333'),
    expected: [unscored('phq-a', 8, 9)],
  },
];

/** PHQ-A: the PHQ-9 for 11 to 17 years, with two direct questions on suicide. */
export const phqA: FormPackage = {
  ...FIRST_VERSION,
  code: 'phq-a',
  title: t(
    'Жасөспірімнің көңіл күйі (PHQ-A)',
    'Настроение подростка (PHQ-A)',
    'Mood of a young person (PHQ-A)',
  ),
  notice: t(
    'PHQ-A: Johnson, Harris, Spitzer, Williams, 2002.',
    'PHQ-A: Johnson, Harris, Spitzer, Williams, 2002.',
    'PHQ-A: Johnson, Harris, Spitzer, Williams, 2002.',
  ),
  wording: 'verbatim',
  fallback: ENGLISH_ONLY,
  ages: { from: 11, to: 17, source: JOHNSON },
  informants: [{ kind: 'self', ages: { from: 11, to: 17 } }],
  family: 'phq',
  meaning: {
    says: t(
      'Соңғы екі аптада депрессия белгілері қаншалықты жиі мазалағанын айтады.',
      'Как часто за последние две недели беспокоили признаки депрессии.',
      'How often signs of depression have bothered the young person over the last two weeks.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    frequency: englishOptions([
      ...['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
    ]),
    difficulty: englishOptions([
      ...['Not difficult at all', 'Somewhat difficult', 'Very difficult', 'Extremely difficult'],
    ]),
  },
  items: [
    {
      type: 'group',
      linkId: 'phqa',
      text: inEnglish(
        'How often have you been bothered by each of the following symptoms during the past two weeks?',
      ),
      items: wordedChoices(ITEMS, wordedInEnglish(TEXTS), {
        ...{ options: 'frequency', safety: ['phqa_9'] },
      }),
    },
    {
      type: 'boolean',
      linkId: 'phqa_year',
      text: inEnglish(
        'In the past year have you felt depressed or sad most days, even if you felt okay sometimes?',
      ),
      label: t('Соңғы жылы мұңды', 'Грусть в течение года', 'Sad over the year'),
      neverAFilter: true,
    },
    {
      type: 'choice',
      linkId: 'phqa_difficulty',
      text: inEnglish(
        'If you are experiencing any of the problems on this form, how difficult have these problems made it for you to do your work, take care of things at home or get along with other people?',
      ),
      label: t('Күнделікті қиындық', 'Трудности в жизни', 'Difficulty'),
      options: 'difficulty',
      neverAFilter: true,
    },
    {
      type: 'boolean',
      linkId: 'phqa_month',
      text: inEnglish(
        'Has there been a time in the past month when you have had serious thoughts about ending your life?',
      ),
      label: t('Соңғы айдағы ой', 'Мысли за месяц', 'Thoughts in the past month'),
      safety: true,
      neverAFilter: true,
    },
    {
      type: 'boolean',
      linkId: 'phqa_ever',
      text: inEnglish(
        'Have you ever, in your whole life, tried to kill yourself or made a suicide attempt?',
      ),
      label: t('Бұрын әрекет еткен', 'Попытка в прошлом', 'Ever tried'),
      safety: true,
      neverAFilter: true,
    },
  ],
  scales: [
    sumScale('phq-a', ['PHQ-A жиынтығы', 'Сумма PHQ-A', 'PHQ-A total'], ITEMS, {
      from: 0,
      to: 3,
      source: fromWork(JOHNSON),
      bandSets: [
        {
          kind: 'exclusive',
          purpose: 'severity',
          bands: phqSeverity(27),
          source: fromWork(JOHNSON),
        },
        ...cutOffs(
          [
            [
              'eleven-or-more',
              11,
              [
                '15–19 жасқа арналған шек (11 және одан көп)',
                'Порог для 15–19 лет (11 и больше)',
                'Cut-off for ages 15-19 (11 or more)',
              ],
            ],
            [
              'thirteen-or-more',
              13,
              [
                '12–14 жасқа арналған шек (13 және одан көп)',
                'Порог для 12–14 лет (13 и больше)',
                'Cut-off for ages 12-14 (13 or more)',
              ],
            ],
          ],
          {
            words: t(
              'Непалдағы зерттеу; басқа жерде шек өзгеше болуы мүмкін',
              'исследование в Непале; в других местах порог может быть иным',
              'a study in Nepal; elsewhere cut-offs may differ',
            ),
          },
        ),
      ],
    }),
  ],
  signals: [
    {
      kind: 'suicide',
      urgency: 'today',
      when: "phqa_9 in ('1' | '2' | '3') or phqa_month or phqa_ever or phqa_month.declined()",
      source: ASKED_DIRECTLY_TODAY,
    },
  ],
  licence: {
    owner: 'Johnson, Harris, Spitzer, Williams; Pfizer',
    source: 'Johnson et al. 2002; phqscreeners.com',
    terms:
      'No permission required to reproduce, translate, display or distribute (as the whole PHQ family).',
    text: 'shipped',
    checked:
      'English: known wording, compared with public transcriptions, which differ in the order of the first two and the fourth and fifth question; that order changes no score. No Russian or Kazakh version was seen. Bands: as PHQ-9, from memory.',
    attribution: 'PHQ-A: Johnson, Harris, Spitzer, Williams, 2002',
  },
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples,
};
