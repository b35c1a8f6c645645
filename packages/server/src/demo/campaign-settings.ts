import type { Texts } from '@tirek/domain/consents';
import type { CampaignSettings, HelpEntry } from '@tirek/domain/surveys';

/** Telephone lines that work in all of Kazakhstan; a programme adds its own regional centres. */
const HELP: readonly HelpEntry[] = [
  {
    region: null,
    name: {
      kk: 'Отбасы, әйелдер және балалар құқығын қорғау жөніндегі байланыс орталығы',
      ru: 'Контакт-центр по вопросам семьи, женщин и защиты прав детей',
      en: 'Contact centre for families, women and the rights of children',
    },
    phone: '111',
    hours: { kk: 'тәулік бойы', ru: 'круглосуточно', en: 'day and night' },
  },
  {
    region: null,
    name: {
      kk: 'Бірыңғай құтқару қызметі',
      ru: 'Единая служба спасения',
      en: 'Emergency services',
    },
    phone: '112',
    hours: { kk: 'тәулік бойы', ru: 'круглосуточно', en: 'day and night' },
  },
];

const COMMON = {
  operator: {
    name: {
      kk: '«Тірек» үлгі орталығы (ойдан шығарылған)',
      ru: 'Образцовый центр «Тірек» (вымышленный)',
      en: 'Tirek Model Centre (made up)',
    },
    registrationNumber: '000000000000',
    contact: {
      kk: '8 700 000 00 00 (көрсетілім нөмірі)',
      ru: '8 700 000 00 00 (номер для показа)',
      en: '8 700 000 00 00 (a number for show)',
    },
  },
  help: [...HELP],
  retentionMonths: 60,
  quickExit: 'https://www.wikipedia.org/',
} satisfies Partial<CampaignSettings>;

const AUDIENCE: Texts = {
  kk: 'Отбасыларды қолдау бағдарламасына қатысатын 18 жасқа толған әйелдер.',
  ru: 'Женщины от 18 лет, которые участвуют в программе поддержки семей.',
  en: 'Women of 18 and over who take part in the family support programme.',
};

/** The wave of 2022 as it was asked then; its screener's wording is licensed and not shown. */
export const SETTINGS_2022: CampaignSettings = {
  ...COMMON,
  title: {
    kk: 'Отбасы жағдайы, 2022 жыл',
    ru: 'Как живёт семья, 2022 год',
    en: 'How your family is doing, 2022',
  },
  purpose: {
    kk: 'Отбасыларға қандай көмек керегін білу үшін.',
    ru: 'Чтобы узнать, какая помощь нужна семьям.',
    en: 'To learn what help families need.',
  },
  audience: AUDIENCE,
  linkage: 'open',
  forms: [
    { code: 'needs-assessment-2022', version: '1.0.0' },
    { code: 'ghq-12', version: '1.0.0' },
  ],
  languages: ['kk', 'ru'],
  consentVersion: 'survey-open-1',
};

/** The wave that anybody can answer in the demonstration. */
export const SETTINGS_NOW: CampaignSettings = {
  ...COMMON,
  title: {
    kk: 'Отбасыңыз қалай тұрып жатыр?',
    ru: 'Как живёт ваша семья?',
    en: 'How is your family doing?',
  },
  purpose: {
    kk: 'Отбасыларға қандай көмек керегін және соңғы жылдары не өзгергенін білу үшін.',
    ru: 'Чтобы узнать, какая помощь нужна семьям и что изменилось за последние годы.',
    en: 'To learn what help families need and what has changed in recent years.',
  },
  audience: AUDIENCE,
  linkage: 'open',
  forms: [
    { code: 'needs-assessment-2022', version: '1.0.0' },
    { code: 'who-5', version: '1.0.0' },
  ],
  languages: ['kk', 'ru', 'en'],
  consentVersion: 'survey-open-1',
};

/** Short, opened by printed codes. */
export const SETTINGS_BY_CODE: CampaignSettings = {
  ...COMMON,
  title: {
    kk: 'Көңіл күйіңіз қалай?',
    ru: 'Как вы себя чувствуете?',
    en: 'How are you feeling?',
  },
  purpose: {
    kk: 'Әйелдерге қандай қолдау керегін білу үшін.',
    ru: 'Чтобы узнать, какая поддержка нужна женщинам.',
    en: 'To learn what support women need.',
  },
  audience: AUDIENCE,
  linkage: 'one-time',
  forms: [
    { code: 'phq-8', version: '1.0.0' },
    { code: 'gad-7', version: '1.0.0' },
  ],
  languages: ['kk', 'ru', 'en'],
  consentVersion: 'survey-one-time-1',
};
