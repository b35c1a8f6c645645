import type { FormPackage } from '../../form-package.ts';
import { FIRST_VERSION, type Words } from '../first-version.ts';
import { worded, wordedChoices } from '../worded-choices.ts';
import { NO_DIAGNOSIS, inOurWords as t } from '../wording.ts';

/** What can be seen of any pupil, by whoever teaches her and by whoever sits beside her at home; nothing of what was before. */
const OBSERVED: readonly (readonly [linkId: string, text: Words, label: Words])[] = [
  [
    'sd_read',
    [
      'Жасына сай мәтінді оқиды.',
      'Читает тексты, подходящие по возрасту.',
      'Reads texts made for this age.',
    ],
    ['Оқу', 'Чтение', 'Reading'],
  ],
  [
    'sd_write',
    [
      'Жасына сай жазады.',
      'Пишет так, как пишут в этом возрасте.',
      'Writes as others of this age.',
    ],
    ['Жазу', 'Письмо', 'Writing'],
  ],
  [
    'sd_count',
    [
      'Жасына сай есептейді.',
      'Считает так, как считают в этом возрасте.',
      'Counts as others of this age.',
    ],
    ['Есептеу', 'Счёт', 'Counting'],
  ],
  [
    'sd_language',
    [
      'Мектептегі оқыту тілін түсінеді.',
      'Понимает язык, на котором учат в школе.',
      'Understands the language in which the school teaches.',
    ],
    ['Оқыту тілі', 'Язык обучения', 'Language of teaching'],
  ],
  [
    'sd_attention',
    [
      'Тапсырманы аяғына дейін зейін қойып орындайды.',
      'Сосредоточенно доводит задание до конца.',
      'Keeps at a task until it is done.',
    ],
    ['Зейін', 'Внимание', 'Attention'],
  ],
  [
    'sd_hears_sees',
    [
      'Тақтаны көреді, мұғалімді естиді.',
      'Видит доску и слышит учителя.',
      'Sees the board and hears the teacher.',
    ],
    ['Көру мен есту', 'Зрение и слух', 'Seeing and hearing'],
  ],
  [
    'sd_peers',
    ['Сыныптастарымен тіл табысады.', 'Ладит с одноклассниками.', 'Gets along with classmates.'],
    ['Сыныптастар', 'Одноклассники', 'Classmates'],
  ],
  [
    'sd_calm',
    [
      'Сабақта өзін жайлы сезінеді.',
      'Чувствует себя на уроках спокойно.',
      'Is at ease in lessons.',
    ],
    ['Жайлылық', 'Спокойствие', 'Being at ease'],
  ],
];

/**
 * Learning and days at school as a teacher and as a mother see them, in our own words. No scale: nothing is added up and there is no
 * cut-off, so that two views are compared question by question.
 */
export const schoolDays: FormPackage = {
  ...FIRST_VERSION,
  missing: ['unknown', 'declined'],
  code: 'school-days',
  title: t('Мектептегі күндер мен оқу', 'Учёба и дни в школе', 'Learning and days at school'),
  notice: t(
    'Бұл біздің өз сұрақтарымыз, сыналған әдістеме емес.',
    'Это наши собственные вопросы, а не проверенная методика.',
    'These are questions of our own and no tried method.',
  ),
  wording: 'own',
  fallback: { kk: ['ru', 'en'], ru: ['en'], en: [] },
  ages: {
    from: 6,
    to: 17,
    source: 'school age in Kazakhstan; no source for the questions, which are our own',
  },
  informants: [
    { kind: 'caregiver', ages: { from: 6, to: 17 } },
    { kind: 'teacher', ages: { from: 6, to: 17 } },
  ],
  meaning: {
    says: t(
      'Мұғалім мен анасы баланың оқуында нені көретінін көрсетеді: бір-бірімен сұрақ-сұрағымен салыстырылады.',
      'Что в учёбе ребёнка видит учитель и что видит мать: сравнивается вопрос за вопросом.',
      'What a teacher and what a mother see of a child’s learning, compared question by question.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    ease: [
      { id: 'easily', text: t('Оңай', 'Легко', 'Easily') },
      { id: 'some-effort', text: t('Біраз қиындықпен', 'С некоторым трудом', 'With some effort') },
      { id: 'with-help', text: t('Көмекпен ғана', 'Только с помощью', 'Only with help') },
      { id: 'not-yet', text: t('Әзірге жоқ', 'Пока нет', 'Not yet') },
    ],
  },
  items: wordedChoices(
    OBSERVED.map(([linkId]) => linkId),
    worded(
      OBSERVED.map(([, text]) => t(...text)),
      OBSERVED.map(([, , label]) => label),
    ),
    { options: 'ease' },
  ),
  scales: [],
  examples: [],
  licence: {
    owner: 'Tirek',
    source: 'written for this program',
    terms: 'As the program itself.',
    text: 'shipped',
    checked: 'Written anew after no published form for teachers was found whose words may ship.',
  },
  evidence: {
    ...Object.fromEntries(
      (['kk', 'ru', 'en'] as const).map((language) => [
        language,
        [
          {
            grade: 'none-found',
            statement: t(
              'Бұл сұрақтар әлі сыналған жоқ.',
              'Эти вопросы ещё не проверялись.',
              'These questions have not been tried yet.',
            ),
            source: { words: t('өз сұрақтарымыз', 'наши вопросы', 'questions of our own') },
          },
        ],
      ]),
    ),
  },
};
