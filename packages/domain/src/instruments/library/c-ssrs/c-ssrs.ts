import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  suicideSignal,
  type Words,
} from '../first-version.ts';
import { saidTo } from '../in-order.ts';
import { fromWork, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const POSNER = 'Posner et al. 2011, American Journal of Psychiatry 168: 1266-1277';
const SCREENER = 'Columbia-Suicide Severity Rating Scale, Screener with Triage Points';

const LABELS: Record<string, Words> = {
  cssrs_1: ['Өлгісі келу', 'Желание умереть', 'Wish to be dead'],
  cssrs_2: ['Өзіне қол жұмсау ойы', 'Мысли о самоубийстве', 'Thoughts of suicide'],
  cssrs_3: ['Тәсіл туралы ой', 'Мысли о способе', 'Thoughts of a method'],
  cssrs_4: ['Ниет', 'Намерение', 'Intent'],
  cssrs_5: ['Жоспар мен ниет', 'План и намерение', 'Plan and intent'],
  cssrs_6: ['Өмірінде әрекет болған', 'Действия когда-либо', 'Behaviour ever'],
  cssrs_6_recent: ['Соңғы үш айда', 'За последние три месяца', 'In the past three months'],
};
const LOINC: Record<string, string> = {
  cssrs_1: '93246-7',
  cssrs_2: '93247-5',
  cssrs_3: '93248-3',
  cssrs_4: '93249-1',
  cssrs_5: '93250-9',
  cssrs_6: '93267-3',
  cssrs_6_recent: '93269-9',
};
const ONLY_AFTER: Record<string, string> = {
  cssrs_3: 'cssrs_2',
  cssrs_4: 'cssrs_2',
  cssrs_5: 'cssrs_2',
  cssrs_6_recent: 'cssrs_6',
};

const HIGH = '(cssrs_2 and (cssrs_4 or cssrs_5)) or (cssrs_6 and cssrs_6_recent)';
const MODERATE = '(cssrs_2 and cssrs_3) or cssrs_6';
const ANY =
  'cssrs_1 or cssrs_2 or cssrs_6 or cssrs_1.declined() or cssrs_2.declined() or cssrs_6.declined()';

const said = saidTo(Object.keys(LABELS));

/** The answers in the order of the questions, what is concluded, and the items of the signal. */
const example = (
  name: string,
  pattern: string,
  outcome: string | null,
  signal?: ['now' | 'today', ...string[]],
): WorkedExample => ({
  name,
  source: 'derived by hand from the triage points of the screener',
  answers: said(pattern),
  expected: [],
  concluded: [{ conclusion: 'c-ssrs', outcome }],
  ...(signal && suicideSignal(...signal)),
});

const examples: WorkedExample[] = [
  example('No to 1, 2 and 6', 'nn---n-', 'none'),
  example('Only a wish to be dead', 'yn---n-', 'low', ['today', 'cssrs_1']),
  example('Thoughts without method, intent or plan', 'nynnnn-', 'low', ['today', 'cssrs_2']),
  example('Thoughts of a method', 'nyynnn-', 'moderate', ['today', 'cssrs_2']),
  example('Behaviour longer ago than three months', 'nn---yn', 'moderate', ['today', 'cssrs_6']),
  example('Some intent', 'yynynn-', 'high', ['now', 'cssrs_1', 'cssrs_2', 'cssrs_4']),
  example('A plan', 'nynnyn-', 'high', ['now', 'cssrs_2', 'cssrs_5']),
  example('Behaviour within three months', 'nn---yy', 'high', ['now', 'cssrs_6', 'cssrs_6_recent']),
  example('A refusal of the second question: not known, and somebody asks today', 'nx---n-', null, [
    'today',
    'cssrs_2',
  ]),
  example('Behaviour, and not said when: not known', 'nn---y-', null, ['today', 'cssrs_6']),
];

/** C-SSRS screener: structure and triage. Its words are brought by the site; electronic use is asked of its owner. */
export const cssrs: FormPackage = {
  ...FIRST_VERSION,
  code: 'c-ssrs',
  title: t('Колумбия шкаласы (C-SSRS)', 'Колумбийская шкала (C-SSRS)', 'Columbia scale (C-SSRS)'),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { from: 12, source: SCREENER },
  // What follows from its triage points is done by whoever asked, within the hour at the highest.
  attended: true,
  informants: [{ kind: 'self', ages: { from: 12 } }],
  loinc: '93373-9',
  meaning: {
    says: t(
      'Өзіне қол жұмсау туралы ой, ниет, жоспар және әрекетті сұрап, үш деңгейге бөледі: төмен, орташа, жоғары.',
      'Спрашивает о мыслях, намерении, плане и действиях и делит на три уровня: низкий, умеренный, высокий.',
      'Asks about thoughts, intent, a plan and behaviour, and sorts into three levels: low, moderate, high.',
    ),
    saysNot: t(
      'Болашақты болжамайды. Төмен деңгей – қауіп жоқ деген сөз емес: кез келген «иә»-ден кейін сол күні маман сөйлеседі.',
      'Не предсказывает будущего. Низкий уровень не значит, что опасности нет: после любого «да» в тот же день говорит специалист.',
      'It does not predict. A low level does not mean no danger: after any yes a professional talks with the person on the same day.',
    ),
  },
  optionLists: {},
  items: Object.entries(LABELS).map(([linkId, label]) => ({
    type: 'boolean',
    linkId,
    label: t(...label),
    ...(ONLY_AFTER[linkId] && { enableWhen: ONLY_AFTER[linkId] }),
    safety: true,
    neverAFilter: true,
    loinc: LOINC[linkId]!,
  })),
  scales: [],
  conclusions: [
    {
      id: 'c-ssrs',
      version: '1',
      title: t('Қауіп деңгейі', 'Уровень риска', 'Level of risk'),
      outcomes: [
        { id: 'high', when: HIGH, label: t('Жоғары', 'Высокий', 'High'), isConcern: true },
        {
          id: 'moderate',
          when: MODERATE,
          label: t('Орташа', 'Умеренный', 'Moderate'),
          isConcern: true,
        },
        {
          id: 'low',
          when: 'cssrs_1 or cssrs_2',
          label: t('Төмен', 'Низкий', 'Low'),
          isConcern: true,
        },
        {
          id: 'none',
          when: 'true',
          label: t('Айтылмаған', 'Не названо', 'Nothing told'),
          isConcern: false,
        },
      ],
      source: fromWork(
        SCREENER,
        t(
          'төмен: 1 не 2; орташа: 3 не өмірінде 6; жоғары: 4, 5 не соңғы үш айда 6',
          'низкий: 1 или 2; умеренный: 3 или 6 когда-либо; высокий: 4, 5 или 6 за три месяца',
          'low: 1 or 2; moderate: 3, or 6 ever; high: 4, 5, or 6 within three months',
        ),
      ),
      evidence: {
        en: [
          {
            grade: 'validity',
            statement: t(
              'Үш зерттеуде сыналған.',
              'Проверена в трёх исследованиях.',
              'Validated in three studies.',
            ),
            source: fromWork(POSNER),
          },
        ],
      },
    },
  ],
  signals: [
    { kind: 'suicide', urgency: 'now', when: HIGH, source: fromWork(SCREENER) },
    {
      kind: 'suicide',
      urgency: 'today',
      when: `${MODERATE} or ${ANY}`,
      source: {
        words: t(
          'өз ережеміз: кез келген «иә» мен бас тартудан кейін сол күні сөйлесеміз',
          'наше правило: после любого «да» и любого отказа говорим в тот же день',
          'our rule: after any yes and any refusal somebody talks with the person on the same day',
        ),
      },
    },
  ],
  licence: broughtBySite({
    owner: 'The Columbia Lighthouse Project; Research Foundation for Mental Hygiene',
    source: 'cssrs.columbia.edu; Posner et al. 2011',
    terms:
      'Free for use in communities and health care; not to be changed; building it into a program is agreed with its owner.',
    checked:
      'Triage points: from public descriptions of the screener. LOINC codes: from a public transcription; which belongs to the last two questions, from memory. Published wordings differ between versions, and the terms for electronic use were not read: no words are shipped.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples,
};
