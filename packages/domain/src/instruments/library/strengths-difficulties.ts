import type { FormPackage, WorkedExample } from '../form-package.ts';
import type { Scale } from '../scale.ts';
import {
  bandsOf,
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  scored,
  silentChoices,
  silentOptions,
  unscored,
  type Words,
} from './first-version.ts';
import { answersTo, numbered, numbersOf } from './in-order.ts';
import { byNumber } from './sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from './wording.ts';

const GOODMAN = 'Goodman 1997, Journal of Child Psychology and Psychiatry 38: 581-586';
const ITEMS = numbered('sdq_', 25);
const of = numbersOf('sdq_');
const REVERSED = of(7, 11, 14, 21, 25);

const SUBSCALES = [
  [
    'emotional',
    ['Көңіл күй белгілері', 'Эмоциональные симптомы', 'Emotional symptoms'],
    of(3, 8, 13, 16, 24),
  ],
  ['conduct', ['Мінез-құлық', 'Проблемы поведения', 'Conduct problems'], of(5, 7, 12, 18, 22)],
  [
    'hyperactivity',
    ['Қимылдың шамадан тыс болуы', 'Гиперактивность', 'Hyperactivity'],
    of(2, 10, 15, 21, 25),
  ],
  [
    'peer',
    ['Құрдастармен қиындық', 'Проблемы со сверстниками', 'Peer problems'],
    of(6, 11, 14, 19, 23),
  ],
  [
    'prosocial',
    ['Жанашырлық', 'Просоциальное поведение', 'Prosocial behaviour'],
    of(1, 4, 9, 17, 20),
  ],
] as const satisfies readonly (readonly [string, Words, string[]])[];
const DIFFICULTIES = SUBSCALES.filter(([id]) => id !== 'prosocial').flatMap(([, , items]) => items);

const inWords = (words: readonly [string, string, string]) => t(...words);

/** First scores of the second, third and fourth band. */
type Edges = readonly [number, number, number];

/** Cut-offs of one informant. For prosocial behaviour, where more is better, from the lowest band upwards. */
export type Cuts = Record<'total' | (typeof SUBSCALES)[number][0] | 'impact', Edges>;

const WORSE: Words[] = [
  ['Орташаға жақын', 'Близко к среднему', 'Close to average'],
  ['Сәл жоғары', 'Слегка повышено', 'Slightly raised'],
  ['Жоғары', 'Высоко', 'High'],
  ['Өте жоғары', 'Очень высоко', 'Very high'],
];
const BETTER: Words[] = [
  ['Өте төмен', 'Очень низко', 'Very low'],
  ['Төмен', 'Низко', 'Low'],
  ['Сәл төмен', 'Слегка снижено', 'Slightly lowered'],
  ['Орташаға жақын', 'Близко к среднему', 'Close to average'],
];

const WORSE_IDS = ['average', 'raised', 'high', 'very-high'];
const BETTER_IDS = ['very-low', 'low', 'lowered', 'average'];

const fourBands = (scale: string, edges: Edges, isBetter: boolean): Scale['bandSets'] => [
  {
    kind: 'exclusive',
    purpose: 'screening',
    bands: bandsOf(
      [0, ...edges].map((from, index) => [
        `${scale}-${(isBetter ? BETTER_IDS : WORSE_IDS)[index]!}`,
        from,
        (isBetter ? BETTER : WORSE)[index]!,
      ]),
    ),
    source: fromWork(
      'sdqinfo.org, four-band categorisation',
      t(
        'британ іріктемесі; басқа елдердің шектері өзгеше',
        'британская выборка; в других странах пороги иные',
        'British sample; other countries have other cut-offs',
      ),
    ),
  },
];

export type Impact = readonly [linkId: string, label: Words];

/** The package of one informant: the same twenty-five items, cut-offs and impact questions of her own. */
export function strengthsDifficulties(about: {
  code: string;
  title: Words;
  informant: NonNullable<FormPackage['informants']>[number];
  cuts: Cuts;
  impact: readonly Impact[];
}): FormPackage {
  const { code, cuts, impact } = about;
  const common = {
    version: '1',
    coding: { '0': 0, '1': 1, '2': 2 },
    combine: 'sum',
    direction: 'higher-is-worse',
    printedCoding: '0-1-2',
    evidence: {},
    source: fromWork(GOODMAN),
  } as const satisfies Partial<Scale>;

  const subscale = ([id, title, items]: (typeof SUBSCALES)[number]): Scale => ({
    ...common,
    id: `sdq-${id}`,
    title: inWords(title),
    items: [...items],
    reversed: items.filter((linkId) => REVERSED.includes(linkId)),
    minimumAnswered: 3,
    proration: 'person-mean',
    decimals: 0,
    range: { min: 0, max: 10 },
    direction: id === 'prosocial' ? 'higher-is-better' : 'higher-is-worse',
    bandSets: fourBands(id, cuts[id], id === 'prosocial'),
  });

  const total: Scale = {
    ...common,
    id: 'sdq-total',
    title: t('Қиындықтар жиынтығы', 'Общее число трудностей', 'Total difficulties'),
    items: DIFFICULTIES,
    reversed: REVERSED,
    minimumAnswered: 20,
    proration: 'none',
    range: { min: 0, max: 40 },
    bandSets: fourBands('total', cuts.total, false),
    source: fromWork(
      GOODMAN,
      t(
        'төрт шкаланың жиырма тармағы; бірі жауапсыз болса, жиынтық берілмейді (басылымда әр шкала бөлек толтырылады)',
        'двадцать пунктов четырёх шкал; если хоть один без ответа, суммы нет (в издании каждая шкала дополняется отдельно)',
        'twenty items of four scales; with one unanswered there is no total (the publication fills each scale in by itself)',
      ),
    ),
  };
  const impactItems = impact.map(([linkId]) => linkId);
  const impactScale: Scale = {
    ...common,
    id: 'sdq-impact',
    title: t('Өмірге әсері', 'Влияние на жизнь', 'Impact'),
    items: ['sdq_difficulties', ...impactItems],
    coding: { '0': 0, '1': 0, '2': 1, '3': 2 },
    recode: { sdq_difficulties: { no: 0, minor: 0, definite: 0, severe: 0 } },
    minimumAnswered: 1,
    proration: 'blank-is-lowest',
    range: { min: 0, max: impact.length * 2 },
    printedCoding: '0-0-0-0 / 0-0-1-2',
    bandSets: fourBands('impact', cuts.impact, false),
    source: fromWork(
      'Goodman 1999, Journal of Child Psychology and Psychiatry 40: 791-799',
      t(
        'қиындық жоқ болса, 0; жауап беруден бас тартылған сұрақ 0 болып саналады',
        'если трудностей нет, 0; вопрос, на который отказались отвечать, считается за 0',
        'without difficulties 0; a question that was declined counts as 0',
      ),
    ),
  };

  return {
    ...FIRST_VERSION,
    code,
    title: t(...about.title),
    wording: 'absent',
    fallback: ENGLISH_ONLY,
    ages: {
      from: about.informant.ages.from,
      ...(about.informant.ages.to && { to: about.informant.ages.to }),
      source: 'sdqinfo.org',
    },
    informants: [about.informant],
    family: 'sdq',
    meaning: {
      says: t(
        'Соңғы алты айдағы қиындықтар мен күшті жақтарды бір адамның көзімен көрсетеді. Ананың, мұғалімнің және баланың жауаптары қатар қойылады, орташаланбайды.',
        'Трудности и сильные стороны за последние полгода глазами одного человека. Ответы матери, учителя и ребёнка ставят рядом и не усредняют.',
        'Difficulties and strengths over the last six months as one person sees them. The answers of mother, teacher and child stand side by side and are never averaged.',
      ),
      saysNot: NO_DIAGNOSIS,
    },
    optionLists: {
      truth: silentOptions({
        '0': ['Дұрыс емес', 'Неверно', 'Not true'],
        '1': ['Ішінара дұрыс', 'Отчасти верно', 'Partly true'],
        '2': ['Дұрыс', 'Верно', 'True'],
      }),
      difficulties: silentOptions({
        no: ['Жоқ', 'Нет', 'None'],
        minor: ['Аздаған', 'Небольшие', 'Minor'],
        definite: ['Айқын', 'Явные', 'Definite'],
        severe: ['Ауыр', 'Тяжёлые', 'Severe'],
      }),
      impact: silentOptions({
        '0': ['Мүлде жоқ', 'Совсем нет', 'Not at all'],
        '1': ['Аздап', 'Немного', 'A little'],
        '2': ['Едәуір', 'Довольно сильно', 'Rather much'],
        '3': ['Өте қатты', 'Очень сильно', 'Very much'],
      }),
    },
    items: [
      ...silentChoices(byNumber(ITEMS), 'truth'),
      ...silentChoices(
        { sdq_difficulties: ['Жалпы қиындық', 'Трудности в целом', 'Difficulties overall'] },
        'difficulties',
      ),
      ...silentChoices(Object.fromEntries(impact), 'impact', {
        enableWhen: "sdq_difficulties != 'no'",
        required: true,
      }),
    ],
    scales: [total, ...SUBSCALES.map(subscale), impactScale],
    licence: broughtBySite({
      owner: 'Youth in Mind (Robert Goodman)',
      source: 'sdqinfo.org; Goodman 1997',
      terms:
        'On paper free for non-profit use; no electronic version without a licence of Youth in Mind, no change, no translation of one’s own.',
      checked:
        'Scoring and reversals: from memory of the scoring sheets, in part compared with public transcriptions. The four bands of the teacher’s form: compared with a published table of them; of the caregiver’s form the first edges of every band set, with published three-band tables; the rest from memory. Official Russian versions exist and need the licence; whether a Kazakh one does was not found out.',
    }),
    evidence: { kk: [NO_KAZAKH_EVIDENCE] },
    examples: examplesFor(about),
  };
}

const answered = answersTo(ITEMS);

function examplesFor({ cuts, impact }: { cuts: Cuts; impact: readonly Impact[] }): WorkedExample[] {
  const source =
    'derived by hand: points of the items, those of 7, 11, 14, 21 and 25 turned around';
  /** Every item so that it adds nothing to the difficulties. */
  const calm = Object.fromEntries(
    ITEMS.map((linkId) => [linkId, REVERSED.includes(linkId) ? '2' : '0']),
  );
  const bad = (linkIds: readonly string[], points: number) =>
    Object.fromEntries(
      linkIds.map((linkId, index) => {
        const given = Math.max(0, Math.min(2, points - index * 2));
        return [linkId, String(REVERSED.includes(linkId) ? 2 - given : given)];
      }),
    );
  const nameAt = (scale: string, edges: Edges, value: number, ids: string[]) =>
    `${scale}-${ids[edges.filter((edge) => value >= edge).length]!}`;

  const ofScale = (scale: keyof Cuts, items: readonly string[], ids: string[]) =>
    [...new Set(cuts[scale].flatMap((edge) => [edge - 1, edge]))].map(
      (value): WorkedExample => ({
        name: `${scale}: ${value}`,
        source,
        answers: { ...calm, ...bad(items, value) },
        expected: [scored(`sdq-${scale}`, value, [nameAt(scale, cuts[scale], value, ids)])],
      }),
    );

  return [
    {
      name: 'The first answer everywhere: five turned items give two points each',
      source,
      answers: answered('0'.repeat(25)),
      expected: [
        scored('sdq-total', 10),
        scored('sdq-emotional', 0),
        scored('sdq-conduct', 2),
        scored('sdq-hyperactivity', 4),
        scored('sdq-peer', 4),
        scored('sdq-prosocial', 0),
      ],
    },
    {
      name: 'The last answer everywhere',
      source,
      answers: answered('2'.repeat(25)),
      expected: [
        scored('sdq-total', 30),
        scored('sdq-emotional', 10),
        scored('sdq-conduct', 8),
        scored('sdq-hyperactivity', 6),
        scored('sdq-peer', 6),
        scored('sdq-prosocial', 10),
      ],
    },
    ...ofScale('total', DIFFICULTIES, WORSE_IDS),
    ...SUBSCALES.flatMap(([id, , items]) =>
      ofScale(id, items, id === 'prosocial' ? BETTER_IDS : WORSE_IDS),
    ),
    {
      name: 'Two of five unanswered: the mean of the other three, rounded; no total',
      source: 'derived by hand: (2 + 2 + 1) / 3 x 5 = 8.33, rounded 8',
      answers: { sdq_3: '2', sdq_8: '2', sdq_13: '1' },
      expected: [scored('sdq-emotional', 8), unscored('sdq-total', 3, 20)],
    },
    {
      name: 'Three of five unanswered are too many',
      source: 'derived by hand: at least three are needed',
      answers: { sdq_3: '2', sdq_8: '2' },
      expected: [unscored('sdq-emotional', 2, 3)],
    },
    {
      name: 'No difficulties: no impact',
      source: 'derived by hand',
      answers: { sdq_difficulties: 'no' },
      expected: [scored('sdq-impact', 0, ['impact-average'])],
    },
    ...[1, 2].map(
      (value): WorkedExample => ({
        name: `Impact: ${value}`,
        source: 'derived by hand: rather much 1, very much 2',
        answers: {
          sdq_difficulties: 'definite',
          ...Object.fromEntries(
            impact.map(([linkId], index) => [linkId, index === 0 ? String(value + 1) : '1']),
          ),
        },
        expected: [scored('sdq-impact', value, [nameAt('impact', cuts.impact, value, WORSE_IDS)])],
      }),
    ),
    {
      name: 'Impact: very much in everything',
      source: 'derived by hand: two points each',
      answers: {
        sdq_difficulties: 'severe',
        ...Object.fromEntries(impact.map(([linkId]) => [linkId, '3'])),
      },
      expected: [scored('sdq-impact', impact.length * 2, ['impact-very-high'])],
    },
  ];
}

/** Impact questions, by the life a respondent sees. */
const UPSET: Impact = ['sdq_i_distress', ['Мазасы кетеді', 'Расстраивают', 'Upset by them']];
const CLASSROOM: Impact = ['sdq_i_classroom', ['Сабақ', 'Учёба', 'Learning in class']];
export const AT_HOME: readonly Impact[] = [
  UPSET,
  ['sdq_i_home', ['Үйдегі өмір', 'Жизнь дома', 'Home life']],
  ['sdq_i_friends', ['Достық', 'Дружба', 'Friendships']],
  CLASSROOM,
  ['sdq_i_leisure', ['Бос уақыт', 'Досуг', 'Leisure']],
];
export const AT_SCHOOL: readonly Impact[] = [
  UPSET,
  ['sdq_i_peers', ['Құрдастар', 'Сверстники', 'Peers']],
  CLASSROOM,
];
