import type { Language } from '../../text/index.ts';
import type { ThemeId } from './codebook.ts';

/**
 * Beginnings of words that speak of a theme, by language; two words stand for one right after the other. Only ever a hint to
 * whoever codes, so that they err on the side of too few.
 */
export const KEYWORDS: Readonly<Record<ThemeId, Readonly<Record<Language, readonly string[]>>>> = {
  '01_housing': {
    kk: ['баспана', 'пәтер', 'үй жалда', 'жалға ал', 'жатақхана'],
    ru: ['жиль', 'квартир', 'съёмн', 'аренд', 'общежит', 'негде жить'],
    en: ['housing', 'flat', 'apartment', 'rent', 'hostel', 'homeless'],
  },
  '02_finding_employment': {
    kk: ['жұмыс тап', 'жұмыс ізде', 'жұмысқа', 'жұмыссыз', 'мамандық', 'кәсіп', 'жалақы'],
    ru: ['работу', 'работы', 'трудоустр', 'безработ', 'професси', 'зарплат', 'вакансии'],
    en: ['job', 'employ', 'unemploy', 'trade', 'wage', 'vacanc'],
  },
  '03_papers_on_husband_s_death': {
    kk: ['қайтыс болған', 'өлімі туралы', 'хабарсыз'],
    ru: ['свидетельство о смерти', 'смерти мужа', 'смерть мужа', 'безвестн'],
    en: ['death certificate', 'husband s death', 'declared dead', 'missing husband'],
  },
  '04_papers_registration_of_children': {
    kk: ['туу туралы', 'азаматты', 'балалардың құжат', 'баланың құжат', 'тіркеу'],
    ru: ['свидетельство о рождении', 'гражданств', 'документы дет', 'документы на дет', 'прописк'],
    en: ['birth certificate', 'citizenship', 'children s papers', 'child s papers'],
  },
  '05_own_health': {
    kk: ['денсаулығым', 'өзім ауыр', 'жарақатым', 'операция'],
    ru: ['моё здоровье', 'своё здоровье', 'своего здоровья', 'болею', 'ранени', 'операци'],
    en: ['my health', 'her health', 'own health', 'injur', 'surgery'],
  },
  '06_raising_providing_for_children': {
    kk: ['бала тәрбие', 'тәрбиеле', 'жасөспірім', 'асырау', 'жалғыз өсір', 'қорғаншы'],
    ru: ['воспит', 'подрост', 'прокормить', 'одной растить', 'опекун', 'опек'],
    en: ['parenting', 'raising', 'bring up', 'bringing up', 'teenage', 'adolescen', 'guardian'],
  },
  '07_children_s_health_and_development': {
    kk: ['логопед', 'баланың ұйқы', 'балалар ауыр', 'бала ауыр', 'кеш сөйле', 'қорқыныш'],
    ru: ['логопед', 'ребёнок бол', 'дети боле', 'задержк', 'развити', 'ночные страхи', 'заика'],
    en: [
      'speech therap',
      'child is ill',
      'development',
      'nightmare',
      'stammer',
      'learning difficult',
    ],
  },
  '08_own_psychological_problems': {
    kk: ['психолог', 'күйзел', 'уайым', 'үрей', 'ұйқысыз', 'жарақат'],
    ru: ['психолог', 'тревог', 'тревож', 'депресс', 'травм', 'бессонниц', 'не сплю'],
    en: ['psycholog', 'anxi', 'depress', 'trauma', 'sleepless', 'distress'],
  },
  '09_cost_of_education_of_children': {
    kk: ['мектеп киім', 'оқулық', 'оқу ақы', 'үйірме', 'оқуға ақша'],
    ru: ['школьную форму', 'школьная форма', 'учебник', 'кружк', 'за учёбу', 'репетитор'],
    en: ['school uniform', 'textbook', 'tuition', 'school fee', 'cost of school'],
  },
  '10_social_support_from_the_state': {
    kk: ['жәрдемақы', 'атаулы көмек', 'әкімдік', 'мемлекеттен', 'жұмыспен қамту орталығы'],
    ru: ['пособи', 'адресн', 'акимат', 'от государства', 'соцзащит', 'госорган'],
    en: ['benefit', 'allowance', 'welfare', 'state support', 'akimat', 'public office'],
  },
  '11_covid_19': {
    kk: ['ковид', 'covid', 'пандемия', 'карантин'],
    ru: ['ковид', 'covid', 'пандеми', 'карантин'],
    en: ['covid', 'pandemic', 'lockdown', 'quarantine'],
  },
  '12_medical_services': {
    kk: ['дәрігер', 'емхана', 'аурухана', 'дәрі'],
    ru: ['врач', 'поликлиник', 'больниц', 'лекарств', 'прикреп'],
    en: ['doctor', 'clinic', 'hospital', 'medicine'],
  },
  '13_stereotypes': {
    kk: ['теріс пікір', 'саусағын шошайт', 'жатсын', 'өсек', 'сырт айнал', 'шеттет'],
    ru: ['предубежд', 'стереотип', 'клейм', 'сплетн', 'косо смотр', 'отворачива', 'стигм'],
    en: ['prejudice', 'stereotyp', 'stigma', 'gossip', 'shun', 'label'],
  },
  '14_misunderstandings_in_family': {
    kk: ['отбасында түсін', 'туыстар', 'енем', 'ренжіс', 'араздас'],
    ru: ['в семье не поним', 'родственник', 'родня', 'свекров', 'ссор', 'поруга'],
    en: ['relatives', 'mother in law', 'quarrel', 'family does not understand', 'argue'],
  },
  '16_religious_discrimination': {
    kk: ['орамал', 'хиджаб', 'дініме бола', 'дініне бола'],
    ru: ['платк', 'платок', 'хиджаб', 'из за веры'],
    en: ['headscarf', 'hijab', 'because of her faith', 'because of my faith'],
  },
  '17_disability': {
    kk: ['мүгедек', 'ерекше қажеттілік', 'арнайы көмек'],
    ru: ['инвалид', 'особыми потребност', 'мсэк'],
    en: ['disab', 'special need', 'wheelchair'],
  },
  '18_language_barrier': {
    kk: ['тіл білме', 'қазақша білме', 'орысша білме', 'орысша түсінбе', 'аудармашы'],
    ru: ['не знают язык', 'не знает язык', 'языковой барьер', 'не говорит по', 'переводчик'],
    en: ['language barrier', 'does not speak', 'do not speak', 'interpreter', 'translator'],
  },
  '19_bullying_at_school': {
    kk: ['әлімжеттік', 'мазақ', 'буллинг', 'кемсіт'],
    ru: ['травл', 'дразн', 'буллинг', 'обзыва', 'обижают в школе'],
    en: ['bully', 'tease', 'teasing', 'mock', 'call names'],
  },
  '20_food_and_hygiene': {
    kk: ['азық', 'тамақ', 'жөргек', 'киім жетпе'],
    ru: ['продукт', 'еды', 'питани', 'подгузник', 'одежды не'],
    en: ['food', 'groceries', 'nappies', 'diaper', 'hygiene'],
  },
  '21_ecology': {
    kk: ['экология', 'түтін', 'ауа лас', 'су лас'],
    ru: ['экологи', 'смог', 'грязный воздух', 'грязная вода'],
    en: ['pollut', 'smog', 'dirty air', 'dirty water'],
  },
  peer_support: {
    kk: ['бір бірі', 'өзара қолда', 'ерікті', 'тең тәлімгер', 'чат'],
    ru: [
      'друг друг',
      'взаимн',
      'волонтёр',
      'группа поддержки',
      'группе поддержки',
      'равный консульт',
      'чат',
    ],
    en: ['each other', 'one another', 'peer', 'volunteer', 'support group', 'mutual'],
  },
  talking_about_father: {
    kk: ['әкесі туралы', 'әкем қайда', 'әкесін сұра', 'әкесі қайда'],
    ru: ['об отце', 'про отца', 'про папу', 'где папа', 'об их отце'],
    en: [
      'about their father',
      'about the father',
      'about his father',
      'where is dad',
      'where dad is',
    ],
  },
  care_for_helpers: {
    kk: ['мамандар шарша', 'супервизия', 'мамандарға', 'әріптестер желісі', 'тренинг'],
    ru: ['выгора', 'супервизи', 'специалисты уста', 'нагрузк', 'сеть коллег', 'тренинг'],
    en: ['burn out', 'burnout', 'supervision', 'workload', 'network of colleagues', 'training'],
  },
};
