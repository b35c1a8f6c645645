import type { FormPackage, WorkedExample } from '../../form-package.ts';
import { COMPARED, frequency, phqWording } from '../frequency.ts';
import { PHQ_LABELS, PHQ_TEXTS } from '../phq-items.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const KROENKE = 'Kroenke et al. 2009, Journal of Affective Disorders 114: 163-173';
const TEN_OR_MORE = t(
  '10 және одан көп: халық арасында қазіргі депрессияға скрининг',
  '10 и больше: скрининг на депрессию сейчас, по выборке населения',
  '10 or more: a screen for current depression, in a population sample',
);

const ITEMS = Array.from({ length: 8 }, (_, index) => `phq8_${index + 1}`);

const answered = (pattern: string) =>
  Object.fromEntries([...pattern].map((option, index) => [ITEMS[index]!, option]));

/** A pattern of answers, its sum and its bands. */
const example = (name: string, pattern: string, value: number, bands: string[]): WorkedExample => ({
  name,
  source: 'derived by hand: the sum of the answers; bands of Kroenke et al. 2009',
  answers: answered(pattern),
  expected: [{ scale: 'phq-8', value, bands }],
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
    expected: [{ scale: 'phq-8', incomplete: { answered: 7, needed: 8 } }],
  },
];

/** PHQ-8: the PHQ-9 without its ninth item, hence without an item that would need a safety response. */
export const phq8: FormPackage = {
  format: 'tirek-form-1',
  code: 'phq-8',
  version: '1.0.0',
  status: 'active',
  title: t(
    'Денсаулық сауалнамасы (PHQ-8)',
    'Опросник о здоровье (PHQ-8)',
    'Health questionnaire (PHQ-8)',
  ),
  notice: t(
    'PHQ: Spitzer, Williams, Kroenke және әріптестері, Pfizer гранты. Қазақша мәтін – тексерілмеген жоба.',
    'PHQ: Spitzer, Williams, Kroenke и коллеги, при гранте Pfizer.',
    'PHQ: Spitzer, Williams, Kroenke and colleagues, with an educational grant from Pfizer.',
  ),
  wording: 'verbatim',
  fallback: { kk: ['ru', 'en'], ru: ['en'], en: [] },
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
  sensitivity: 'clinical',
  missing: ['declined'],
  optionLists: { frequency },
  items: [
    {
      type: 'group',
      linkId: 'phq8',
      text: phqWording(
        'Соңғы 2 аптада мына жағдайлар сізді қаншалықты жиі мазалады?',
        'Как часто за последние 2 недели Вас беспокоили следующие проблемы?',
        'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
      ),
      items: ITEMS.map((linkId, index) => ({
        type: 'choice',
        linkId,
        text: phqWording(...PHQ_TEXTS[index]!),
        label: t(...PHQ_LABELS[index]!),
        options: 'frequency',
      })),
    },
  ],
  scales: [
    {
      id: 'phq-8',
      version: '1',
      title: t('PHQ-8 жиынтығы', 'Сумма PHQ-8', 'PHQ-8 total'),
      items: ITEMS,
      coding: { '0': 0, '1': 1, '2': 2, '3': 3 },
      combine: 'sum',
      minimumAnswered: 8,
      proration: 'none',
      range: { min: 0, max: 24 },
      direction: 'higher-is-worse',
      printedCoding: '0-1-2-3',
      bandSets: [
        {
          kind: 'exclusive',
          bands: [
            {
              id: 'minimal',
              from: 0,
              below: 5,
              label: t('Мардымсыз (0–4)', 'Минимальные (0–4)', 'Minimal (0–4)'),
            },
            {
              id: 'mild',
              from: 5,
              below: 10,
              label: t('Жеңіл (5–9)', 'Лёгкие (5–9)', 'Mild (5–9)'),
            },
            {
              id: 'moderate',
              from: 10,
              below: 15,
              label: t('Орташа (10–14)', 'Умеренные (10–14)', 'Moderate (10–14)'),
            },
            {
              id: 'moderately-severe',
              from: 15,
              below: 20,
              label: t('Ауырлау (15–19)', 'Умеренно тяжёлые (15–19)', 'Moderately severe (15–19)'),
            },
            {
              id: 'severe',
              from: 20,
              label: t('Ауыр (20–24)', 'Тяжёлые (20–24)', 'Severe (20–24)'),
            },
          ],
          source: fromWork(KROENKE),
        },
        {
          kind: 'nested',
          bands: [
            {
              id: 'ten-or-more',
              from: 10,
              label: t(
                'Маманмен сөйлесу керек (10 және одан көп)',
                'Нужен разговор со специалистом (10 и больше)',
                'A specialist should look (10 or more)',
              ),
            },
          ],
          source: fromWork(KROENKE),
        },
      ],
      evidence: {
        en: [
          {
            grade: 'cut-off',
            statement: TEN_OR_MORE,
            source: fromWork(KROENKE),
          },
        ],
      },
      source: fromWork(
        KROENKE,
        t('сегіз жауаптың жиынтығы', 'сумма восьми ответов', 'sum of eight answers'),
      ),
    },
  ],
  licence: {
    owner: 'Pfizer; Spitzer, Williams, Kroenke and colleagues',
    source: 'phqscreeners.com; Kroenke, Spitzer, Williams 2001, J Gen Intern Med 16: 606-613',
    terms: 'No permission required to reproduce, translate, display or distribute.',
    text: 'shipped',
    checked: COMPARED,
    attribution: 'Spitzer, Williams, Kroenke and colleagues, with an educational grant from Pfizer',
  },
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
    en: [
      {
        grade: 'cut-off',
        statement: TEN_OR_MORE,
        source: fromWork(KROENKE),
      },
    ],
  },
  examples,
};
