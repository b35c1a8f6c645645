import type { Item, Option } from '../../form-item.ts';
import { inOurWords as t } from '../wording.ts';

type Line = [id: string, kk: string, ru: string, en: string];
const options = (lines: Line[]): Option[] =>
  lines.map(([id, ...words]) => ({ id, text: t(...words) }));

/** Twenty-one problems in the order of 2022; ids as in the columns `prob_...` of its data. */
const PROBLEMS: Line[] = [
  ['01_housing', 'Баспана', 'Жильё', 'Housing'],
  ['02_finding_employment', 'Жұмыс табу', 'Поиск работы', 'Finding work'],
  [
    '03_papers_on_husband_s_death',
    'Күйеуімнің қайтыс болғаны туралы құжат',
    'Документы о смерти мужа',
    "Papers about my husband's death",
  ],
  [
    '04_papers_registration_of_children',
    'Балалардың құжаттары мен тіркелуі',
    'Документы и регистрация детей',
    "Children's papers and registration",
  ],
  ['05_own_health', 'Өз денсаулығым', 'Моё здоровье', 'My own health'],
  [
    '06_raising_providing_for_children',
    'Балаларды өсіру, асырау',
    'Растить и обеспечивать детей',
    'Bringing up and providing for children',
  ],
  [
    '07_children_s_health_and_development',
    'Балалардың денсаулығы мен дамуы',
    'Здоровье и развитие детей',
    "Children's health and development",
  ],
  [
    '08_own_psychological_problems',
    'Көңіл күйім, жан күйзелісі',
    'Моё душевное состояние',
    'My own state of mind',
  ],
  [
    '09_cost_of_education_of_children',
    'Балалардың оқу шығыны',
    'Расходы на учёбу детей',
    "The cost of children's schooling",
  ],
  [
    '10_social_support_from_the_state',
    'Мемлекеттен көмек алу',
    'Получить помощь от государства',
    'Getting help from the state',
  ],
  ['11_covid_19', 'COVID-19 пандемиясы', 'Пандемия COVID-19', 'The COVID-19 pandemic'],
  [
    '12_medical_services',
    'Дәрігерге көріну, емделу',
    'Попасть к врачу, лечиться',
    'Seeing a doctor, getting treatment',
  ],
  ['13_stereotypes', 'Жұрттың теріс пікірі', 'Предубеждения людей', "People's prejudice"],
  [
    '14_misunderstandings_in_family',
    'Отбасындағы түсінбестік',
    'Непонимание в семье',
    'Misunderstandings in the family',
  ],
  ['15_other', 'Басқа', 'Другое', 'Something else'],
  [
    '16_religious_discrimination',
    'Дініме бола кемсіту',
    'Плохое отношение из-за веры',
    'Being treated badly for my faith',
  ],
  ['17_disability', 'Мүгедектік', 'Инвалидность', 'Disability'],
  ['18_language_barrier', 'Тіл білмеу', 'Незнание языка', 'Not knowing the language'],
  ['19_bullying_at_school', 'Мектептегі әлімжеттік', 'Травля в школе', 'Bullying at school'],
  [
    '20_food_and_hygiene',
    'Тамақ пен тазалық заттары',
    'Еда и средства гигиены',
    'Food and things for hygiene',
  ],
  ['21_ecology', 'Экологияның нашарлығы', 'Плохая экология', 'A polluted environment'],
];

/** Twenty changes in the order of 2022; ids as in the columns `chg_...` of its data. */
const CHANGES: Line[] = [
  [
    '01_legal_status',
    'Азаматтығым мен құжаттарым реттелді',
    'Гражданство и документы в порядке',
    'My citizenship and papers are in order',
  ],
  [
    '02_future',
    'Болашаққа үмітпен қараймын',
    'Есть надежда на будущее',
    'I have hope for the future',
  ],
  [
    '03_basic_needs',
    'Баспанам, тамағым, күнкөрісім бар',
    'Есть жильё, еда и деньги на жизнь',
    'I have a home, food and money to live on',
  ],
  ['04_family_accepts', 'Отбасым мені қабылдады', 'Родные меня приняли', 'My family took me in'],
  [
    '05_children_safe',
    'Балаларым аман-есен өсіп жатыр',
    'Дети растут в безопасности',
    'My children are growing up safe',
  ],
  [
    '06_community_safe',
    'Айналам тыныш, жұрт мені жатсынбайды',
    'Вокруг спокойно, и люди меня принимают',
    'It is safe around me and people welcome me',
  ],
  ['07_friends', 'Құрбыларым бар', 'Есть подруги', 'I have friends'],
  [
    '08_place_in_country',
    'Бұл елде өзімді бөтен сезінбеймін',
    'В этой стране я своя',
    'I belong in this country',
  ],
  [
    '09_religion',
    'Дінімді еркін ұстанамын',
    'Могу свободно следовать своей вере',
    'I am free to follow my faith',
  ],
  ['10_like_self', 'Өзіме көңілім толады', 'Я довольна собой', 'I am content with myself'],
  [
    '11_services',
    'Дәрігер мен психолог көмегін ала аламын',
    'Могу получить помощь врача и психолога',
    "I can get a doctor's and a psychologist's help",
  ],
  [
    '12_people_outside_family',
    'Отбасымнан бөлек те сүйенетін адамдарым бар',
    'Кроме родных, есть на кого опереться',
    'There are people besides my family to lean on',
  ],
  [
    '13_work',
    'Үйдегі және үйден тыс жұмысыма көңілім толады',
    'Я довольна своей работой дома и вне дома',
    'I am pleased with my work at home and elsewhere',
  ],
  [
    '14_emotional_problems',
    'Уайым мен мұң енді өміріме кедергі емес',
    'Тревога и грусть больше не мешают жить',
    'Worry and sadness no longer hold me back',
  ],
  [
    '15_different_views',
    'Көзқарасы басқа адамдармен тіл табысамын',
    'Нахожу общий язык с людьми других взглядов',
    'I get on with people of other views',
  ],
  [
    '16_health_problems',
    'Ауру енді өміріме кедергі емес',
    'Болезни больше не мешают жить',
    'Illness no longer holds me back',
  ],
  [
    '17_solve_problems',
    'Қиындықтарымды шеше аламын',
    'Умею решать свои трудности',
    'I know how to solve my problems',
  ],
  [
    '18_regulate_emotions',
    'Ашуымды тежей аламын',
    'Умею сдерживать гнев',
    'I can hold back my anger',
  ],
  [
    '19_needs_psychologist',
    'Маған әлі де психолог көмегі керек',
    'Мне ещё нужна помощь психолога',
    "I still need a psychologist's help",
  ],
  [
    '20_needs_theologian',
    'Маған әлі де теолог кеңесі керек',
    'Мне ещё нужен совет теолога',
    "I still need a theologian's advice",
  ],
];

export const problemsAndChanges: Item = {
  type: 'group',
  linkId: 'since_return',
  text: t('Оралғаннан кейін', 'После возвращения', 'Since you came back'),
  items: [
    {
      type: 'multi-choice',
      linkId: 'problems',
      text: t(
        'Оралғаннан кейін не ең қиын болды? Көп дегенде бес жауап таңдаңыз.',
        'С чем было труднее всего после возвращения? Выберите не больше пяти ответов.',
        'What was hardest after you came back? Choose up to five answers.',
      ),
      label: t('Ең үлкен қиындықтар', 'Самые большие трудности', 'Biggest problems'),
      maxChoices: 5,
      options: options(PROBLEMS),
    },
    {
      type: 'multi-choice',
      linkId: 'changes',
      text: t(
        'Өміріңізді не жақсартты? Сәйкес келетінін белгілеңіз.',
        'Что изменило вашу жизнь к лучшему? Отметьте всё, что подходит.',
        'What has made your life better? Tick everything that fits.',
      ),
      label: t('Өмірді жақсартқан өзгерістер', 'Перемены к лучшему', 'Changes that improved life'),
      options: options(CHANGES),
    },
  ],
};
