import type { FormPackage, WorkedExample } from '../../form-package.ts';
import { FIRST_VERSION, RUSSIAN_THEN_ENGLISH, scored, unscored } from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import {
  frequency,
  fromTen,
  overTwoWeeks,
  PHQ_NOTICE,
  phqLicence,
  phqSeverity,
  phqWorded,
} from '../phq-family.ts';
import { PHQ_LABELS, PHQ_TEXTS } from '../phq-items.ts';
import { sumScale } from '../sum-scale.ts';
import { wordedChoices } from '../worded-choices.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const KROENKE = 'Kroenke et al. 2009, Journal of Affective Disorders 114: 163-173';
const TEN_OR_MORE = t(
  '10 және одан көп: халық арасында қазіргі депрессияға скрининг',
  '10 и больше: скрининг на депрессию сейчас, по выборке населения',
  '10 or more: a screen for current depression, in a population sample',
);

const CUT_OFF = {
  en: [{ grade: 'cut-off' as const, statement: TEN_OR_MORE, source: fromWork(KROENKE) }],
};

const ITEMS = numbered('phq8_', 8);
const answered = answersTo(ITEMS);

/** A pattern of answers, its sum and its bands. */
const example = (name: string, pattern: string, value: number, bands: string[]): WorkedExample => ({
  name,
  source: 'derived by hand: the sum of the answers; bands of Kroenke et al. 2009',
  answers: answered(pattern),
  expected: [scored('phq-8', value, bands)],
});

const examples: WorkedExample[] = [
  example('Not at all, eight times', '00000000', 0, ['minimal']),
  example('Last score of the first band', '11110000', 4, ['minimal']),
  example('First score of the second band', '11111000', 5, ['mild']),
  example('Last score of the second band', '33300000', 9, ['mild']),
  example('First score of the third band, the usual cut-off', '33310000', 10, [
    'moderate',
    'ten-or-more',
  ]),
  example('First score of the fourth band', '33333000', 15, ['moderately-severe', 'ten-or-more']),
  example('First score of the fifth band', '33333311', 20, ['severe', 'ten-or-more']),
  example('Nearly every day, eight times', '33333333', 24, ['severe', 'ten-or-more']),
  {
    name: 'One item unanswered: no score',
    source: 'derived by hand: all eight are needed',
    answers: answered('3333333'),
    expected: [unscored('phq-8', 7, 8)],
  },
];

/** PHQ-8: the PHQ-9 without its ninth item, hence without an item that would need a safety response. */
export const phq8: FormPackage = {
  ...FIRST_VERSION,
  code: 'phq-8',
  title: t(
    'Денсаулық сауалнамасы (PHQ-8)',
    'Опросник о здоровье (PHQ-8)',
    'Health questionnaire (PHQ-8)',
  ),
  notice: PHQ_NOTICE,
  wording: 'verbatim',
  fallback: RUSSIAN_THEN_ENGLISH,
  ages: { from: 18, source: KROENKE },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  family: 'phq',
  meaning: {
    says: t(
      'Соңғы екі аптада депрессия белгілері қаншалықты жиі мазалағанын айтады. Өлім туралы ой сұралмайды.',
      'Как часто за последние две недели беспокоили признаки депрессии. О мыслях о смерти не спрашивает.',
      'How often signs of depression have bothered her over the last two weeks. It does not ask about thoughts of death.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: { frequency },
  items: [
    {
      type: 'group',
      linkId: 'phq8',
      text: overTwoWeeks(
        'Как часто за последние 2 недели Вас беспокоили следующие проблемы?',
        'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
      ),
      items: wordedChoices(ITEMS, phqWorded(PHQ_TEXTS, PHQ_LABELS), { options: 'frequency' }),
    },
  ],
  scales: [
    sumScale('phq-8', ['PHQ-8 жиынтығы', 'Сумма PHQ-8', 'PHQ-8 total'], ITEMS, {
      from: 0,
      to: 3,
      bandSets: [
        { kind: 'exclusive', bands: phqSeverity(24), source: fromWork(KROENKE) },
        { kind: 'nested', bands: fromTen(), source: fromWork(KROENKE) },
      ],
      evidence: CUT_OFF,
      source: fromWork(
        KROENKE,
        t('сегіз жауаптың жиынтығы', 'сумма восьми ответов', 'sum of eight answers'),
      ),
    }),
  ],
  licence: phqLicence({
    source: 'Kroenke, Spitzer, Williams 2001, J Gen Intern Med 16: 606-613',
  }),
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    ru: [
      {
        grade: 'reliability',
        statement: t(
          'Орысша PHQ-9 (тоғыз сұрақ түгел) үшін альфа 0,89, n = 1800.',
          'Альфа 0,89 для русского PHQ-9 (все девять вопросов), n = 1800.',
          'Alpha 0.89 for the Russian PHQ-9 (all nine items), n = 1800.',
        ),
        source: fromWork('Zolotareva 2023, Clinical and Special Psychology 12(4): 107-121'),
      },
    ],
    ...CUT_OFF,
  },
  examples,
};
