import type { FormPackage, WorkedExample } from '../../form-package.ts';
import type { Evidence } from '../../scale.ts';
import {
  FIRST_VERSION,
  RUSSIAN_THEN_ENGLISH,
  suicideSignal,
  type Words,
} from '../first-version.ts';
import { numbered, saidTo } from '../in-order.ts';
import { draftedBeside, fromWork, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const HOROWITZ =
  'Horowitz et al. 2012, Archives of Pediatrics & Adolescent Medicine 166: 1170-1176';
const TOOLKIT = 'Ask Suicide-Screening Questions (ASQ) Toolkit, NIMH';

/** English: as NIMH publishes it. Kazakh and Russian: our own drafts, not those of NIMH. */
const wording = draftedBeside;

const ITEMS = numbered('asq_', 4);

const TEXTS: Words[] = [
  [
    'Соңғы бірнеше аптада өліп қалғым келеді деп ойладыңыз ба?',
    'За последние несколько недель хотелось ли Вам умереть?',
    'In the past few weeks, have you wished you were dead?',
  ],
  [
    'Соңғы бірнеше аптада сіз өлсеңіз, өзіңізге немесе отбасыңызға жеңіл болар еді деп ойладыңыз ба?',
    'За последние несколько недель казалось ли Вам, что Вам или Вашей семье было бы лучше, если бы Вы умерли?',
    'In the past few weeks, have you felt that you or your family would be better off if you were dead?',
  ],
  [
    'Соңғы аптада өзіңізді өлтіру туралы ойлар келді ме?',
    'За последнюю неделю были ли у Вас мысли о том, чтобы убить себя?',
    'In the past week, have you been having thoughts about killing yourself?',
  ],
  [
    'Өзіңізді өлтірмек болған кезіңіз болды ма?',
    'Пытались ли Вы когда-нибудь убить себя?',
    'Have you ever tried to kill yourself?',
  ],
];

const LABELS: Words[] = [
  ['Өлгісі келген', 'Хотелось умереть', 'Wished to be dead'],
  ['Онсыз жеңіл болар еді', 'Без неё было бы лучше', 'Better off without'],
  ['Өзін өлтіру ойы', 'Мысли убить себя', 'Thoughts of killing herself'],
  ['Бұрын әрекет еткен', 'Попытка в прошлом', 'Ever tried'],
];

const SENSITIVE: Evidence = {
  grade: 'cut-off',
  statement: t(
    '10–21 жастағыларда сезімталдығы 97 %.',
    'Чувствительность 97 % у людей 10–21 года.',
    'Sensitivity 97% at ages 10-21.',
  ),
  source: fromWork(HOROWITZ),
};

const ANY = [...ITEMS, ...ITEMS.map((linkId) => `${linkId}.declined()`)].join(' or ');
const NOW = 'asq_5 or asq_5.declined()';

const said = saidTo([...ITEMS, 'asq_5']);

/** `y` yes, `n` no, `x` declined, `-` not asked; what is concluded, and the items of the signal. */
const example = (
  name: string,
  pattern: string,
  {
    screen,
    acuity,
    signal,
  }: { screen: string | null; acuity: string | null; signal?: ['now' | 'today', ...string[]] },
): WorkedExample => ({
  name,
  source: 'derived by hand from the rule of the ASQ tool',
  answers: said(pattern),
  expected: [],
  concluded: [
    { conclusion: 'asq', outcome: screen },
    { conclusion: 'asq-acuity', outcome: acuity },
  ],
  ...(signal && suicideSignal(...signal)),
});

const none = 'not-asked';
const examples: WorkedExample[] = [
  example('No to all four', 'nnnn', { screen: 'negative', acuity: none }),
  ...ITEMS.map((linkId, index) =>
    example(
      `Yes to question ${index + 1} only, no thoughts right now`,
      `${'nnnn'.slice(0, index)}y${'nnn'.slice(index)}n`,
      {
        screen: 'positive',
        acuity: 'non-acute',
        signal: ['today', linkId],
      },
    ),
  ),
  example('A refusal counts as a yes', 'nxnnn', {
    screen: 'positive',
    acuity: 'non-acute',
    signal: ['today', 'asq_2'],
  }),
  example('Thoughts right now', 'ynyny', {
    screen: 'positive',
    acuity: 'acute',
    signal: ['now', 'asq_1', 'asq_3', 'asq_5'],
  }),
  example('A refusal to say whether right now is taken for a yes', 'nnnyx', {
    screen: 'positive',
    acuity: 'acute',
    signal: ['now', 'asq_4', 'asq_5'],
  }),
  example('A yes before she stopped: positive, and not known how acute', 'ny---', {
    screen: 'positive',
    acuity: none,
    signal: ['today', 'asq_2'],
  }),
  example('Three times no, the fourth not reached: cannot be told', 'nnn-', {
    screen: null,
    acuity: none,
  }),
];

/** ASQ: four questions, and a fifth after any yes. Asked aloud by somebody who stays, the parent out of the room. */
export const asq: FormPackage = {
  ...FIRST_VERSION,
  code: 'asq',
  title: t('Тікелей сұрақтар (ASQ)', 'Прямые вопросы (ASQ)', 'Direct questions (ASQ)'),
  notice: t(
    'ASQ: АҚШ Ұлттық психикалық денсаулық институты (NIMH). Қазақша мәтін – тексерілмеген жоба.',
    'ASQ: Национальный институт психического здоровья США (NIMH). Русский текст – непроверенный черновик.',
    'ASQ: National Institute of Mental Health (NIMH), USA.',
  ),
  wording: 'verbatim',
  fallback: RUSSIAN_THEN_ENGLISH,
  ages: { from: 8, source: TOOLKIT },
  // The toolkit: asked in private by staff who then do not leave the person alone; a yes is followed up at once.
  attended: true,
  informants: [{ kind: 'self', ages: { from: 8 } }],
  meaning: {
    says: t(
      'Өзіне қол жұмсау қаупін тікелей сұрайды. Кез келген «иә» немесе жауап беруден бас тарту – оң нәтиже: сол күні қысқа қауіпсіздік бағалауы жасалады; дәл қазір ой болса, адам жалғыз қалдырылмайды.',
      'Прямо спрашивает о риске самоубийства. Любое «да» или отказ отвечать – положительный результат: в тот же день проводят краткую оценку безопасности; если мысли есть прямо сейчас, человека не оставляют одного.',
      'Asks directly about the risk of suicide. Any yes, or a refusal to answer, is positive: a brief safety assessment on the same day; with thoughts right now the person is not left alone.',
    ),
    saysNot: t(
      'Қауіптің дәрежесін өлшемейді, диагноз қоймайды. Теріс нәтижеден маманның алаңы күштірек: күмән болса, оңдай әрекет етіңіз.',
      'Не измеряет степень риска и не ставит диагноз. Тревога специалиста важнее отрицательного результата: при сомнении действуйте как при положительном.',
      'It does not measure how great the risk is and makes no diagnosis. A clinician’s concern outweighs a negative screen: in doubt act as if it were positive.',
    ),
  },
  optionLists: {},
  items: [
    ...ITEMS.map((linkId, index) => ({
      type: 'boolean' as const,
      linkId,
      text: wording(...TEXTS[index]!),
      label: t(...LABELS[index]!),
      safety: true,
      neverAFilter: true,
    })),
    {
      type: 'text',
      linkId: 'asq_4_how',
      text: wording('Қалай?', 'Каким образом?', 'How?'),
      label: t('Қалай', 'Как', 'How'),
      enableWhen: 'asq_4',
      maxLength: 300,
    },
    {
      type: 'text',
      linkId: 'asq_4_when',
      text: wording('Қашан?', 'Когда?', 'When?'),
      label: t('Қашан', 'Когда', 'When'),
      enableWhen: 'asq_4',
      maxLength: 300,
    },
    {
      type: 'boolean',
      linkId: 'asq_5',
      text: wording(
        'Дәл қазір өзіңізді өлтіру туралы ойлап тұрсыз ба?',
        'Есть ли у Вас прямо сейчас мысли о том, чтобы убить себя?',
        'Are you having thoughts of killing yourself right now?',
      ),
      label: t('Дәл қазір', 'Прямо сейчас', 'Right now'),
      // Asked after any yes and any refusal; a question that was passed over is no "no" either.
      enableWhen: ITEMS.map((linkId) => `${linkId}.empty() or ${linkId}`).join(' or '),
      safety: true,
      neverAFilter: true,
    },
  ],
  scales: [],
  conclusions: [
    {
      id: 'asq',
      version: '1',
      title: t('ASQ нәтижесі', 'Результат ASQ', 'ASQ result'),
      outcomes: [
        {
          id: 'positive',
          when: ANY,
          label: t('Оң', 'Положительный', 'Positive'),
          isConcern: true,
        },
        {
          id: 'negative',
          when: 'true',
          label: t('Теріс', 'Отрицательный', 'Negative'),
          isConcern: false,
        },
      ],
      source: fromWork(TOOLKIT),
      evidence: {
        en: [SENSITIVE],
      },
    },
    {
      id: 'asq-acuity',
      version: '1',
      title: t('Қаншалықты шұғыл', 'Насколько срочно', 'How acute'),
      outcomes: [
        {
          id: 'not-asked',
          when: 'asq_5.empty() and asq_5.declined().empty()',
          label: t('Сұралмаған', 'Не спрошено', 'Not asked'),
          isConcern: false,
        },
        {
          id: 'acute',
          when: NOW,
          label: t('Дәл қазір қауіп бар', 'Опасность прямо сейчас', 'Danger right now'),
          isConcern: true,
        },
        {
          id: 'non-acute',
          when: 'true',
          label: t('Дәл қазір емес', 'Не прямо сейчас', 'Not right now'),
          isConcern: true,
        },
      ],
      source: fromWork(
        TOOLKIT,
        t(
          'бесінші сұраққа жауап бермеу «иә» деп алынады: бұл – өз сақтық ережеміз',
          'отказ отвечать на пятый вопрос считается за «да»: это наше правило осторожности',
          'a refusal of the fifth question is taken for a yes: our own rule of caution',
        ),
      ),
      evidence: {},
    },
  ],
  signals: [
    { kind: 'suicide', urgency: 'today', when: ANY, source: fromWork(TOOLKIT) },
    { kind: 'suicide', urgency: 'now', when: NOW, source: fromWork(TOOLKIT) },
  ],
  licence: {
    owner: 'National Institute of Mental Health (NIMH), USA',
    source: 'nimh.nih.gov, ASQ Toolkit; Horowitz et al. 2012',
    terms:
      'Free: a toolkit of the US government, offered without charge to medical and other settings.',
    text: 'shipped',
    checked:
      'English questions and the rule: compared with several public transcriptions of the tool; the sheet of NIMH was not opened. NIMH has sheets in other languages, Russian too by what we know; they were not seen, so Kazakh and Russian are our own drafts. That a refusal counts as positive: from memory of the tool.',
    attribution: 'ASQ: National Institute of Mental Health (NIMH)',
  },
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    en: [SENSITIVE],
  },
  examples,
};
