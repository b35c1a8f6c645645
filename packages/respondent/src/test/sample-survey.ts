import { fillConsent, SURVEY_CONSENTS_1 } from '@tirek/domain/consents';
import { bundleForm, findForm } from '@tirek/domain/instruments';
import type { FormBundle } from '@tirek/domain/instruments/engine';
import type { LinkageMode, SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';

/** The survey that tests and measurements answer: the shipped instruments, with an invented programme around them. */

const TEXTS: Record<
  Language,
  {
    title: string;
    purpose: string;
    audience: string;
    operator: string;
    contact: string;
    retention: string;
    helpName: string;
    hours: string;
  }
> = {
  kk: {
    title: 'Отбасын қолдау бағдарламасы: көктемгі сауалнама',
    purpose: 'Отбасыларға қандай көмек керегін және қай көмек пайдалы болғанын білу үшін.',
    audience: 'Отбасын қолдау бағдарламасына қатысатын әйелдер.',
    operator: 'Үлгі отбасы орталығы',
    contact: '8 800 000 00 00',
    retention: '5 жыл',
    helpName: 'Үлгі сенім телефоны',
    hours: 'күн сайын 9:00–21:00',
  },
  ru: {
    title: 'Программа поддержки семьи: весенний опрос',
    purpose: 'Чтобы знать, какая помощь нужна семьям и какая оказалась полезной.',
    audience: 'Женщины, которые участвуют в программе поддержки семьи.',
    operator: 'Образцовый семейный центр',
    contact: '8 800 000 00 00',
    retention: '5 лет',
    helpName: 'Образцовый телефон доверия',
    hours: 'каждый день с 9:00 до 21:00',
  },
  en: {
    title: 'Family support programme: spring survey',
    purpose: 'To know which help families need and which has been of use.',
    audience: 'Women who take part in the family support programme.',
    operator: 'Sample family centre',
    contact: '8 800 000 00 00',
    retention: '5 years',
    helpName: 'Sample helpline',
    hours: 'every day 9:00–21:00',
  },
};

/** The survey in one language; `forms` are codes of shipped instruments. */
export function sampleSurvey(
  language: Language,
  {
    linkage = 'open',
    forms = ['needs-assessment-2022', 'who-5'],
    bundles,
    ...others
  }: {
    linkage?: LinkageMode;
    forms?: readonly string[];
    bundles?: readonly FormBundle[];
  } & Partial<Pick<SurveyModel, 'isDraft' | 'quickExit' | 'slug'>> = {},
): SurveyModel {
  const words = TEXTS[language];
  const consent = SURVEY_CONSENTS_1.find(({ linkages }) => linkages.includes(linkage as 'open'))!;
  const asked = bundles ?? forms.map((code) => bundleForm(findForm(code)!, language));
  const filled = fillConsent(consent.words[language]!, {
    operator: words.operator,
    registrationNumber: '000000000000',
    contact: words.contact,
    purpose: words.purpose,
    audience: words.audience,
    forms: asked.map(({ t }) => t).join('; '),
    retention: words.retention,
  });
  return {
    slug: 'abcdefgh',
    language,
    languages: ['kk', 'ru', 'en'],
    title: words.title,
    linkage,
    isDraft: false,
    consent: { version: consent.version, ...filled },
    help: [{ name: words.helpName, phone: '8 800 000 00 00', hours: words.hours }],
    ...(asked.some(({ g }) => g) ? { emergency: { all: '112', ambulance: '103' } } : {}),
    forms: asked,
    quickExit: 'https://example.org/',
    ...(linkage === 'panel' ? { panel: 'spring' } : {}),
    ...others,
  };
}

/** A form with every kind of question, a condition, a required one, a warning and a rule that must hold. */
export function everyKind(language: Language): FormBundle {
  const say = (kk: string, ru: string, en: string) => ({ kk, ru, en })[language];
  return {
    f: ['every-kind', '1'],
    l: language,
    t: say('Барлық түр', 'Все виды', 'Every kind'),
    m: ['declined', 'unknown'],
    o: [
      [
        ['bread', say('Нан', 'Хлеб', 'Bread')],
        ['tea', say('Шай', 'Чай', 'Tea')],
        ['milk', say('Сүт', 'Молоко', 'Milk')],
        ['none', say('Ештеңе', 'Ничего', 'Nothing'), 1],
      ],
    ],
    i: [
      { k: 'hello', y: 'p', x: say('Қош келдіңіз.', 'Добро пожаловать.', 'Welcome.') },
      {
        k: 'has_garden',
        y: 'b',
        x: say('Бақшаңыз бар ма?', 'Есть ли у вас огород?', 'Do you have a garden?'),
        r: 1,
      },
      {
        k: 'garden_since',
        y: 'd',
        x: say('Қашаннан бері?', 'С какого времени?', 'Since when?'),
        e: ['=', ['$', 1], true],
        z: 7,
        a: ['1990-01', '2026-12'],
      },
      {
        k: 'breakfast',
        y: 'm',
        x: say('Таңертең не ішіп-жейсіз?', 'Что у вас на завтрак?', 'What is for breakfast?'),
        o: 0,
        z: 2,
      },
      {
        k: 'people',
        y: 'i',
        x: say('Дастарқанда неше адам?', 'Сколько человек за столом?', 'How many at the table?'),
        a: [1, 40],
        q: [
          [
            'soft',
            'many-people',
            ['<=', ['$', 4], 20],
            say(
              'Жиырмадан көп. Дұрыс па?',
              'Больше двадцати. Верно?',
              'More than twenty. Is that right?',
            ),
          ],
        ],
      },
      {
        k: 'hours',
        y: 'n',
        x: say('Неше сағат ұйықтайсыз?', 'Сколько часов вы спите?', 'How many hours do you sleep?'),
        z: 1,
        a: [0, 24],
      },
      {
        k: 'wish',
        y: 't',
        x: say('Не тілейсіз?', 'Чего бы вы хотели?', 'What would you like?'),
        w: 1,
        z: 200,
      },
      {
        k: 'pets',
        y: 'r',
        x: say('Қанша үй жануары бар?', 'Сколько у вас животных?', 'How many animals?'),
        z: 5,
        j: say('{n}-жануар', 'Животное {n}', 'Animal {n}'),
      },
      {
        k: 'pet_name',
        y: 't',
        x: say('Оның аты кім?', 'Как его зовут?', 'What is its name?'),
        p: 7,
      },
      {
        k: 'pet_age',
        y: 'i',
        x: say('Неше жаста?', 'Сколько ему лет?', 'How old is it?'),
        p: 7,
        a: [0, 40],
        q: [
          [
            'hard',
            'not-thirteen',
            ['!=', ['$', 9], 13],
            say('Он үш емес.', 'Не тринадцать.', 'Not thirteen.'),
          ],
        ],
      },
    ],
  };
}
