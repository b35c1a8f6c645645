import type { Item } from '../../form-item.ts';
import type { Evidence, Scale } from '../../scale.ts';
import type { Words } from '../first-version.ts';
import { fromWork, inOurWords as t } from '../wording.ts';

/** linkId, text, short label. Our own words for the eighteen constructs of 2022, in the printed order. */
const STATEMENTS: [linkId: string, text: Words, label: Words][] = [
  [
    'w01_legal_status',
    [
      'Азаматтығым расталған, қажетті құжаттарымның бәрі бар.',
      'С гражданством у меня всё решено, и нужные документы есть.',
      'My citizenship is settled and I hold the documents I need.',
    ],
    ['Құқықтық мәртебе', 'Правовой статус', 'Legal status'],
  ],
  [
    'w02_basic_needs',
    [
      'Өмірге керектінің бәрі бар: баспана, тамақ, ақша, жұмыс немесе оқу.',
      'У меня есть всё нужное для жизни: жильё, еда, деньги, работа или учёба.',
      'I have what a person needs to live: a home, food, money, a place to work or study.',
    ],
    ['Негізгі қажеттіліктер', 'Основные нужды', 'Basic needs'],
  ],
  [
    'w03_services',
    [
      'Дәрігер, психолог, әлеуметтік көмек немесе кәсіп үйрену керек болса, соған қол жеткізе аламын.',
      'Если мне нужен врач, психолог, социальная помощь или обучение профессии, я могу это получить.',
      'When I need a doctor, a psychologist, social support or training for a trade, I can get it.',
    ],
    ['Қызметтер', 'Услуги', 'Services'],
  ],
  [
    'w04_health_problems',
    [
      'Ауру, жарақат немесе мүгедектік болса да, ол қалағанымдай өмір сүруіме кедергі емес.',
      'Болезни, травмы или инвалидность, если они есть, не мешают мне жить так, как я хочу.',
      'Illness, injury or disability, if I have any, does not stop me from living as I wish.',
    ],
    ['Денсаулық', 'Здоровье', 'Health problems'],
  ],
  [
    'w05_emotional_problems',
    [
      'Көңілім түсіп, уайымдап немесе қорқып жүрсем де, бұл қалағанымдай өмір сүруіме кедергі емес.',
      'Подавленность, тревога или страх, если они бывают, не мешают мне жить так, как я хочу.',
      'Low mood, worry or fear, if I have any, does not stop me from living as I wish.',
    ],
    ['Көңіл күй', 'Душевное состояние', 'Emotional problems'],
  ],
  [
    'w06_future',
    [
      'Болашағыма үмітпен қараймын.',
      'Я смотрю в будущее с надеждой.',
      'I look to the future with hope.',
    ],
    ['Болашақ', 'Будущее', 'Future'],
  ],
  [
    'w07_community_safe',
    [
      'Тұратын жерімде өзімді қауіпсіз сезінемін, жұрт мені жатсынбайды.',
      'Там, где я живу, мне спокойно, и люди меня принимают.',
      'Where I live I feel out of danger, and people welcome me.',
    ],
    ['Қауіпсіз орта', 'Безопасность и принятие', 'Community safe'],
  ],
  [
    'w08_manage_challenges',
    [
      'Қазіргі өмірімдегі қиындықтарды қалай еңсеруді білемін.',
      'Я знаю, как справляться с тем, чего сейчас требует от меня жизнь.',
      'I know how to cope with what life asks of me now.',
    ],
    ['Қиындықты еңсеру', 'Справляюсь с трудностями', 'Manage challenges'],
  ],
  [
    'w09_family_accepts',
    [
      'Отбасым мені сол қалпымда қабылдайды.',
      'Родные принимают меня такой, какая я есть.',
      'My family takes me the way I am.',
    ],
    ['Отбасы қабылдайды', 'Семья принимает', 'Family accepts'],
  ],
  [
    'w10_friends',
    [
      'Жаныма жақын құрбыларым бар, олармен бірге болу маған ұнайды.',
      'У меня есть подруги, с которыми мне хорошо.',
      'I have friends whose company I like.',
    ],
    ['Достар', 'Друзья', 'Friends'],
  ],
  [
    'w11_people_outside_family',
    [
      'Отбасымнан бөлек те маған көмектесетін адамдар бар.',
      'Кроме родных, у меня есть люди, которые мне помогут.',
      'Apart from my family, there are people who would help me.',
    ],
    ['Отбасынан тыс қолдау', 'Поддержка вне семьи', 'People outside family'],
  ],
  [
    'w12_like_self',
    [
      'Қазіргі өз болмысыма көңілім толады.',
      'Я довольна тем, какая я сейчас.',
      'I am content with the person I am today.',
    ],
    ['Өзіне риза', 'Довольна собой', 'Like self'],
  ],
  [
    'w13_children_safe',
    [
      'Балаларымды қорғап, олардың жақсы өсуіне көмектесе аламын.',
      'Я могу уберечь своих детей и помочь им хорошо расти.',
      'I can protect my children and help them grow up well.',
    ],
    ['Балалары аман', 'Дети в безопасности', 'Children safe'],
  ],
  [
    'w14_work',
    [
      'Үйдегі немесе үйден тыс жұмысыма көңілім толады.',
      'Я довольна своей работой – дома или вне дома.',
      'I am pleased with my work, at home or elsewhere.',
    ],
    ['Жұмыс', 'Работа', 'Work'],
  ],
  [
    'w15_regulate_emotions',
    [
      'Ренжігенде не ашуланғанда өзімді ұстай аламын: ешкімге тіл тигізбеймін, қол көтермеймін.',
      'Когда я расстроена или сержусь, я сдерживаюсь: никого не оскорбляю и не поднимаю руку.',
      'When I am upset or angry I hold back: I insult nobody and raise my hand to nobody.',
    ],
    ['Сезімін басқарады', 'Владеет эмоциями', 'Regulate emotions'],
  ],
  [
    'w16_place_in_country',
    [
      'Бұл елде өзімді бөтен сезінбеймін.',
      'В этой стране я чувствую себя своей.',
      'I feel that I belong in this country.',
    ],
    ['Елдегі орны', 'Место в стране', 'Place in country'],
  ],
  [
    'w17_different_views',
    [
      'Ойы, сенімі немесе өмір салты басқа адамдармен тіл табыса аламын.',
      'Я нахожу общий язык с людьми, которые думают, верят или живут иначе, чем я.',
      'I get on with people who think, believe or live otherwise than I do.',
    ],
    ['Басқа көзқарастар', 'Другие взгляды', 'Different views'],
  ],
  [
    'w18_religion',
    [
      'Дінімді еркін ұстана аламын.',
      'Я могу свободно следовать своей вере.',
      'I am free to follow my faith.',
    ],
    ['Дін', 'Религия', 'Religion'],
  ],
];

/** Questions that do not apply to every woman. */
const MAY_NOT_APPLY = ['w13_children_safe', 'w14_work'];

export const womenItems: Item = {
  type: 'group',
  linkId: 'your_life',
  text: t(
    'Қазіргі өміріңіз туралы: қаншалықты келісесіз?',
    'О вашей жизни сейчас: насколько вы согласны?',
    'Your life now: how far do you agree?',
  ),
  items: STATEMENTS.map(([linkId, text, label]) => ({
    type: 'choice',
    linkId,
    text: t(...text),
    label: t(...label),
    options: 'women_agreement',
    ...(linkId === 'w18_religion' && { sensitivity: 'sensitive' }),
    ...(MAY_NOT_APPLY.includes(linkId) && { missing: ['declined', 'not-applicable'] }),
  })),
};

const REPORT = 'Operation Jusan in Year 4 (2024)';
const UNTESTED: Evidence = {
  grade: 'none-found',
  statement: t(
    'Мәтін – өз сөзіміз, сыналмаған. 2022 жылғы мәтінмен 104 әйелде альфа 0,90 болған (34 қазақша және 70 орысша сауалнама бірге).',
    'Формулировки наши и не проверены. С формулировками 2022 года альфа у 104 женщин была 0,90 (34 казахские и 70 русских анкет вместе).',
    'These words are our own and have not been tested. With the wording of 2022 alpha was 0.90 in 104 women (34 Kazakh and 70 Russian forms together).',
  ),
  source: fromWork(REPORT),
};

export const womenScale: Scale = {
  id: 'women',
  version: '1',
  title: t(
    'Әйелдердің оңалу және бейімделу шкаласы',
    'Шкала реабилитации и реинтеграции женщин',
    "Women's rehabilitation and reintegration scale",
  ),
  items: STATEMENTS.map(([linkId]) => linkId),
  coding: { strongly_disagree: 1, disagree: 2, agree: 4, strongly_agree: 5 },
  combine: 'mean',
  minimumAnswered: 14,
  proration: 'person-mean',
  range: { min: 1, max: 5 },
  direction: 'higher-is-better',
  printedCoding: '1-2-4-5',
  bandSets: [],
  evidence: {
    kk: [UNTESTED],
    ru: [UNTESTED],
    en: [UNTESTED],
  },
  source: fromWork(
    REPORT,
    t(
      'тармақтар мен 1-2-4-5 коды – есептен. 18 жауаптың кемінде 14-і, берілген жауаптардың орташасы – өз ережеміз, есепте ол жазылмаған',
      'пункты и коды 1-2-4-5 – из отчёта. Не меньше 14 ответов из 18, среднее по данным ответам – наше правило, в отчёте его нет',
      'items and coding 1-2-4-5 as there. At least 14 of 18 answers, the mean of those given: our own rule, the report prints none',
    ),
  ),
};
