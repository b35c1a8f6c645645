import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  bandsOf,
  FIRST_VERSION,
  RUSSIAN_THEN_ENGLISH,
  scored,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import {
  frequency,
  fromTen,
  overTwoWeeks,
  phqLicence,
  phqWorded,
  TALKING_THERAPIES,
} from '../phq-family.ts';
import { sumScale } from '../sum-scale.ts';
import { wordedChoices } from '../worded-choices.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const SPITZER = 'Spitzer et al. 2006, Archives of Internal Medicine 166: 1092-1097';
const TEN_OR_MORE = t(
  '10 және одан көп: алғашқы медициналық көмекте сезімталдығы 0,89, ерекшелігі 0,82',
  '10 и больше: чувствительность 0,89, специфичность 0,82 в первичном звене',
  '10 or more: sensitivity 0.89 and specificity 0.82 in primary care',
);

const CUT_OFF = {
  en: [{ grade: 'cut-off' as const, statement: TEN_OR_MORE, source: fromWork(SPITZER) }],
};

const ITEMS = numbered('gad7_', 7);

/** From memory of the panel; their check digits agree. */
const LOINC = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'];

export const GAD_TEXTS: Words[] = [
  [
    'Мазасыздану, үрейлену немесе қатты күйзелісте жүру',
    'Вы нервничали, тревожились или испытывали сильный стресс',
    'Feeling nervous, anxious or on edge',
  ],
  [
    'Тынышталмау, уайымды тоқтата не баса алмау',
    'Вы были неспособны успокоиться или контролировать свое волнение',
    'Not being able to stop or control worrying',
  ],
  [
    'Түрлі нәрсеге тым көп уайымдау',
    'Вы слишком сильно волновались по различным поводам',
    'Worrying too much about different things',
  ],
  ['Бойды жазып, демала алмау', 'Вам было трудно расслабиться', 'Trouble relaxing'],
  [
    'Бір орында отыра алмайтындай тыныш таппау',
    'Вы были настолько суетливы, что Вам было тяжело усидеть на месте',
    'Being so restless that it is hard to sit still',
  ],
  [
    'Тез ашулану немесе тітіркену',
    'Вы легко злились или раздражались',
    'Becoming easily annoyed or irritable',
  ],
  [
    'Бір сұмдық болатындай қорқу',
    'Вы испытывали страх, словно должно произойти нечто ужасное',
    'Feeling afraid as if something awful might happen',
  ],
];

export const GAD_LABELS: Words[] = [
  ['Мазасыздық', 'Нервозность', 'Nervousness'],
  ['Уайымды баса алмау', 'Не справляется с волнением', 'Cannot control worry'],
  ['Көп уайымдау', 'Много волнуется', 'Worries a lot'],
  ['Демала алмау', 'Не может расслабиться', 'Cannot relax'],
  ['Тыныш таппау', 'Не сидится на месте', 'Restless'],
  ['Ашушаңдық', 'Раздражительность', 'Irritable'],
  ['Қорқыныш', 'Страх', 'Afraid'],
];

const answered = answersTo(ITEMS);

/** A pattern of answers, its sum and its bands. */
const example = (name: string, pattern: string, value: number, bands: string[]): WorkedExample => ({
  name,
  source: 'derived by hand: the sum of the answers; bands of Spitzer et al. 2006',
  answers: answered(pattern),
  expected: [scored('gad-7', value, bands)],
});

const examples: WorkedExample[] = [
  example('Not at all, seven times', '0000000', 0, ['minimal']),
  example('Last score of the first band', '1111000', 4, ['minimal']),
  example('First score of the second band', '1111100', 5, ['mild']),
  example('Last score of the second band', '3330000', 9, ['mild']),
  example('First score of the third band, the usual cut-off', '3331000', 10, [
    'moderate',
    'ten-or-more',
  ]),
  example('First score of the fourth band', '3333300', 15, ['severe', 'ten-or-more']),
  example('Nearly every day, seven times', '3333333', 21, ['severe', 'ten-or-more']),
  {
    name: 'One item unanswered: no score',
    source: 'derived by hand: all seven are needed',
    answers: answered('333333'),
    expected: [unscored('gad-7', 6, 7)],
  },
];

/** GAD-7: seven items on worry over the last two weeks. */
export const gad7: FormPackage = {
  ...FIRST_VERSION,
  code: 'gad-7',
  title: t(
    'Денсаулық сауалнамасы (GAD-7)',
    'Опросник о здоровье (GAD-7)',
    'Health questionnaire (GAD-7)',
  ),
  notice: t(
    'GAD-7: Spitzer, Kroenke, Williams және Löwe, Pfizer гранты. Қазақша мәтін – тексерілмеген жоба.',
    'GAD-7: Spitzer, Kroenke, Williams и Löwe, при гранте Pfizer.',
    'GAD-7: Spitzer, Kroenke, Williams and Löwe, with an educational grant from Pfizer.',
  ),
  wording: 'verbatim',
  fallback: RUSSIAN_THEN_ENGLISH,
  ages: { from: 18, source: SPITZER },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  loinc: '69737-5',
  meaning: {
    says: t(
      'Соңғы екі аптада мазасыздық қаншалықты жиі болғанын айтады.',
      'Как часто за последние две недели беспокоила тревога.',
      'How often anxiety has bothered her over the last two weeks.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: { frequency },
  items: [
    {
      type: 'group',
      linkId: 'gad7',
      text: overTwoWeeks(
        'Как часто Вас за последние 14 дней беспокоили следующие проблемы?',
        'Over the last 2 weeks, how often have you been bothered by the following problems?',
      ),
      items: wordedChoices(ITEMS, phqWorded(GAD_TEXTS, GAD_LABELS), {
        ...{ options: 'frequency', loinc: LOINC },
      }),
    },
  ],
  scales: [
    sumScale('gad-7', ['GAD-7 жиынтығы', 'Сумма GAD-7', 'GAD-7 total'], ITEMS, {
      from: 0,
      to: 3,
      loinc: '70274-6',
      reliableChange: { points: 4, source: TALKING_THERAPIES },
      bandSets: [
        {
          kind: 'exclusive',
          bands: bandsOf([
            ['minimal', 0, ['Мардымсыз (0–4)', 'Минимальная (0–4)', 'Minimal (0–4)']],
            ['mild', 5, ['Жеңіл (5–9)', 'Лёгкая (5–9)', 'Mild (5–9)']],
            ['moderate', 10, ['Орташа (10–14)', 'Умеренная (10–14)', 'Moderate (10–14)']],
            ['severe', 15, ['Ауыр (15–21)', 'Тяжёлая (15–21)', 'Severe (15–21)']],
          ]),
          source: fromWork(SPITZER),
        },
        { kind: 'nested', bands: fromTen(), source: fromWork(SPITZER, TEN_OR_MORE) },
      ],
      evidence: CUT_OFF,
      source: fromWork(
        SPITZER,
        t('жеті жауаптың жиынтығы', 'сумма семи ответов', 'sum of seven answers'),
      ),
    }),
  ],
  licence: phqLicence({
    authors: 'Spitzer, Kroenke, Williams and Löwe',
    source: 'Spitzer et al. 2006, Archives of Internal Medicine 166: 1092-1097',
  }),
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    ...CUT_OFF,
  },
  examples,
};
