import type { FormPackage, WorkedExample } from '../../form-package.ts';
import type { Scale } from '../../scale.ts';
import {
  ENGLISH_ONLY,
  FIRST_VERSION,
  inEnglish,
  scored,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { cutOffs, sumScale } from '../sum-scale.ts';
import { EXTENT_IN_ENGLISH, wordedChoices, wordedInEnglish } from '../worded-choices.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const WEATHERS = 'Weathers et al. 2013, PTSD Checklist for DSM-5, National Center for PTSD';
const ITEMS = numbered('pcl5_', 20);

const TEXTS: [text: string, label: Words][] = [
  [
    'Repeated, disturbing, and unwanted memories of the stressful experience?',
    ['Еріксіз естеліктер', 'Навязчивые воспоминания', 'Unwanted memories'],
  ],
  [
    'Repeated, disturbing dreams of the stressful experience?',
    ['Ауыр түстер', 'Тяжёлые сны', 'Disturbing dreams'],
  ],
  [
    'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    ['Қайта басынан өткендей', 'Словно снова происходит', 'As if happening again'],
  ],
  [
    'Feeling very upset when something reminded you of the stressful experience?',
    ['Еске түссе, мазасы кету', 'Расстройство при напоминании', 'Upset when reminded'],
  ],
  [
    'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    ['Дене реакциясы', 'Реакции тела', 'Physical reactions'],
  ],
  [
    'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    ['Ойдан қашу', 'Избегание мыслей', 'Avoiding thoughts'],
  ],
  [
    'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    ['Жер мен адамнан қашу', 'Избегание мест и людей', 'Avoiding reminders'],
  ],
  [
    'Trouble remembering important parts of the stressful experience?',
    ['Ұмытып қалу', 'Провалы в памяти', 'Trouble remembering'],
  ],
  [
    'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
    ['Жаман сенімдер', 'Негативные убеждения', 'Negative beliefs'],
  ],
  [
    'Blaming yourself or someone else for the stressful experience or what happened after it?',
    ['Айыптау', 'Обвинение', 'Blame'],
  ],
  [
    'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    ['Ауыр сезімдер', 'Тяжёлые чувства', 'Negative feelings'],
  ],
  [
    'Loss of interest in activities that you used to enjoy?',
    ['Қызығушылық жоғалуы', 'Потеря интереса', 'Loss of interest'],
  ],
  [
    'Feeling distant or cut off from other people?',
    ['Адамдардан алыстау', 'Отчуждённость', 'Distant from people'],
  ],
  [
    'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    ['Қуана алмау', 'Нет радостных чувств', 'No positive feelings'],
  ],
  [
    'Irritable behavior, angry outbursts, or acting aggressively?',
    ['Ашушаңдық', 'Вспышки гнева', 'Irritable'],
  ],
  [
    'Taking too many risks or doing things that could cause you harm?',
    ['Тәуекелге бару', 'Рискованные поступки', 'Taking risks'],
  ],
  ['Being “superalert” or watchful or on guard?', ['Сақ жүру', 'Настороженность', 'On guard']],
  ['Feeling jumpy or easily startled?', ['Селк ету', 'Вздрагивание', 'Easily startled']],
  [
    'Having difficulty concentrating?',
    ['Зейін қоя алмау', 'Трудно сосредоточиться', 'Hard to concentrate'],
  ],
  ['Trouble falling or staying asleep?', ['Ұйқы', 'Сон', 'Sleep']],
];

const CLUSTERS = {
  b: ITEMS.slice(0, 5),
  c: ITEMS.slice(5, 7),
  d: ITEMS.slice(7, 14),
  e: ITEMS.slice(14),
};
const there = (linkIds: string[]) => linkIds.map((linkId) => `${linkId} in ('2' | '3' | '4')`);

const sum = (id: string, items: string[], title: Words, more: Partial<Scale> = {}) =>
  sumScale(id, title, items, { from: 0, to: 4, source: fromWork(WEATHERS), ...more });

const answered = answersTo(ITEMS);
const example = (
  name: string,
  pattern: string,
  outcome: string | null,
  expected: WorkedExample['expected'] = [],
): WorkedExample => ({
  name,
  source: 'derived by hand: sums of the answers; a symptom counts from 2',
  answers: answered(pattern),
  expected,
  concluded: [{ conclusion: 'dsm-5-clusters', outcome }],
});

const examples: WorkedExample[] = [
  example('Not at all, twenty times', '0'.repeat(20), 'not-met', [
    scored('pcl-5', 0, []),
    scored('pcl-5-b', 0),
    scored('pcl-5-c', 0),
    scored('pcl-5-d', 0),
    scored('pcl-5-e', 0),
  ]),
  example(
    'The fewest symptoms that meet the rule: one, one, two, two',
    '20000' + '20' + '2200000' + '220000',
    'met',
    [scored('pcl-5', 12, [])],
  ),
  example('No intrusion at 2', '11111' + '20' + '2200000' + '220000', 'not-met'),
  example('No avoidance at 2', '20000' + '11' + '2200000' + '220000', 'not-met'),
  example('One of two in cognition and mood', '20000' + '20' + '2111111' + '220000', 'not-met'),
  example('One of two in arousal', '20000' + '20' + '2200000' + '211111', 'not-met'),
  example('30 is below both cut-offs', '22222' + '22' + '2222222' + '200000', 'not-met', [
    scored('pcl-5', 30, []),
  ]),
  example('31 is the lower end', '22222' + '22' + '2222222' + '210000', 'not-met', [
    scored('pcl-5', 31, ['thirty-one-or-more']),
  ]),
  example('32 is still between', '22222' + '22' + '2222222' + '220000', 'met', [
    scored('pcl-5', 32, ['thirty-one-or-more']),
  ]),
  example('33 is the upper end', '22222' + '22' + '2222222' + '221000', 'met', [
    scored('pcl-5', 33, ['thirty-one-or-more', 'thirty-three-or-more']),
    scored('pcl-5-b', 10),
    scored('pcl-5-c', 4),
    scored('pcl-5-d', 14),
    scored('pcl-5-e', 5),
  ]),
  example('Extremely, twenty times', '4'.repeat(20), 'met', [
    scored('pcl-5', 80, ['thirty-one-or-more', 'thirty-three-or-more']),
  ]),
  example('One unanswered that could decide', '20000' + '20' + '2-00000' + '220000', null, [
    unscored('pcl-5', 19, 20),
    unscored('pcl-5-d', 6, 7),
    scored('pcl-5-e', 4),
  ]),
  example('One unanswered that decides nothing', '20000' + '20' + '22-0000' + '220000', 'met', [
    unscored('pcl-5', 19, 20),
  ]),
];

/** PCL-5: the twenty symptoms of DSM-5 in the past month. */
export const pcl5: FormPackage = {
  ...FIRST_VERSION,
  code: 'pcl-5',
  title: t(
    'Ауыр оқиғаның салдары (PCL-5)',
    'Последствия тяжёлых событий (PCL-5)',
    'Problems after a stressful experience (PCL-5)',
  ),
  wording: 'verbatim',
  fallback: ENGLISH_ONLY,
  ages: { from: 18, source: WEATHERS },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Соңғы айда ауыр оқиғаның жиырма белгісі қаншалықты мазалағанын айтады.',
      'Насколько за последний месяц беспокоили двадцать симптомов после тяжёлого события.',
      'How much twenty symptoms after a stressful experience have bothered her in the past month.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: { extent: EXTENT_IN_ENGLISH },
  items: [
    {
      type: 'group',
      linkId: 'pcl5',
      text: inEnglish('In the past month, how much were you bothered by:'),
      items: wordedChoices(ITEMS, wordedInEnglish(TEXTS), { options: 'extent' }),
    },
  ],
  scales: [
    sum('pcl-5', ITEMS, ['PCL-5 жиынтығы', 'Сумма PCL-5', 'PCL-5 total'], {
      bandSets: cutOffs(
        [
          [
            'thirty-one-or-more',
            31,
            [
              'Шектің төменгі жағы (31 және одан көп)',
              'Нижняя граница порога (31 и больше)',
              'Lower end of the cut-off (31 or more)',
            ],
          ],
          [
            'thirty-three-or-more',
            33,
            [
              'Шектің жоғарғы жағы (33 және одан көп)',
              'Верхняя граница порога (33 и больше)',
              'Upper end of the cut-off (33 or more)',
            ],
          ],
        ],
        fromWork(
          WEATHERS,
          t(
            'уақытша шек 31–33; басқа тілде, басқа мақсатта өзгеше болады (неміс іріктемесінде 34–43)',
            'предварительный порог 31–33; на других языках и для других целей он иной (в немецкой выборке 34–43)',
            'provisional cut-off 31-33; it differs by language and purpose (34-43 in a German sample)',
          ),
        ),
      ),
      meaningfulChange: { points: 10, source: fromWork('National Center for PTSD, PCL-5') },
      reliableChange: {
        points: 15,
        source: {
          words: t(
            'Marx 2022, есте сақталғаны бойынша, басылымнан тексерілмеді',
            'Marx 2022, по памяти, с изданием не сверено',
            'Marx 2022, from memory, not compared with the publication',
          ),
        },
      },
    }),
    sum('pcl-5-b', CLUSTERS.b, ['B: еріксіз естеліктер', 'B: вторжение', 'B: intrusion']),
    sum('pcl-5-c', CLUSTERS.c, ['C: қашу', 'C: избегание', 'C: avoidance']),
    sum('pcl-5-d', CLUSTERS.d, [
      'D: ой мен көңіл күй',
      'D: мысли и настроение',
      'D: cognition and mood',
    ]),
    sum('pcl-5-e', CLUSTERS.e, ['E: мазасыздық', 'E: возбудимость', 'E: arousal']),
  ],
  conclusions: [
    {
      id: 'dsm-5-clusters',
      version: '1',
      title: t('DSM-5 белгілер топтары', 'Группы симптомов DSM-5', 'Clusters of DSM-5'),
      outcomes: [
        {
          id: 'met',
          when: [
            `(${there(CLUSTERS.b).join(' or ')})`,
            `(${there(CLUSTERS.c).join(' or ')})`,
            `atLeast(2, ${there(CLUSTERS.d).join(', ')})`,
            `atLeast(2, ${there(CLUSTERS.e).join(', ')})`,
          ].join(' and '),
          label: t(
            'Төрт топ та толған',
            'Все четыре группы представлены',
            'All four clusters are met',
          ),
          isConcern: true,
        },
        {
          id: 'not-met',
          when: 'true',
          label: t('Толмаған', 'Не все группы представлены', 'Not met'),
          isConcern: false,
        },
      ],
      source: fromWork(
        WEATHERS,
        t(
          '2 және одан жоғары жауап саналады: B 1, C 1, D 2, E 2',
          'считаются ответы от 2: B 1, C 1, D 2, E 2',
          'answers of 2 or more count: B 1, C 1, D 2, E 2',
        ),
      ),
      evidence: {},
    },
  ],
  licence: {
    owner: 'National Center for PTSD, US Department of Veterans Affairs',
    source: 'ptsd.va.gov; Weathers et al. 2013',
    terms: 'Created by US government employees: in the public domain, not copyrighted.',
    text: 'shipped',
    checked:
      'English questions and the cluster rule: compared with several public transcriptions. The opening paragraph of the sheet is left out. Russian adaptations are in use; none was seen. Bands of severity have no source and are not given.',
  },
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    en: [
      {
        grade: 'cut-off',
        statement: t(
          '31–33 – уақытша шек.',
          '31–33 – предварительный порог.',
          '31-33 is a provisional cut-off.',
        ),
        source: fromWork(WEATHERS),
      },
    ],
  },
  examples,
};
