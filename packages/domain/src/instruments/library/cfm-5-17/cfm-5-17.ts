import type { Answers } from '../../answers.ts';
import type { Item } from '../../form-item.ts';
import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  aLot,
  childFunctioning,
  type Domain,
  edgesOf,
  exampleOf,
  extent,
  often,
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
    `(cfm_walk_aid and (${aLot('cfm_walk100_bare')} or ${aLot('cfm_walk500_bare')})) or (cfm_walk_aid.not() and (${aLot('cfm_walk100')} or ${aLot('cfm_walk500')}))`,
  ],
  ['self-care', ['Өз күтімі', 'Уход за собой', 'Self-care'], aLot('cfm_self_care')],
  [
    'communication',
    ['Сөйлесу', 'Общение', 'Communication'],
    `${aLot('cfm_understood_in')} or ${aLot('cfm_understood_out')}`,
  ],
  ['learning', ['Үйрену', 'Обучение', 'Learning'], aLot('cfm_learn')],
  ['remembering', ['Есте сақтау', 'Память', 'Remembering'], aLot('cfm_remember')],
  ['concentrating', ['Зейін', 'Сосредоточенность', 'Concentrating'], aLot('cfm_concentrate')],
  [
    'accepting-change',
    ['Өзгеріске көну', 'Принятие перемен', 'Accepting change'],
    aLot('cfm_change'),
  ],
  ['behaviour', ['Мінез-құлық', 'Поведение', 'Controlling behaviour'], aLot('cfm_behaviour')],
  ['friends', ['Дос табу', 'Дружба', 'Making friends'], aLot('cfm_friends')],
  ['anxiety', ['Мазасыздық', 'Тревога', 'Anxiety'], "cfm_anxious = '1'"],
  ['depression', ['Көңіл түсу', 'Подавленность', 'Depression'], "cfm_sad = '1'"],
];

/** Below "a lot" of difficulty with the shorter way, the longer one is asked as well. */
const further = (linkId: string, also: string) => `${also} and ${linkId} in ('1' | '2')`;

const items: Item[] = [
  ...SENSES_AND_AIDS,
  extent(
    'cfm_walk100_bare',
    ['100 м құралсыз', '100 м без приспособлений', '100 m without equipment'],
    'cfm_walk_aid',
  ),
  extent(
    'cfm_walk500_bare',
    ['500 м құралсыз', '500 м без приспособлений', '500 m without equipment'],
    further('cfm_walk100_bare', 'cfm_walk_aid'),
  ),
  extent(
    'cfm_walk100_aided',
    ['100 м құралмен', '100 м с приспособлениями', '100 m with equipment'],
    'cfm_walk_aid',
  ),
  extent(
    'cfm_walk500_aided',
    ['500 м құралмен', '500 м с приспособлениями', '500 m with equipment'],
    further('cfm_walk100_aided', 'cfm_walk_aid'),
  ),
  extent('cfm_walk100', ['100 м жүру', 'Пройти 100 м', 'Walking 100 m'], 'cfm_walk_aid.not()'),
  extent(
    'cfm_walk500',
    ['500 м жүру', 'Пройти 500 м', 'Walking 500 m'],
    further('cfm_walk100', 'cfm_walk_aid.not()'),
  ),
  extent('cfm_self_care', ['Өз күтімі', 'Уход за собой', 'Self-care']),
  extent('cfm_understood_in', ['Үйдегілер түсінеді', 'Понимают дома', 'Understood at home']),
  extent('cfm_understood_out', [
    'Бөтендер түсінеді',
    'Понимают посторонние',
    'Understood by others',
  ]),
  extent('cfm_learn', ['Үйрену', 'Обучение', 'Learning']),
  extent('cfm_remember', ['Есте сақтау', 'Память', 'Remembering']),
  extent('cfm_concentrate', ['Зейін', 'Сосредоточенность', 'Concentrating']),
  extent('cfm_change', ['Өзгеріске көну', 'Принятие перемен', 'Accepting change']),
  extent('cfm_behaviour', ['Мінез-құлық', 'Поведение', 'Controlling behaviour']),
  extent('cfm_friends', ['Дос табу', 'Дружба', 'Making friends']),
  often('cfm_anxious', ['Мазасыздық', 'Тревога', 'Anxious']),
  often('cfm_sad', ['Көңіл түсу', 'Подавленность', 'Depressed']),
];

const WELL = wellIn(
  [
    'see',
    'hear',
    'walk100',
    'walk500',
    'self_care',
    'understood_in',
    'understood_out',
    'learn',
    'remember',
    'concentrate',
    'change',
    'behaviour',
    'friends',
  ],
  {
    cfm_anxious: '5',
    cfm_sad: '5',
  },
);
const AIDED: Answers = {
  ...without(WELL, 'cfm_walk100', 'cfm_walk500'),
  cfm_walk_aid: true,
  ...{ cfm_walk100_bare: '2', cfm_walk500_bare: '2' },
  ...{ cfm_walk100_aided: '1', cfm_walk500_aided: '1' },
};

const example = exampleOf(
  DOMAINS,
  'derived by hand: "a lot" or "cannot" in any question of a domain; anxious or sad daily',
);

const edges = edgesOf(example, WELL, [
  ['cfm_see', 'seeing'],
  ['cfm_hear', 'hearing'],
  ['cfm_walk500', 'walking'],
  ['cfm_self_care', 'self-care'],
  ['cfm_understood_in', 'communication'],
  ['cfm_understood_out', 'communication'],
  ['cfm_learn', 'learning'],
  ['cfm_remember', 'remembering'],
  ['cfm_concentrate', 'concentrating'],
  ['cfm_change', 'accepting-change'],
  ['cfm_behaviour', 'behaviour'],
  ['cfm_friends', 'friends'],
]);

const examples: WorkedExample[] = [
  example('No difficulty anywhere', WELL, []),
  ...edges,
  example(
    'Cannot walk 100 m: the longer way is not asked',
    without({ ...WELL, cfm_walk100: '4' }, 'cfm_walk500'),
    ['walking'],
  ),
  example('Walks well with equipment, a little worse without', AIDED, []),
  example(
    'Walks well with equipment, hardly without',
    without({ ...AIDED, cfm_walk100_bare: '3' }, 'cfm_walk500_bare'),
    ['walking'],
  ),
  example('Anxious weekly', { ...WELL, cfm_anxious: '2' }, []),
  example('Anxious daily', { ...WELL, cfm_anxious: '1' }, ['anxiety']),
  example('Sad weekly', { ...WELL, cfm_sad: '2' }, []),
  example('Sad daily', { ...WELL, cfm_sad: '1' }, ['depression']),
  unlearned(WELL, 'seeing'),
];

/** Child functioning, 5 to 17 years, told by the mother or whoever cares for the child. */
export const cfm5to17: FormPackage = childFunctioning({
  code: 'cfm-5-17',
  title: t(
    'Баланың әрекет қабілеті, 5–17 жас',
    'Функционирование ребёнка, 5–17 лет',
    'Child functioning, 5 to 17 years',
  ),
  ages: { from: 5, to: 17 },
  says: t(
    'Баланың он үш саланың қайсысында елеулі қиындығы барын анасының айтуынша көрсетеді.',
    'В каких из тринадцати областей у ребёнка, по словам матери, есть выраженные трудности.',
    'In which of thirteen domains the child has marked difficulty, as the mother tells it.',
  ),
  domains: DOMAINS,
  lists: {
    often: silentOptions({
      '1': ['Күн сайын', 'Ежедневно', 'Daily'],
      '2': ['Апта сайын', 'Еженедельно', 'Weekly'],
      '3': ['Ай сайын', 'Ежемесячно', 'Monthly'],
      '4': ['Жылына бірнеше рет', 'Несколько раз в год', 'A few times a year'],
      '5': ['Ешқашан', 'Никогда', 'Never'],
    }),
  },
  items,
  checked:
    'The domain rule and its codes: from a public transcription of the tabulation of UNICEF. Which questions there are and what is skipped: from memory. A Russian version stands on the page of UNICEF; it was not seen, and no Kazakh one was found.',
  examples,
});
