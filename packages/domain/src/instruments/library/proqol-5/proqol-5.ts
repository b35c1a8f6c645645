import type { FormPackage } from '../../form-package.ts';
import type { Scale } from '../../scale.ts';
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
} from '../first-version.ts';
import { answersTo, numbered, numbersOf } from '../in-order.ts';
import { byNumber, sumScale, worked } from '../sum-scale.ts';
import { fromWork, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const STAMM = 'Stamm 2010, The Concise ProQOL Manual, 2nd edition';
const ITEMS = numbered('proqol_', 30);
const of = numbersOf('proqol_');
const SATISFACTION = of(3, 6, 12, 16, 18, 20, 22, 24, 27, 30);
const BURNOUT = of(1, 4, 8, 10, 15, 17, 19, 21, 26, 29);
const STRESS = of(2, 5, 7, 9, 11, 13, 14, 23, 25, 28);
const REVERSED = of(1, 4, 15, 17, 29);

const part = (id: string, title: Words, items: string[], more: Partial<Scale> = {}): Scale =>
  sumScale(`proqol-${id}`, title, items, {
    from: 1,
    to: 5,
    source: fromWork(STAMM),
    bandSets: [
      {
        kind: 'exclusive',
        purpose: 'severity',
        bands: bandsOf([
          [`${id}-low`, 10, ['Төмен (22 және одан аз)', 'Низко (22 и меньше)', 'Low (22 or less)']],
          [`${id}-moderate`, 23, ['Орташа (23–41)', 'Средне (23–41)', 'Moderate (23–41)']],
          [
            `${id}-high`,
            42,
            ['Жоғары (42 және одан көп)', 'Высоко (42 и больше)', 'High (42 or more)'],
          ],
        ]),
        source: fromWork(
          STAMM,
          t(
            'шикі балл бойынша; T-баллмен есептейтін басқа кесте де бар, екеуін шатастырмаңыз',
            'по сырым баллам; есть и другая таблица, по T-баллам, их нельзя смешивать',
            'by raw scores; another table goes by T-scores, the two must not be mixed',
          ),
        ),
      },
    ],
    ...more,
  });

/** Ten answers of one subscale that add up to a sum. */
const withSum = (items: string[], sum: number) =>
  Object.fromEntries(
    items.map((linkId, index) => {
      const points = Math.max(1, Math.min(5, sum - items.length + 1 - index * 4));
      return [linkId, String(REVERSED.includes(linkId) ? 6 - points : points)];
    }),
  );
const EDGES = [
  [10, 'low'],
  [22, 'low'],
  [23, 'moderate'],
  [41, 'moderate'],
  [42, 'high'],
  [50, 'high'],
] as const;
const edges = (id: string, items: string[]) =>
  EDGES.map(([sum, band]) =>
    worked(`${id}: ${sum}`, 'the sum of ten answers', withSum(items, sum), [
      scored(`proqol-${id}`, sum, [`${id}-${band}`]),
    ]),
  );

/** ProQOL-5: how a colleague is doing. The result belongs to her; nobody above her reads it. */
export const proqol5: FormPackage = {
  ...FIRST_VERSION,
  code: 'proqol-5',
  title: t(
    'Көмектесушінің жұмыс өмірі (ProQOL 5)',
    'Качество профессиональной жизни (ProQOL 5)',
    'Professional quality of life (ProQOL 5)',
  ),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  informants: [{ kind: 'self', ages: { from: 18 } }],
  about: 'colleague',
  meaning: {
    says: t(
      'Соңғы 30 күнде жұмыс қаншалықты қуаныш, қаншалықты күйіп кету мен жанама жарақат әкелгенін айтады.',
      'Сколько за последние 30 дней работа дала радости, выгорания и вторичной травмы.',
      'How much satisfaction, burnout and secondary stress work has brought over the last 30 days.',
    ),
    saysNot: t(
      'Диагноз емес, қызметті бағалау да емес. Нәтиже – қызметкердің өзінікі.',
      'Не диагноз и не оценка работы. Результат принадлежит самому сотруднику.',
      'Neither a diagnosis nor an appraisal. The result belongs to the colleague.',
    ),
  },
  optionLists: {
    often: silentOptions({
      '1': ['Ешқашан', 'Никогда', 'Never'],
      '2': ['Сирек', 'Редко', 'Rarely'],
      '3': ['Кейде', 'Иногда', 'Sometimes'],
      '4': ['Жиі', 'Часто', 'Often'],
      '5': ['Өте жиі', 'Очень часто', 'Very often'],
    }),
  },
  items: silentChoices(byNumber(ITEMS), 'often'),
  scales: [
    part(
      'satisfaction',
      ['Көмектесу қуанышы', 'Радость от помощи', 'Compassion satisfaction'],
      SATISFACTION,
      { direction: 'higher-is-better' },
    ),
    part('burnout', ['Күйіп кету', 'Выгорание', 'Burnout'], BURNOUT, { reversed: REVERSED }),
    part('stress', ['Жанама жарақат', 'Вторичный стресс', 'Secondary traumatic stress'], STRESS),
  ],
  licence: broughtBySite({
    owner: 'Center for Victims of Torture (B. Hudnall Stamm)',
    source: 'proqol.org; Stamm 2010',
    terms:
      'Free, on a screen too, with credit and a link; not sold; what is changed is called adapted; single subscales may be used.',
    checked:
      'Terms: as cited in the programme’s review. Subscales, reversals and raw bands: from memory of the manual. The words would be free; they are left out until somebody compares all thirty with the sheet. A Russian version exists by what we know.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples: [
    ...edges('satisfaction', SATISFACTION),
    ...edges('burnout', BURNOUT),
    ...edges('stress', STRESS),
    worked(
      'Never, thirty times: five turned items of burnout give five points each',
      '5 x 1 + 5 x 5',
      answersTo(ITEMS)('1'.repeat(30)),
      [
        scored('proqol-satisfaction', 10),
        scored('proqol-burnout', 30),
        scored('proqol-stress', 10),
      ],
    ),
    worked(
      'One unanswered: one subscale has no score',
      'all ten are needed',
      answersTo(ITEMS)(`-${'3'.repeat(29)}`),
      [
        scored('proqol-satisfaction', 30),
        unscored('proqol-burnout', 9, 10),
        scored('proqol-stress', 30),
      ],
    ),
  ],
};
