import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  ENGLISH_ONLY,
  FIRST_VERSION,
  inEnglish,
  scored,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { sumScale } from '../sum-scale.ts';
import { EXTENT_IN_ENGLISH, worded, wordedChoices } from '../worded-choices.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const CLOITRE = 'Cloitre et al. 2018, Acta Psychiatrica Scandinavica 138: 536-546';

const P = numbered('itq_p', 9);
const C = numbered('itq_c', 9);

const PTSD: string[] = [
  'Having upsetting dreams that replay part of the experience or are clearly related to the experience?',
  'Having powerful images or memories that sometimes come into your mind in which you feel the experience is happening again in the here and now?',
  'Avoiding internal reminders of the experience (for example, thoughts, feelings, or physical sensations)?',
  'Avoiding external reminders of the experience (for example, people, places, conversations, objects, activities, or situations)?',
  'Being “super-alert”, watchful, or on guard?',
  'Feeling jumpy or easily startled?',
];
const PTSD_IMPAIRMENT = [
  'Affected your relationships or social life?',
  'Affected your work or ability to work?',
  'Affected any other important part of your life such as parenting, or school or college work, or other important activities?',
];
const DSO = [
  'When I am upset, it takes me a long time to calm down.',
  'I feel numb or emotionally shut down.',
  'I feel like a failure.',
  'I feel worthless.',
  'I feel distant or cut off from people.',
  'I find it hard to stay emotionally close to people.',
];
const DSO_IMPAIRMENT = [
  'Created concern or distress about your relationships or social life?',
  'Affected your work or ability to work?',
  'Affected any other important parts of your life such as parenting, or school or college work, or other important activities?',
];

const LABELS: Words[] = [
  ['Ауыр түстер', 'Тяжёлые сны', 'Upsetting dreams'],
  ['Көз алдына келу', 'Образы и воспоминания', 'Images and memories'],
  ['Ойдан қашу', 'Избегание мыслей', 'Avoiding thoughts'],
  ['Жер мен адамнан қашу', 'Избегание мест и людей', 'Avoiding places and people'],
  ['Сақ жүру', 'Настороженность', 'On guard'],
  ['Селк ету', 'Вздрагивание', 'Easily startled'],
  ['Қарым-қатынасқа әсері', 'Влияние на отношения', 'Affected relationships'],
  ['Жұмысқа әсері', 'Влияние на работу', 'Affected work'],
  ['Өзге істерге әсері', 'Влияние на другое', 'Affected other parts of life'],
  ['Ұзақ тыныштала алмау', 'Долго не успокаивается', 'Slow to calm down'],
  ['Сезімнің сөнуі', 'Онемение чувств', 'Numb'],
  ['Жолым болмайды деу', 'Считает себя неудачницей', 'Feels a failure'],
  ['Қадірім жоқ деу', 'Чувствует себя никчёмной', 'Feels worthless'],
  ['Адамдардан алыстау', 'Отдалённость от людей', 'Distant from people'],
  ['Жақын бола алмау', 'Трудно быть близкой', 'Hard to stay close'],
  ['Қарым-қатынасқа әсері (2)', 'Влияние на отношения (2)', 'Affected relationships (2)'],
  ['Жұмысқа әсері (2)', 'Влияние на работу (2)', 'Affected work (2)'],
  ['Өзге істерге әсері (2)', 'Влияние на другое (2)', 'Affected other parts of life (2)'],
];

const choices = (linkIds: string[], texts: string[], labels: Words[]) =>
  wordedChoices(linkIds, worded(texts.map(inEnglish), labels), { options: 'extent' });

/** One of some is there: answered with "moderately" or more. */
const oneOf = (...linkIds: string[]) =>
  `(${linkIds.map((linkId) => `${linkId} in ('2' | '3' | '4')`).join(' or ')})`;

/** One of each pair of symptoms, and one of the three ways in which life is affected. */
const allOf = (linkIds: string[]) => [
  oneOf(...linkIds.slice(0, 2)),
  oneOf(...linkIds.slice(2, 4)),
  oneOf(...linkIds.slice(4, 6)),
  oneOf(...linkIds.slice(6)),
];
const IS_PTSD = allOf(P);
const IS_DSO = allOf(C);

const sum = (id: string, items: string[], title: Words) =>
  sumScale(id, title, items, {
    from: 0,
    to: 4,
    source: fromWork(
      CLOITRE,
      t('алты белгінің жиынтығы', 'сумма шести симптомов', 'sum of six symptoms'),
    ),
  });

const answered = answersTo([...P, ...C]);
/** Nine answers on PTSD, nine on self-organisation. */
const example = (
  name: string,
  [p, c]: [string, string],
  outcome: string | null,
  expected: WorkedExample['expected'] = [],
): WorkedExample => ({
  name,
  source: 'derived by hand from the rule of Cloitre et al. 2018: an answer counts from 2',
  answers: answered(p + c),
  expected,
  concluded: [{ conclusion: 'itq', outcome }],
});

const examples: WorkedExample[] = [
  example('Not at all, eighteen times', ['000000000', '000000000'], 'neither', [
    scored('itq-ptsd', 0),
    scored('itq-dso', 0),
  ]),
  example(
    'PTSD by one symptom of each pair and one impairment',
    ['202020200', '000000000'],
    'ptsd',
    [scored('itq-ptsd', 6), scored('itq-dso', 0)],
  ),
  example('The other of each pair counts as well', ['020202002', '000000000'], 'ptsd'),
  example('One below in re-experiencing', ['112020200', '000000000'], 'neither'),
  example('One below in avoidance', ['201120200', '000000000'], 'neither'),
  example('One below in threat', ['202011200', '000000000'], 'neither'),
  example('No impairment', ['444444111', '000000000'], 'neither', [scored('itq-ptsd', 24)]),
  example('Complex PTSD, which excludes PTSD', ['202020200', '202020200'], 'cptsd', [
    scored('itq-ptsd', 6),
    scored('itq-dso', 6),
  ]),
  example('Everything at its most', ['444444444', '444444444'], 'cptsd', [
    scored('itq-ptsd', 24),
    scored('itq-dso', 24),
  ]),
  example('Self-organisation one pair short: PTSD', ['202020200', '201120200'], 'ptsd'),
  example('Self-organisation without its impairment: PTSD', ['202020200', '444444111'], 'ptsd'),
  example('Self-organisation alone is neither', ['000000000', '444444444'], 'neither', [
    scored('itq-dso', 24),
  ]),
  example(
    'A missing answer on self-organisation could make it complex',
    ['202020200', '-02020200'],
    null,
    [scored('itq-ptsd', 6), unscored('itq-dso', 5, 6)],
  ),
  example(
    'The same missing answer changes nothing where PTSD is ruled out',
    ['000000000', '-02020200'],
    'neither',
  ),
  example('A missing answer beside one that already counts', ['2-2020200', '000000000'], 'ptsd', [
    unscored('itq-ptsd', 5, 6),
  ]),
];

/** ITQ: PTSD and complex PTSD as ICD-11 has them. */
export const itq: FormPackage = {
  ...FIRST_VERSION,
  code: 'itq',
  title: t(
    'Ауыр оқиғадан кейінгі жағдай (ITQ)',
    'Состояние после тяжёлых событий (ITQ)',
    'After difficult events (ITQ)',
  ),
  notice: t(
    'ITQ: Cloitre және әріптестері, 2018.',
    'ITQ: Cloitre и коллеги, 2018.',
    'ITQ: Cloitre and colleagues, 2018.',
  ),
  wording: 'verbatim',
  fallback: ENGLISH_ONLY,
  ages: { from: 18, source: CLOITRE },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Жауаптар ICD-11-дегі жарақаттан кейінгі күйзеліс (ПТСР) немесе оның күрделі түрі (КПТСР) белгілеріне сай келе ме, соны айтады. Күрделі түрі болса, жай түрі бөлек айтылмайды.',
      'Соответствуют ли ответы признакам ПТСР или комплексного ПТСР по МКБ-11. Если есть комплексное, простое отдельно не называют.',
      'Whether the answers fit post-traumatic stress disorder or its complex form in ICD-11. Where the complex form fits, the simple one is not named as well.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: { extent: EXTENT_IN_ENGLISH },
  items: [
    {
      type: 'display',
      linkId: 'itq_experience',
      text: inEnglish(
        'Please identify the experience that troubles you most and answer the questions in relation to this experience.',
      ),
    },
    {
      type: 'group',
      linkId: 'itq_ptsd',
      text: inEnglish(
        'Below are a number of problems that people sometimes report in response to traumatic or stressful life events. Indicate how much you have been bothered by that problem in the past month.',
      ),
      items: choices(P.slice(0, 6), PTSD, LABELS.slice(0, 6)),
    },
    {
      type: 'group',
      linkId: 'itq_ptsd_life',
      text: inEnglish('In the past month have the above problems:'),
      items: choices(P.slice(6), PTSD_IMPAIRMENT, LABELS.slice(6, 9)),
    },
    {
      type: 'group',
      linkId: 'itq_dso',
      text: inEnglish(
        'Below are problems that people who have had stressful or traumatic events sometimes experience. The questions refer to ways you typically feel, ways you typically think about yourself and ways you typically relate to others. Answer the following thinking about how true each statement is of you.',
      ),
      items: choices(C.slice(0, 6), DSO, LABELS.slice(9, 15)),
    },
    {
      type: 'group',
      linkId: 'itq_dso_life',
      text: inEnglish(
        'In the past month, have the above problems in emotions, in beliefs about yourself and in relationships:',
      ),
      items: choices(C.slice(6), DSO_IMPAIRMENT, LABELS.slice(15)),
    },
  ],
  scales: [
    sum('itq-ptsd', P.slice(0, 6), [
      'Жарақаттан кейінгі күйзеліс белгілері',
      'Симптомы ПТСР',
      'Symptoms of PTSD',
    ]),
    sum('itq-dso', C.slice(0, 6), [
      'Өзін-өзі ұстау қиындықтары',
      'Нарушения самоорганизации',
      'Disturbances in self-organisation',
    ]),
  ],
  conclusions: [
    {
      id: 'itq',
      version: '1',
      title: t('ICD-11 белгілері', 'Признаки по МКБ-11', 'Criteria of ICD-11'),
      outcomes: [
        {
          id: 'cptsd',
          when: [...IS_PTSD, ...IS_DSO].join(' and '),
          label: t('Күрделі ПТСР-ға сай', 'Соответствует комплексному ПТСР', 'Fits complex PTSD'),
          isConcern: true,
        },
        {
          id: 'ptsd',
          when: IS_PTSD.join(' and '),
          label: t('ПТСР-ға сай', 'Соответствует ПТСР', 'Fits PTSD'),
          isConcern: true,
        },
        {
          id: 'neither',
          when: 'true',
          label: t('Екеуіне де сай емес', 'Не соответствует ни тому, ни другому', 'Fits neither'),
          isConcern: false,
        },
      ],
      source: fromWork(CLOITRE),
      evidence: {},
    },
  ],
  licence: {
    owner: 'Cloitre, Shevlin, Brewin, Bisson, Roberts, Maercker, Karatzias, Hyland',
    source: 'Cloitre et al. 2018, Acta Psychiatrica Scandinavica 138: 536-546',
    terms: 'Freely available in the public domain to all interested parties.',
    text: 'shipped',
    checked:
      'English questions: compared with a published table of the items and with public transcriptions; the sheet itself was not opened. Headings: from memory, without the words about circling numbers on paper. The open questions of the sheet (what happened, and when) are left out: nobody is asked to write that down. The Russian adaptation (Padun et al. 2022) was not seen, hence no Russian; no Kazakh one was found.',
    attribution: 'International Trauma Questionnaire, Cloitre et al. 2018',
  },
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    ru: [
      {
        grade: 'validity',
        statement: t(
          'Орысша нұсқасы сыналған, n = 429; оның мәтіні мұнда жоқ.',
          'Русская версия проверена, n = 429; её текста здесь нет.',
          'A Russian version was validated, n = 429; its text is not here.',
        ),
        source: fromWork('Padun et al. 2022'),
      },
    ],
    en: [
      {
        grade: 'validity',
        statement: t(
          '12 белгілі нұсқа осы екі құрылымды растаған.',
          'Версия из 12 симптомов подтвердила эту структуру.',
          'The version of 12 symptoms confirmed this structure.',
        ),
        source: fromWork(CLOITRE),
      },
    ],
  },
  examples,
};
