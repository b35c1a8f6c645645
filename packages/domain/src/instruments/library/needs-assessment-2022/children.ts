import type { Item, QuestionItem } from '../../form-item.ts';
import type { Evidence, Scale } from '../../scale.ts';
import type { Words } from '../first-version.ts';
import { fromWork, inOurWords as t } from '../wording.ts';

/** linkId, text, short label. Our own words for the nine constructs of 2022, rated by the mother. */
const STATEMENTS: [linkId: string, text: Words, label: Words][] = [
  [
    'c1_legal_status',
    [
      'Баланың азаматтығы расталған, қажетті құжаттарының бәрі бар.',
      'С гражданством ребёнка всё решено, и нужные документы есть.',
      "This child's citizenship is settled and the documents are there.",
    ],
    ['Құқықтық мәртебе', 'Правовой статус', 'Legal status'],
  ],
  [
    'c2_basic_needs',
    [
      'Балаға керектінің бәрі бар: үй, тамақ, қаражат, мектеп.',
      'У ребёнка есть всё нужное: дом, еда, средства и школа.',
      'This child has what is needed: a home, food, money for needs, a school.',
    ],
    ['Негізгі қажеттіліктер', 'Основные нужды', 'Basic needs'],
  ],
  [
    'c3_services',
    [
      'Балаға дәрігер, психолог, әлеуметтік көмек немесе оқу керек болса, соған қол жеткізе аламын.',
      'Если ребёнку нужен врач, психолог, социальная помощь или обучение, я могу это получить.',
      'When this child needs a doctor, a psychologist, social support or teaching, I can get it.',
    ],
    ['Қызметтер', 'Услуги', 'Services'],
  ],
  [
    'c4_health_problems',
    [
      'Ауру, жарақат немесе мүгедектік болса да, ол балаға қалағанындай өмір сүруге кедергі емес.',
      'Болезни, травмы или инвалидность, если они есть, не мешают ребёнку жить так, как ему хочется.',
      'Illness, injury or disability, if there is any, does not stop this child from living as he or she wishes.',
    ],
    ['Денсаулық', 'Здоровье', 'Health problems'],
  ],
  [
    'c5_emotional_problems',
    [
      'Көңілі түсіп, уайымдап немесе қорқып жүрсе де, бұл балаға қалағанындай өмір сүруге кедергі емес.',
      'Подавленность, тревога или страх, если они бывают, не мешают ребёнку жить так, как ему хочется.',
      'Low mood, worry or fear, if there is any, does not stop this child from living as he or she wishes.',
    ],
    ['Көңіл күй', 'Душевное состояние', 'Emotional problems'],
  ],
  [
    'c6_safe',
    [
      'Бала үй маңында да, мектепте де қауіпсіз, оған жақсы қарайды.',
      'Возле дома и в школе ребёнку спокойно, к нему хорошо относятся.',
      'Near home and at school this child is out of danger and people are kind.',
    ],
    ['Қауіпсіз орта', 'Безопасность и принятие', 'Safe'],
  ],
  [
    'c7_school',
    [
      'Баланың мектептегі не балабақшадағы жетістігіне көңілім толады.',
      'Я довольна тем, как у ребёнка идут дела в школе или детском саду.',
      'I am pleased with how this child is doing at school or kindergarten.',
    ],
    ['Мектеп', 'Школа', 'School'],
  ],
  [
    'c8_regulate_emotions',
    [
      'Ренжігенде не ашуланғанда бала өзін ұстай алады: ешкімге тіл тигізбейді, ешкімді ұрмайды.',
      'Когда ребёнок расстроен или сердится, он сдерживается: никого не оскорбляет и не бьёт.',
      'When upset or angry, this child holds back: insults nobody and hits nobody.',
    ],
    ['Сезімін басқарады', 'Владеет эмоциями', 'Regulate emotions'],
  ],
  [
    'c9_different_views',
    [
      'Бала ойы, сенімі немесе өмір салты басқа адамдармен тіл табыса алады.',
      'Ребёнок находит общий язык с теми, кто думает, верит или живёт иначе.',
      'This child gets on with people who think, believe or live otherwise.',
    ],
    ['Басқа көзқарастар', 'Другие взгляды', 'Different views'],
  ],
];

/** Eleven priorities in the order of 2022; ids as in the columns `prio_...` of its data. */
const PRIORITIES: [id: string, ...Words][] = [
  [
    '01_legal_status',
    'Азаматтық пен құжаттар',
    'Гражданство и документы',
    'Citizenship and papers',
  ],
  [
    '02_basic_needs',
    'Баспана, тамақ, күнделікті қажеттілік',
    'Жильё, еда и всё нужное для жизни',
    'A home, food and daily needs',
  ],
  [
    '03_safe',
    'Үй маңы мен мектептегі қауіпсіздік, жақсы көзқарас',
    'Безопасность и доброе отношение возле дома и в школе',
    'Safety and kindness near home and at school',
  ],
  [
    '04_services',
    'Дәрігер, психолог және басқа мамандар көмегі',
    'Помощь врача, психолога и других специалистов',
    'Help from doctors, psychologists and others',
  ],
  [
    '05_school',
    'Мектептегі не балабақшадағы жетістік',
    'Успехи в школе или детском саду',
    'Doing well at school or kindergarten',
  ],
  [
    '06_different_views',
    'Түрлі адаммен тіл табысу',
    'Умение ладить с разными людьми',
    'Getting on with different people',
  ],
  [
    '07_emotional_problems',
    'Жан тыныштығы: уайым мен қорқыныштың азаюы',
    'Душевный покой: меньше тревоги и страха',
    'Peace of mind: less worry and fear',
  ],
  ['08_health_problems', 'Денсаулық', 'Здоровье', 'Health'],
  ['09_regulate_emotions', 'Ашуын тежей білу', 'Умение сдерживать гнев', 'Holding back anger'],
  [
    '10_needs_psychologist',
    'Балалар психологының көмегі',
    'Помощь детского психолога',
    "A child psychologist's help",
  ],
  ['11_needs_theologian', 'Теологпен әңгімелесу', 'Беседа с теологом', 'A talk with a theologian'],
];

export const childItems = STATEMENTS.map(
  ([linkId, text, label]): QuestionItem => ({
    type: 'choice',
    linkId,
    text: t(...text),
    label: t(...label),
    options: 'children_agreement',
    ...(linkId === 'c7_school' && { missing: ['declined', 'not-applicable'] }),
  }),
);

/** A row for each child she wants to tell about; no names. The mother's own age is `age`, a child's `child_age`. */
export const children: Item = {
  type: 'group',
  linkId: 'your_children',
  text: t('Балаларыңыз туралы', 'О ваших детях', 'About your children'),
  items: [
    {
      type: 'roster',
      linkId: 'children',
      text: t(
        'Неше балаңыз туралы айтып бересіз?',
        'О скольких детях вы хотите рассказать?',
        'How many of your children would you like to tell about?',
      ),
      help: t('Баланың атын сұрамаймыз.', 'Имён мы не спрашиваем.', 'We do not ask for names.'),
      label: t('Балалар', 'Дети', 'Children'),
      enableWhen: 'n_children.empty() or n_children > 0',
      rowLabel: t('{n}-бала', 'Ребёнок {n}', 'Child {n}'),
      rowsFrom: 'n_children',
      maxRows: 25,
      constraints: [
        {
          id: 'more-rows-than-children',
          severity: 'soft',
          expression: 'children.count() <= n_children',
          text: t(
            'Мұнда бала саны бұрын айтқаныңыздан көп. Солай болса, жалғастыра беріңіз.',
            'Здесь детей больше, чем вы назвали раньше. Если так и есть, продолжайте.',
            'There are more children here than you said before. If that is so, go on.',
          ),
        },
      ],
      items: [
        {
          type: 'integer',
          linkId: 'child_age',
          text: t('Бұл бала неше жаста?', 'Сколько лет этому ребёнку?', 'How old is this child?'),
          label: t('Бала жасы', 'Возраст ребёнка', "Child's age"),
          help: t(
            'Бір жасқа толмаса, 0 деп жазыңыз.',
            'Если ребёнку меньше года, напишите 0.',
            'For a baby under one year, write 0.',
          ),
          min: 0,
          max: 60,
          constraints: [
            {
              id: 'child-as-old-as-mother',
              severity: 'soft',
              expression: 'age - child_age >= 12',
              text: t(
                'Баланың жасы сіздің жасыңызға тым жақын. Екеуін де тексеріңіз.',
                'Возраст ребёнка слишком близок к вашему. Проверьте, пожалуйста, оба ответа.',
                "The child's age is very close to your own. Please look at both answers again.",
              ),
            },
          ],
        },
        ...childItems,
        {
          type: 'multi-choice',
          linkId: 'priorities',
          text: t(
            'Қазір осы балаңыз үшін не маңызды? Сәйкес келетінін белгілеңіз.',
            'Что сейчас важно для этого ребёнка? Отметьте всё, что подходит.',
            'What matters for this child now? Tick everything that fits.',
          ),
          label: t('Бала үшін маңыздысы', 'Что важно для ребёнка', 'Priorities for the child'),
          options: PRIORITIES.map(([id, ...words]) => ({ id, text: t(...words) })),
        },
      ],
    },
  ],
};

const REPORT = 'Operation Jusan in Year 4 (2024)';
const UNTESTED: Evidence = {
  grade: 'none-found',
  statement: t(
    'Мәтін – өз сөзіміз, сыналмаған. 2022 жылғы мәтінмен альфа 0,88 болған (34 қазақша және 70 орысша сауалнамада аналар жауап берген).',
    'Формулировки наши и не проверены. С формулировками 2022 года альфа была 0,88 (матери отвечали в 34 казахских и 70 русских анкетах).',
    'These words are our own and have not been tested. With the wording of 2022 alpha was 0.88 (mothers answered in 34 Kazakh and 70 Russian forms).',
  ),
  source: fromWork(REPORT),
};

export const childrenScale: Scale = {
  id: 'children',
  version: '1',
  title: t(
    'Балалардың оңалу және бейімделу шкаласы',
    'Шкала реабилитации и реинтеграции детей',
    "Children's rehabilitation and reintegration scale",
  ),
  items: STATEMENTS.map(([linkId]) => linkId),
  coding: { strongly_disagree: 1, disagree: 2, agree: 3, strongly_agree: 4 },
  combine: 'mean',
  minimumAnswered: 7,
  proration: 'person-mean',
  range: { min: 1, max: 4 },
  direction: 'higher-is-better',
  printedCoding: '1-2-3-4',
  bandSets: [],
  evidence: {
    kk: [UNTESTED],
    ru: [UNTESTED],
    en: [UNTESTED],
  },
  source: fromWork(
    REPORT,
    t(
      'тармақтар мен 1-2-3-4 коды – есептен. 9 жауаптың кемінде 7-і, берілген жауаптардың орташасы – өз ережеміз, есепте ол жазылмаған',
      'пункты и коды 1-2-3-4 – из отчёта. Не меньше 7 ответов из 9, среднее по данным ответам – наше правило, в отчёте его нет',
      'items and coding 1-2-3-4 as there. At least 7 of 9 answers, the mean of those given: our own rule, the report prints none',
    ),
  ),
};
