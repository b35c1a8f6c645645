import type { FormPackage } from '../../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  scored,
  silentChoices,
  silentOptions,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { cutOffs, sumScale, worked } from '../sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const GARDNER = 'Gardner et al. 1999, Ambulatory Child Health 5: 225-236';

/** By code and never by number: published forms order the items differently. */
const INTERNAL = numbered('psc_i', 5);
const ATTENTION = numbered('psc_a', 5);
const EXTERNAL = numbered('psc_e', 7);
const ITEMS = [...INTERNAL, ...ATTENTION, ...EXTERNAL];

const LABELS: Words[] = [
  ['Мұңды', 'Грустит', 'Sad'],
  ['Үмітсіз', 'Теряет надежду', 'Hopeless'],
  ['Өзіне көңілі толмайды', 'Недоволен собой', 'Down on self'],
  ['Көп уайымдайды', 'Много тревожится', 'Worries'],
  ['Қуанышы аз', 'Мало радуется', 'Less fun'],
  ['Тыныш отыра алмайды', 'Непоседлив', 'Fidgety'],
  ['Қиялға беріледі', 'Витает в облаках', 'Daydreams'],
  ['Зейіні тұрақсыз', 'Трудно сосредоточиться', 'Concentration'],
  ['Тынымсыз', 'Всё время в движении', 'Always on the go'],
  ['Тез алаңдайды', 'Легко отвлекается', 'Easily distracted'],
  ['Бөліспейді', 'Не делится', 'Does not share'],
  ['Өзгені түсінбейді', 'Не понимает чувств других', 'Others’ feelings'],
  ['Төбелеседі', 'Дерётся', 'Fights'],
  ['Өзгені кінәлайды', 'Винит других', 'Blames others'],
  ['Ережеге көнбейді', 'Не слушается правил', 'Rules'],
  ['Мазақтайды', 'Дразнит', 'Teases'],
  ['Бөтен затты алады', 'Берёт чужое', 'Takes things'],
];

const source = fromWork(
  GARDNER,
  t(
    'жауапсыз сұрақ 0 болып саналады; төрт және одан көп болса, балл берілмейді',
    'пропуск считается за 0; при четырёх и больше баллов нет',
    'a blank counts as 0; with four or more there is no score',
  ),
);
const part = (id: string, title: Words, items: string[], cut: number) =>
  sumScale(id, title, items, {
    from: 0,
    to: 2,
    proration: 'blank-is-lowest',
    minimumAnswered: items.length - 3,
    source,
    bandSets: cutOffs(
      [
        [
          `${id}-high`,
          cut,
          [
            `Шектен жоғары (${cut} және одан көп)`,
            `Выше порога (${cut} и больше)`,
            `At or above the cut-off (${cut} or more)`,
          ],
        ],
      ],
      fromWork(GARDNER),
    ),
  });

const answered = answersTo(ITEMS);
type Sums = [total: number, internal: number, attention: number, external: number];
const CUTS = [
  ['psc-17', 15],
  ['psc-internalizing', 5],
  ['psc-attention', 7],
  ['psc-externalizing', 7],
] as const;
const example = (name: string, pattern: string, sums: Sums) =>
  worked(
    name,
    'sums of the answers',
    answered(pattern),
    CUTS.map(([id, cut], index) =>
      scored(id, sums[index]!, sums[index]! >= cut ? [`${id}-high`] : []),
    ),
  );

/** PSC-17: three subscales and a total, told by a parent, or by a young person herself. */
export const psc17: FormPackage = {
  ...FIRST_VERSION,
  code: 'psc-17',
  title: t(
    'Бала туралы он жеті сұрақ (PSC-17)',
    'Семнадцать вопросов о ребёнке (PSC-17)',
    'Seventeen questions on a child (PSC-17)',
  ),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { from: 4, to: 17, source: GARDNER },
  informants: [
    { kind: 'caregiver', ages: { from: 4, to: 17 } },
    { kind: 'self', ages: { from: 11, to: 17 } },
  ],
  meaning: {
    says: t(
      'Көңіл күй, зейін және мінез-құлық қиындықтары бар ма, соны айтады.',
      'Есть ли трудности с настроением, вниманием и поведением.',
      'Whether there are difficulties of mood, attention and behaviour.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    often: silentOptions({
      '0': ['Ешқашан', 'Никогда', 'Never'],
      '1': ['Кейде', 'Иногда', 'Sometimes'],
      '2': ['Жиі', 'Часто', 'Often'],
    }),
  },
  items: silentChoices(
    Object.fromEntries(ITEMS.map((linkId, index) => [linkId, LABELS[index]!])),
    'often',
  ),
  scales: [
    part('psc-17', ['PSC-17 жиынтығы', 'Сумма PSC-17', 'PSC-17 total'], ITEMS, 15),
    part('psc-internalizing', ['Көңіл күй', 'Настроение', 'Internalizing'], INTERNAL, 5),
    part('psc-attention', ['Зейін', 'Внимание', 'Attention'], ATTENTION, 7),
    part('psc-externalizing', ['Мінез-құлық', 'Поведение', 'Externalizing'], EXTERNAL, 7),
  ],
  licence: broughtBySite({
    owner: 'Massachusetts General Hospital (Jellinek, Murphy)',
    source: 'massgeneral.org, Pediatric Symptom Checklist; Gardner et al. 1999',
    terms:
      'A published sheet says that it may be freely reproduced; the page of the owner was not read.',
    checked:
      'Cut-offs, the rule of blanks and which item belongs to which subscale: compared with published scoring sheets. For blanks within a subscale nothing was found: with four or more it has no score either. Labels are our own; a Russian version exists by what we know.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples: [
    example('Never, seventeen times', '00000000000000000', [0, 0, 0, 0]),
    example('Internalizing at 4, externalizing at 6', '22000000002220000', [10, 4, 0, 6]),
    example('14 in total, attention at 6', '22000222002200000', [14, 4, 6, 4]),
    example('15 in total', '22000222002210000', [15, 4, 6, 5]),
    example('Internalizing at 5', '22100000000000000', [5, 5, 0, 0]),
    example('Attention at 7', '00000222100000000', [7, 0, 7, 0]),
    example('Externalizing at 7', '00000000002221000', [7, 0, 0, 7]),
    example('Often, seventeen times', '22222222222222222', [34, 10, 10, 14]),
    worked('Three blanks count as never', '2 x 14', answered('2---2222222222222'), [
      scored('psc-17', 28, ['psc-17-high']),
      scored('psc-internalizing', 4, []),
    ]),
    worked(
      'Four blanks in all: no total',
      '13 answers of at least 14',
      answered('2--2222--22222222'),
      [unscored('psc-17', 13, 14), scored('psc-internalizing', 6), scored('psc-attention', 6)],
    ),
    worked(
      'A subscale with four blanks has no score',
      '1 answer of at least 2',
      answered('2----'),
      [unscored('psc-internalizing', 1, 2)],
    ),
  ],
};
