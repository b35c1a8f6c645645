import type { Answers } from '../../answers.ts';
import type { Item } from '../../form-item.ts';
import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  aLot,
  childFunctioning,
  compared,
  type Domain,
  edgesOf,
  exampleOf,
  extent,
  SENSES,
  SENSES_AND_AIDS,
  unlearned,
  wellIn,
  without,
} from '../child-functioning.ts';
import { silentOptions } from '../first-version.ts';
import { inOurWords as t } from '../wording.ts';

const DOMAINS: readonly Domain[] = [
  ...SENSES,
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

const items: Item[] = [
  ...SENSES_AND_AIDS,
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
  compared('cfm_kicks', [
    'Тебеді, тістейді, ұрады',
    'Пинает, кусает, бьёт',
    'Kicks, bites or hits',
  ]),
];

const WELL = wellIn(
  ['see', 'hear', 'walk', 'pick_up', 'understands', 'understood', 'learn', 'play'],
  { cfm_kicks: '3' },
);
const AIDED: Answers = {
  ...without(WELL, 'cfm_walk'),
  ...{ cfm_walk_aid: true, cfm_walk_bare: '2', cfm_walk_aided: '1' },
};

const example = exampleOf(
  DOMAINS,
  'derived by hand: "a lot" or "cannot" in any question of a domain; kicks, bites or hits "a lot more"',
);

const examples: WorkedExample[] = [
  example('No difficulty anywhere', WELL, []),
  ...edgesOf(example, WELL, [
    ['cfm_see', 'seeing'],
    ['cfm_hear', 'hearing'],
    ['cfm_walk', 'walking'],
    ['cfm_pick_up', 'fine-motor'],
    ['cfm_understands', 'communication'],
    ['cfm_understood', 'communication'],
    ['cfm_learn', 'learning'],
    ['cfm_play', 'playing'],
  ]),
  example('Walks well with equipment, a little worse without', AIDED, []),
  example('Cannot walk without equipment', { ...AIDED, cfm_walk_bare: '4' }, ['walking']),
  example('Kicks, bites or hits more than others', { ...WELL, cfm_kicks: '4' }, []),
  example('A lot more than others', { ...WELL, cfm_kicks: '5' }, ['behaviour']),
  unlearned(WELL, 'playing'),
];

/** Child functioning, 2 to 4 years, told by the mother or whoever cares for the child. */
export const cfm2to4: FormPackage = childFunctioning({
  code: 'cfm-2-4',
  title: t(
    'Баланың әрекет қабілеті, 2–4 жас',
    'Функционирование ребёнка, 2–4 года',
    'Child functioning, 2 to 4 years',
  ),
  ages: { from: 2, to: 4 },
  says: t(
    'Баланың сегіз саланың қайсысында елеулі қиындығы барын анасының айтуынша көрсетеді.',
    'В каких из восьми областей у ребёнка, по словам матери, есть выраженные трудности.',
    'In which of eight domains the child has marked difficulty, as the mother tells it.',
  ),
  domains: DOMAINS,
  lists: {
    compared: silentOptions({
      '1': ['Мүлде жоқ', 'Совсем нет', 'Not at all'],
      '2': ['Азырақ', 'Меньше', 'Less'],
      '3': ['Басқалардай', 'Так же', 'The same'],
      '4': ['Көбірек', 'Больше', 'More'],
      '5': ['Әлдеқайда көп', 'Намного больше', 'A lot more'],
    }),
  },
  items,
  checked:
    'The domain rule, which questions there are and what is skipped: compared with a public transcription of the tabulation. For the last question editions differ in the number of answers; in each of them only the strongest counts. A Russian version stands on the page of UNICEF; it was not seen, and no Kazakh one was found.',
  examples,
});
