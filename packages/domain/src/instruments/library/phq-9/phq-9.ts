import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  FIRST_VERSION,
  RUSSIAN_THEN_ENGLISH,
  scored,
  suicideSignal,
  unscored,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import {
  difficulty,
  frequency,
  fromTen,
  overTwoWeeks,
  PHQ_NOTICE,
  phqLicence,
  phqSeverity,
  phqWorded,
  phqWording,
  TALKING_THERAPIES,
} from '../phq-family.ts';
import { PHQ_LABELS, PHQ_TEXTS } from '../phq-items.ts';
import { sumScale } from '../sum-scale.ts';
import { wordedChoices } from '../worded-choices.ts';
import { fromWork, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const KROENKE = 'Kroenke, Spitzer, Williams 2001, Journal of General Internal Medicine 16: 606-613';
const TEN_OR_MORE = t(
  '10 және одан көп: негізгі депрессиялық бұзылысқа сезімталдығы 77–88 %, ерекшелігі 88–94 %',
  '10 и больше: чувствительность 77–88 %, специфичность 88–94 % для большого депрессивного расстройства',
  '10 or more: sensitivity 77-88%, specificity 88-94% for major depressive disorder',
);

const CUT_OFF = {
  ...{ grade: 'cut-off' as const, statement: TEN_OR_MORE, source: fromWork(KROENKE) },
};

const ITEMS = numbered('phq9_', 9);
const LOINC = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  '44260-8',
];
const answered = answersTo(ITEMS);

/** A pattern of answers, its sum and its bands; the ninth answer raises a signal as soon as it is not "not at all". */
const example = (name: string, pattern: string, value: number, bands: string[]): WorkedExample => ({
  name,
  source: 'derived by hand: the sum of the answers; bands of Kroenke et al. 2001',
  answers: answered(pattern),
  expected: [scored('phq-9', value, bands)],
  ...('123'.includes(pattern[8]!) && suicideSignal('today', 'phq9_9')),
});

const examples: WorkedExample[] = [
  example('Not at all, nine times', '000000000', 0, ['minimal']),
  example('Last score of the first band', '111100000', 4, ['minimal']),
  example('First score of the second band', '111110000', 5, ['mild']),
  example('Last score of the second band', '333000000', 9, ['mild']),
  example('First score of the third band, the usual cut-off', '333100000', 10, [
    'moderate',
    'ten-or-more',
  ]),
  example('Last score of the third band', '333320000', 14, ['moderate', 'ten-or-more']),
  example('First score of the fourth band', '333330000', 15, ['moderately-severe', 'ten-or-more']),
  example('Last score of the fourth band', '333333100', 19, ['moderately-severe', 'ten-or-more']),
  example('First score of the fifth band', '333333200', 20, ['severe', 'ten-or-more']),
  example('A low sum with a thought of death on several days: a signal', '000000001', 1, [
    'minimal',
  ]),
  example('Nearly every day, nine times', '333333333', 27, ['severe', 'ten-or-more']),
  {
    name: 'One item unanswered: no score, and what the ninth says is heard',
    source: 'derived by hand: all nine are needed for a score, one for the signal',
    answers: answered('3-3333332'),
    expected: [unscored('phq-9', 8, 9)],
    ...suicideSignal('today', 'phq9_9'),
  },
];

/** PHQ-9. Its ninth question is no screen for suicide: it misses most whom a direct question finds. */
export const phq9: FormPackage = {
  ...FIRST_VERSION,
  code: 'phq-9',
  title: t(
    'Денсаулық сауалнамасы (PHQ-9)',
    'Опросник о здоровье (PHQ-9)',
    'Health questionnaire (PHQ-9)',
  ),
  notice: PHQ_NOTICE,
  wording: 'verbatim',
  fallback: RUSSIAN_THEN_ENGLISH,
  ages: { from: 18, source: KROENKE },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  family: 'phq',
  loinc: '44249-1',
  meaning: {
    says: t(
      'Соңғы екі аптада депрессия белгілері қаншалықты жиі мазалағанын айтады.',
      'Как часто за последние две недели беспокоили признаки депрессии.',
      'How often signs of depression have bothered her over the last two weeks.',
    ),
    saysNot: t(
      'Диагноз емес. Тоғызыншы сұрақ өзіне қол жұмсау қаупін тексермейді: «жоқ» деген жауап қауіп жоқ деген сөз емес, тікелей сұраңыз (ASQ). Қайғы, ауру немесе жүктілік те балл қосады.',
      'Это не диагноз. Девятый вопрос не проверяет риск самоубийства: ответ «ни разу» не значит, что риска нет, спросите прямо (ASQ). Горе, болезнь и беременность тоже прибавляют баллы.',
      'Not a diagnosis. The ninth question is no screen for suicide: "not at all" does not mean that there is no risk, ask directly (ASQ). Grief, illness and pregnancy add points too.',
    ),
  },
  optionLists: { frequency, difficulty },
  items: [
    {
      type: 'group',
      linkId: 'phq9',
      text: overTwoWeeks(
        'Как часто за последние 2 недели Вас беспокоили следующие проблемы?',
        'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
      ),
      items: wordedChoices(ITEMS, phqWorded(PHQ_TEXTS, PHQ_LABELS), {
        ...{ options: 'frequency', loinc: LOINC, safety: ['phq9_9'] },
      }),
    },
    {
      type: 'choice',
      linkId: 'phq9_10',
      text: phqWording(
        'Егер осылардың бірі болса, соның салдарынан жұмыс істеу, үй шаруасын атқару немесе адамдармен араласу сізге қаншалықты қиын болды?',
        'Если Вы положительно ответили на какие-нибудь пункты, то оцените, насколько трудно Вам было работать, заниматься домашними делами или общаться с людьми из-за этих проблем?',
        'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      ),
      label: t('Күнделікті қиындық', 'Трудности в жизни', 'Difficulty'),
      options: 'difficulty',
      enableWhen: ITEMS.map((linkId) => `${linkId} in ('1' | '2' | '3')`).join(' or '),
      neverAFilter: true,
      loinc: '69722-7',
    },
  ],
  scales: [
    sumScale('phq-9', ['PHQ-9 жиынтығы', 'Сумма PHQ-9', 'PHQ-9 total'], ITEMS, {
      from: 0,
      to: 3,
      loinc: '44261-6',
      bandSets: [
        {
          ...{ kind: 'exclusive', purpose: 'severity', bands: phqSeverity(27) },
          source: fromWork(KROENKE),
        },
        {
          ...{ kind: 'nested', purpose: 'screening', bands: fromTen() },
          source: fromWork(KROENKE, TEN_OR_MORE),
        },
      ],
      meaningfulChange: { points: 5, source: fromWork('Kroenke 2012, Psychiatric Annals 42(9)') },
      reliableChange: { points: 6, source: TALKING_THERAPIES },
      evidence: { en: [CUT_OFF] },
      source: fromWork(
        KROENKE,
        t('тоғыз жауаптың жиынтығы', 'сумма девяти ответов', 'sum of nine answers'),
      ),
    }),
  ],
  signals: [
    {
      kind: 'suicide',
      urgency: 'today',
      when: "phq9_9 in ('1' | '2' | '3')",
      source: {
        words: t(
          'өз ережеміз: «мүлде болған жоқтан» басқа әр жауаптан кейін сол күні тікелей сұралады',
          'наше правило: после любого ответа, кроме «ни разу», в тот же день спрашивают прямо',
          'our rule: after every answer but "not at all" somebody asks directly on the same day',
        ),
      },
    },
  ],
  licence: phqLicence({
    source: 'Kroenke, Spitzer, Williams 2001, J Gen Intern Med 16: 606-613',
    compared:
      'The ninth and tenth question in Russian: compared with public transcriptions, of which one says that it follows the sheet of the publisher byte for byte. LOINC codes: compared with public transcriptions of the panel. Thresholds of change: from memory.',
  }),
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    ru: [
      {
        grade: 'reliability',
        statement: t(
          'Орысша нұсқаның альфасы 0,89, n = 1800.',
          'Альфа русской версии 0,89, n = 1800.',
          'Alpha of the Russian version 0.89, n = 1800.',
        ),
        source: fromWork('Zolotareva 2023, Clinical and Special Psychology 12(4): 107-121'),
      },
    ],
    en: [
      CUT_OFF,
      {
        grade: 'validity',
        statement: t(
          'ASQ бойынша оң болғандардың 62,9 %-ы тоғызыншы сұраққа «жоқ» деген: ол тікелей сұрақтың орнын баспайды.',
          '62,9 % положительных по ASQ ответили на девятый вопрос «нет»: он не заменяет прямого вопроса.',
          '62.9% of those positive on the ASQ did not endorse the ninth question: it does not replace a direct one.',
        ),
        source: {
          words: t(
            'стационардағы зерттеу, бағдарлама шолуынан алынған',
            'исследование в стационаре, по обзору программы',
            'study of inpatients, as cited in the programme’s review',
          ),
        },
      },
    ],
  },
  examples,
};
