import type { Answers } from '../../answers.ts';
import type { Item } from '../../form-item.ts';
import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  aLot,
  CFM_LICENCE,
  concludes,
  type Domain,
  domainConclusions,
  EXTENT,
} from '../child-functioning.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  silentChoices,
  silentOptions,
  type Words,
} from '../first-version.ts';
import { NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const DOMAINS: readonly Domain[] = [
  ['seeing', ['Көру', 'Зрение', 'Seeing'], aLot('cfm_see')],
  ['hearing', ['Есту', 'Слух', 'Hearing'], aLot('cfm_hear')],
  [
    'walking',
    ['Жүру', 'Ходьба', 'Walking'],
    `(cfm_walk_aid and ${aLot('cfm_walk_bare')}) or (cfm_walk_aid.not() and ${aLot('cfm_walk')})`,
  ],
  ['fine-motor', ['Қол икемі', 'Мелкая моторика', 'Fine motor'], aLot('cfm_pick_up')],
  [
    'communication',
    ['Сөйлесу', 'Общение', 'Communication'],
    `${aLot('cfm_understands')} or ${aLot('cfm_understood')}`,
  ],
  ['learning', ['Үйрену', 'Обучение', 'Learning'], aLot('cfm_learn')],
  ['playing', ['Ойнау', 'Игра', 'Playing'], aLot('cfm_play')],
  ['behaviour', ['Мінез-құлық', 'Поведение', 'Controlling behaviour'], "cfm_kicks = '5'"],
];

const flag = (linkId: string, label: Words): Item => ({
  type: 'boolean',
  linkId,
  label: t(...label),
  neverAFilter: true,
});
const extent = (linkId: string, label: Words, enableWhen?: string): Item => ({
  ...silentChoices({ [linkId]: label }, 'extent', { neverAFilter: true })[0]!,
  ...(enableWhen && { enableWhen }),
});

const items: Item[] = [
  flag('cfm_glasses', ['Көзілдірік тағады', 'Носит очки', 'Wears glasses']),
  extent('cfm_see', ['Көру', 'Зрение', 'Seeing']),
  flag('cfm_hearing_aid', ['Есту аппараты бар', 'Носит слуховой аппарат', 'Uses a hearing aid']),
  extent('cfm_hear', ['Есту', 'Слух', 'Hearing']),
  flag('cfm_walk_aid', [
    'Жүруге құрал не көмек керек',
    'Нужны приспособления или помощь при ходьбе',
    'Uses equipment or help for walking',
  ]),
  extent(
    'cfm_walk_bare',
    ['Құралсыз жүру', 'Ходьба без приспособлений', 'Walking without equipment'],
    'cfm_walk_aid',
  ),
  extent(
    'cfm_walk_aided',
    ['Құралмен жүру', 'Ходьба с приспособлениями', 'Walking with equipment'],
    'cfm_walk_aid',
  ),
  extent('cfm_walk', ['Жүру', 'Ходьба', 'Walking'], 'cfm_walk_aid.not()'),
  extent('cfm_pick_up', ['Ұсақ зат алу', 'Брать мелкие предметы', 'Picking up small things']),
  extent('cfm_understands', ['Сізді түсінеді', 'Понимает вас', 'Understands you']),
  extent('cfm_understood', ['Сіз оны түсінесіз', 'Вы понимаете ребёнка', 'Is understood by you']),
  extent('cfm_learn', ['Үйрену', 'Обучение', 'Learning']),
  extent('cfm_play', ['Ойнау', 'Игра', 'Playing']),
  silentChoices(
    { cfm_kicks: ['Тебеді, тістейді, ұрады', 'Пинает, кусает, бьёт', 'Kicks, bites or hits'] },
    'compared',
    { neverAFilter: true },
  )[0]!,
];

const WELL: Answers = {
  cfm_glasses: false,
  cfm_hearing_aid: false,
  cfm_walk_aid: false,
  ...Object.fromEntries(
    ['see', 'hear', 'walk', 'pick_up', 'understands', 'understood', 'learn', 'play'].map((name) => [
      `cfm_${name}`,
      '1',
    ]),
  ),
  cfm_kicks: '3',
};
const { cfm_walk: _, ...others } = WELL;
const AIDED: Answers = { ...others, cfm_walk_aid: true, cfm_walk_bare: '2', cfm_walk_aided: '1' };
const { cfm_learn: __, ...unlearned } = WELL;

const example = (name: string, answers: Answers, difficult: string[]): WorkedExample => ({
  name,
  source:
    'derived by hand: "a lot" or "cannot" in any question of a domain; kicks, bites or hits "a lot more"',
  answers,
  expected: [],
  concluded: concludes(DOMAINS, difficult),
});

const examples: WorkedExample[] = [
  example('No difficulty anywhere', WELL, []),
  ...(
    [
      ['cfm_see', 'seeing'],
      ['cfm_hear', 'hearing'],
      ['cfm_walk', 'walking'],
      ['cfm_pick_up', 'fine-motor'],
      ['cfm_understands', 'communication'],
      ['cfm_understood', 'communication'],
      ['cfm_learn', 'learning'],
      ['cfm_play', 'playing'],
    ] as const
  ).flatMap(([linkId, domain]) => [
    example(`${linkId}: some difficulty`, { ...WELL, [linkId]: '2' }, []),
    example(`${linkId}: a lot of difficulty`, { ...WELL, [linkId]: '3' }, [domain]),
  ]),
  example('Walks well with equipment, a little worse without', AIDED, []),
  example('Cannot walk without equipment', { ...AIDED, cfm_walk_bare: '4' }, ['walking']),
  example('Kicks, bites or hits more than others', { ...WELL, cfm_kicks: '4' }, []),
  example('A lot more than others', { ...WELL, cfm_kicks: '5' }, ['behaviour']),
  {
    name: 'One domain unanswered: nothing can be said of it, nor of the child',
    source: 'derived by hand',
    answers: unlearned,
    expected: [],
    concluded: [
      { conclusion: 'cfm', outcome: null },
      { conclusion: 'cfm-learning', outcome: null },
      { conclusion: 'cfm-playing', outcome: 'no-difficulty' },
    ],
  },
];

/** Child functioning, 2 to 4 years, told by the mother or whoever cares for the child. */
export const cfm2to4: FormPackage = {
  ...FIRST_VERSION,
  code: 'cfm-2-4',
  title: t(
    'Баланың әрекет қабілеті, 2–4 жас',
    'Функционирование ребёнка, 2–4 года',
    'Child functioning, 2 to 4 years',
  ),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { from: 2, to: 4, source: 'Washington Group / UNICEF Module on Child Functioning' },
  informants: [{ kind: 'caregiver', ages: { from: 2, to: 4 } }],
  family: 'cfm',
  meaning: {
    says: t(
      'Баланың сегіз саланың қайсысында елеулі қиындығы барын анасының айтуынша көрсетеді.',
      'В каких из восьми областей у ребёнка, по словам матери, есть выраженные трудности.',
      'In which of eight domains the child has marked difficulty, as the mother tells it.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    extent: silentOptions(EXTENT),
    compared: silentOptions({
      '1': ['Мүлде жоқ', 'Совсем нет', 'Not at all'],
      '2': ['Азырақ', 'Меньше', 'Less'],
      '3': ['Басқалардай', 'Так же', 'The same'],
      '4': ['Көбірек', 'Больше', 'More'],
      '5': ['Әлдеқайда көп', 'Намного больше', 'A lot more'],
    }),
  },
  items,
  scales: [],
  conclusions: domainConclusions(DOMAINS),
  licence: broughtBySite({
    ...CFM_LICENCE,
    checked:
      'The domain rule, which questions there are and what is skipped: from memory of the module. A Russian version stands on the page of UNICEF; it was not seen, and no Kazakh one was found.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples,
};
