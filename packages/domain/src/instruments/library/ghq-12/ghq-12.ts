import type { FormPackage, WorkedExample } from '../../form-package.ts';
import type { Scale } from '../../scale.ts';
import {
  bandsOf,
  FIRST_VERSION,
  nestedBands,
  scored,
  silentChoices,
  silentOptions,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo } from '../in-order.ts';
import { byNumber } from '../sum-scale.ts';
import { fromWork, LITERATURE_SEARCH, inOurWords as t } from '../wording.ts';

const ITEMS = Array.from({ length: 12 }, (_, index) => `g${String(index + 1).padStart(2, '0')}`);

/** Six of the twelve items are worded negatively: all but 1, 3, 4, 7, 8 and 12 of the published order. */
const NEGATIVE = ['g02', 'g05', 'g06', 'g09', 'g10', 'g11'];

const common = {
  version: '1',
  items: ITEMS,
  combine: 'sum',
  minimumAnswered: 12,
  proration: 'none',
  direction: 'higher-is-worse',
  evidence: {
    kk: [
      {
        grade: 'none-found',
        statement: t(
          'Қазақша нұсқаның жарияланған сынағы табылмады; шектерді осы жерде анықтау керек.',
          'Опубликованной проверки казахской версии не найдено; пороги нужно установить на месте.',
          'No published validation of a Kazakh version was found; cut-offs must be set locally.',
        ),
        source: LITERATURE_SEARCH,
      },
    ],
    en: [
      {
        grade: 'validity',
        statement: t(
          'ДДҰ зерттеуі, 15 орталық: қисық астындағы аудан 0,88; қарапайым есептеу күрделісінен кем емес.',
          'Исследование ВОЗ в 15 центрах: площадь под кривой 0,88; простой подсчёт не хуже сложного.',
          'WHO study in 15 centres: area under the curve 0.88, simple scoring as good as complex.',
        ),
        source: fromWork('Goldberg et al. 1997, Psychological Medicine 27'),
      },
    ],
  },
} as const satisfies Partial<Scale>;

const bimodal: Scale = {
  ...common,
  id: 'ghq',
  title: t('GHQ-12, 0-0-1-1 тәсілі', 'GHQ-12, подсчёт 0-0-1-1', 'GHQ-12, scored 0-0-1-1'),
  coding: { '0': 0, '1': 0, '2': 1, '3': 1 },
  range: { min: 0, max: 12 },
  printedCoding: '0-0-1-1',
  bandSets: [
    {
      kind: 'exclusive',
      bands: bandsOf([
        ['none', 0, ['Күйзеліс белгісі жоқ', 'Признаков дистресса нет', 'No sign of distress']],
        ['some', 1, ['Кейбір белгілер (1–3)', 'Некоторые признаки (1–3)', 'Some signs (1–3)']],
        ['high', 4, ['Белгілері көп (4–12)', 'Много признаков (4–12)', 'Many signs (4–12)']],
      ]),
      source: {
        words: t(
          '2022 жылғы деректердегідей: 104 әйелдің 61, 27 және 16-сы дәл осы шектермен шығады; есептің өзінде шектер жазылмаған',
          'Как в данных 2022 года: с этими порогами получаются 61, 27 и 16 из 104 женщин; в самом отчёте пороги не напечатаны',
          'As used with the data of 2022: the counts 61, 27 and 16 of 104 women come out with these cut-points; the report does not print them',
        ),
      },
    },
    {
      kind: 'nested',
      bands: nestedBands([
        [
          'elevated',
          1,
          [
            'Күйзелісі жоғары (1 және одан көп)',
            'Повышенный дистресс (1 и больше)',
            'Elevated distress (1 or more)',
          ],
        ],
        [
          'clinical-range',
          4,
          [
            'Соның ішінде клиникалық деңгей (4 және одан көп)',
            'Из них клинический диапазон (4 и больше)',
            'Of these, clinical range (4 or more)',
          ],
        ],
      ]),
      source: {
        words: t(
          '2022 жылғы деректердегідей: 43 әйелде жоғары, соның 16-сы клиникалық деңгейде; 4 және одан көп – скринингтің әдеттегі шегі, оны осы жерде тексеру керек',
          'Как в данных 2022 года: у 43 повышен, из них у 16 в клиническом диапазоне; 4 и больше – обычный порог скрининга, его нужно проверить на месте',
          'As used with the data of 2022: 43 elevated, 16 of them in the clinical range; 4 or more is a usual screening cut-point, to be validated locally',
        ),
      },
    },
  ],
  source: {
    words: t(
      'GHQ-дің кәдімгі қос мәнді есептеуі',
      'Обычный двузначный подсчёт GHQ',
      'Standard bimodal scoring of the GHQ',
    ),
  },
};

const likert: Scale = {
  ...common,
  id: 'ghq-likert',
  title: t('GHQ-12, Ликерт тәсілі', 'GHQ-12, подсчёт по Ликерту', 'GHQ-12, Likert scored'),
  coding: { '0': 0, '1': 1, '2': 2, '3': 3 },
  range: { min: 0, max: 36 },
  printedCoding: '0-1-2-3',
  bandSets: [],
  source: {
    words: t(
      'GHQ-дің Ликерт бойынша кәдімгі есептеуі; шек белгіленбейді',
      'Обычный подсчёт GHQ по Ликерту; порог не устанавливается',
      'Standard Likert scoring of the GHQ; no cut-point is claimed',
    ),
  },
};

const chronic: Scale = {
  ...common,
  id: 'c-ghq',
  title: t(
    'GHQ-12, созылмалы күйзеліске арналған тәсіл (C-GHQ)',
    'GHQ-12, подсчёт для длительного дистресса (C-GHQ)',
    'GHQ-12, scored for long-standing distress (C-GHQ)',
  ),
  coding: { '0': 0, '1': 0, '2': 1, '3': 1 },
  recode: Object.fromEntries(
    NEGATIVE.map((linkId) => [linkId, { '0': 0, '1': 1, '2': 1, '3': 1 }]),
  ),
  range: { min: 0, max: 12 },
  printedCoding: '0-0-1-1 / 0-1-1-1',
  bandSets: [],
  source: fromWork(
    'Goodchild & Duncan-Jones 1985',
    t(
      'теріс тармақтар 0-1-1-1, оң тармақтар 0-0-1-1; тармақтар жарияланған ретімен тұр деп есептеледі',
      'отрицательные пункты 0-1-1-1, положительные 0-0-1-1; считается, что пункты стоят в опубликованном порядке',
      'negative items 0-1-1-1, positive items 0-0-1-1; assumes the published order of the items',
    ),
  ),
};

/** Twelve answers in order, each 0 to 3. */
const answered = answersTo(ITEMS);

const examples: WorkedExample[] = [
  {
    name: 'The first answer everywhere',
    source: 'derived by hand',
    answers: answered('000000000000'),
    expected: [scored('ghq', 0, ['none']), scored('ghq-likert', 0), scored('c-ghq', 0)],
  },
  {
    name: 'The second answer everywhere: only the negative items count for C-GHQ',
    source: 'derived by hand: 12 x 0; 12 x 1; 6 negative items x 1',
    answers: answered('111111111111'),
    expected: [scored('ghq', 0, ['none']), scored('ghq-likert', 12), scored('c-ghq', 6)],
  },
  {
    name: 'The last score below the clinical range',
    source: 'derived by hand: items 1, 2 and 3 with 2, 3, 2',
    answers: answered('232000000000'),
    expected: [scored('ghq', 3, ['some', 'elevated']), scored('ghq-likert', 7), scored('c-ghq', 3)],
  },
  {
    name: 'The first score in the clinical range',
    source: 'derived by hand: items 1 to 4 with 2',
    answers: answered('222200000000'),
    expected: [
      scored('ghq', 4, ['high', 'elevated', 'clinical-range']),
      scored('ghq-likert', 8),
      scored('c-ghq', 4),
    ],
  },
  {
    name: 'The last answer everywhere',
    source: 'derived by hand',
    answers: answered('333333333333'),
    expected: [
      scored('ghq', 12, ['high', 'elevated', 'clinical-range']),
      scored('ghq-likert', 36),
      scored('c-ghq', 12),
    ],
  },
  {
    name: 'One item unanswered: no score',
    source: 'derived by hand: all twelve are needed',
    answers: answered('33333333333'),
    expected: [unscored('ghq', 11, 12)],
  },
];

/**
 * GHQ-12: structure and scoring only. Its wording is licensed and never ships; a site adds its own with `withText`.
 * Without it nobody can answer; data collected elsewhere show it by item numbers.
 */
export const ghq12: FormPackage = {
  ...FIRST_VERSION,
  code: 'ghq-12',
  title: t('GHQ-12 сауалнамасы', 'Опросник GHQ-12', 'GHQ-12 questionnaire'),
  wording: 'absent',
  fallback: { kk: ['ru', 'en'], ru: ['en', 'kk'], en: ['ru', 'kk'] },
  meaning: {
    says: t(
      'Соңғы апталарда адам өзін әдеттегісінен нашар сезіне ме, соны айтады.',
      'Чувствует ли себя человек последние недели хуже обычного.',
      'Whether the person has felt worse than usual over the last weeks.',
    ),
    saysNot: t(
      'Диагноз емес. Әдеттегімен салыстырады, сондықтан ұзаққа созылған күйзелісті аз байқайды: жылдар бойы бақылауға жалғыз өзі жарамайды.',
      'Не диагноз. Сравнивает с обычным состоянием и потому плохо видит долгий дистресс: для наблюдения годами одного его мало.',
      'Not a diagnosis. It compares with the usual and so sees little of long-standing distress: alone it does not do for following somebody over years.',
    ),
  },
  optionLists: {
    answers: silentOptions(['0', '1', '2', '3'].map((id): Words => [id, id, id])),
  },
  items: silentChoices(byNumber(ITEMS), 'answers'),
  scales: [bimodal, likert, chronic],
  licence: {
    owner: 'GL Assessment',
    source: 'Goldberg & Williams, A user’s guide to the General Health Questionnaire, 1988',
    terms: 'Proprietary: a licence is needed to use, translate or show the items, on a screen too.',
    text: 'bring-your-own',
    checked:
      'That a licence is needed: known from the publisher’s support pages. The terms for electronic use were not read; the site must.',
  },
  evidence: {
    kk: [
      {
        grade: 'none-found',
        statement: t(
          'Қазақша нұсқаның жарияланған сынағы табылмады.',
          'Опубликованной проверки казахской версии не найдено.',
          'No published validation of a Kazakh version was found.',
        ),
        source: LITERATURE_SEARCH,
      },
    ],
  },
  examples,
};
