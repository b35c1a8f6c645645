import type { FormPackage, WorkedExample } from '../../form-package.ts';
import {
  bandsOf,
  FIRST_VERSION,
  RUSSIAN_THEN_ENGLISH,
  scored,
  unscored,
  type Words,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { sumScale } from '../sum-scale.ts';
import { worded, wordedChoices } from '../worded-choices.ts';
import {
  draftedBeside,
  fromWork,
  NO_DIAGNOSIS,
  NO_KAZAKH_EVIDENCE,
  inOurWords as t,
} from '../wording.ts';

const TOPP = 'Topp et al. 2015, Psychotherapy and Psychosomatics 84';

/** Kazakh: our own draft. Russian: not yet compared with the WHO file, so a draft too. English: as published. */
const wording = draftedBeside;

const ITEMS = numbered('who5_', 5);

const TEXTS: Words[] = [
  [
    'Өзімді сергек сезіндім, көңіл күйім көтеріңкі болды',
    'Я чувствую себя бодрой(-ым) и в хорошем настроении',
    'I have felt cheerful and in good spirits',
  ],
  [
    'Өзімді жайбарақат әрі еркін сезіндім',
    'Я чувствую себя спокойной(-ым) и раскованной(-ым)',
    'I have felt calm and relaxed',
  ],
  [
    'Өзімді белсенді әрі қайратты сезіндім',
    'Я чувствую себя активной(-ым) и энергичной(-ым)',
    'I have felt active and vigorous',
  ],
  [
    'Таңертең сергек, тыңайып ояндым',
    'Я просыпаюсь и чувствую себя свежей(-им) и отдохнувшей(-им)',
    'I woke up feeling fresh and rested',
  ],
  [
    'Күнделікті өмірім мені қызықтыратын нәрселерге толы болды',
    'Каждый день со мной происходят вещи, представляющие для меня интерес',
    'My daily life has been filled with things that interest me',
  ],
];

const LABELS: Words[] = [
  ['Көтеріңкі көңіл', 'Хорошее настроение', 'Good spirits'],
  ['Жайбарақаттық', 'Спокойствие', 'Calm'],
  ['Белсенділік', 'Активность', 'Active'],
  ['Тыңайып ояну', 'Бодрость утром', 'Fresh and rested'],
  ['Қызықты күндер', 'Интерес к жизни', 'Interest'],
];

const answered = answersTo(ITEMS);

const examples: WorkedExample[] = [
  {
    name: 'At no time: the lowest index',
    source: 'derived by hand: 5 x 0 x 4',
    answers: answered('00000'),
    expected: [scored('who-5', 0, ['low'])],
  },
  {
    name: 'All of the time: the highest index',
    source: 'derived by hand: 5 x 5 x 4',
    answers: answered('55555'),
    expected: [scored('who-5', 100, ['not-low'])],
  },
  {
    name: 'Raw score 12 is an index of 48, still low',
    source: 'derived by hand: (3 + 3 + 2 + 2 + 2) x 4',
    answers: answered('33222'),
    expected: [scored('who-5', 48, ['low'])],
  },
  {
    name: 'Raw score 13 is an index of 52, no longer low',
    source: 'derived by hand: (3 + 3 + 3 + 2 + 2) x 4; raw scores below 13 are low (WHO, 1998)',
    answers: answered('33322'),
    expected: [scored('who-5', 52, ['not-low'])],
  },
  {
    name: 'One statement unanswered: no index',
    source: 'derived by hand: all five are needed',
    answers: answered('3332'),
    expected: [unscored('who-5', 4, 5)],
  },
];

/** WHO-5 Well-Being Index: raw score times four, 0 to 100. */
export const who5: FormPackage = {
  ...FIRST_VERSION,
  code: 'who-5',
  title: t('Әл-ауқат индексі (WHO-5)', 'Индекс благополучия (WHO-5)', 'Well-Being Index (WHO-5)'),
  notice: t(
    'WHO-5 © Дүниежүзілік денсаулық сақтау ұйымы, CC BY-NC-SA 3.0 IGO. Қазақшаға ДДҰ аудармаған, аударманың мазмұны мен дәлдігіне ДДҰ жауап бермейді. Міндетті және түпнұсқалық мәтін – ағылшын тіліндегі басылым.',
    'WHO-5 © Всемирная организация здравоохранения, CC BY-NC-SA 3.0 IGO. Русский текст ещё не сверен с изданием ВОЗ; обязательным и подлинным является английский текст.',
    'WHO-5 © World Health Organization, CC BY-NC-SA 3.0 IGO.',
  ),
  wording: 'verbatim',
  fallback: RUSSIAN_THEN_ENGLISH,
  ages: { from: 9, source: TOPP },
  informants: [{ kind: 'self', ages: { from: 9 } }],
  meaning: {
    says: t(
      'Соңғы екі аптада адам өзін қаншалықты жақсы сезінгенін айтады.',
      'Насколько хорошо человек чувствовал себя последние две недели.',
      'How well the person has felt over the last two weeks.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    // In the order of the published form, from most to least.
    times: [
      { id: '5', text: wording('Үнемі', 'Все время', 'All of the time') },
      { id: '4', text: wording('Көбінесе', 'Большую часть времени', 'Most of the time') },
      {
        id: '3',
        text: wording(
          'Уақыттың жартысынан көбінде',
          'Более половины времени',
          'More than half of the time',
        ),
      },
      {
        id: '2',
        text: wording(
          'Уақыттың жартысынан азында',
          'Менее половины времени',
          'Less than half of the time',
        ),
      },
      { id: '1', text: wording('Кейде', 'Некоторое время', 'Some of the time') },
      { id: '0', text: wording('Ешқашан', 'Никогда', 'At no time') },
    ],
  },
  items: [
    {
      type: 'group',
      linkId: 'who5',
      text: wording('Соңғы екі аптада', 'Последние две недели', 'Over the last two weeks'),
      items: wordedChoices(
        ITEMS,
        worded(
          TEXTS.map((text) => wording(...text)),
          LABELS,
        ),
        { options: 'times' },
      ),
    },
  ],
  scales: [
    sumScale(
      'who-5',
      ['WHO-5 әл-ауқат индексі', 'Индекс благополучия WHO-5', 'WHO-5 Well-Being Index'],
      ITEMS,
      {
        from: 0,
        to: 5,
        multiplyBy: 4,
        range: { min: 0, max: 100 },
        direction: 'higher-is-better',
        printedCoding: '5-4-3-2-1-0',
        bandSets: [
          {
            kind: 'exclusive',
            // The index moves in steps of 4; 50 itself still counts as low.
            bands: bandsOf([
              [
                'low',
                0,
                [
                  'Әл-ауқаты төмен (50 және одан аз): әрі қарай сұрау керек',
                  'Низкое благополучие (50 и меньше): расспросить подробнее',
                  'Low well-being (50 or less): ask further',
                ],
              ],
              [
                'not-low',
                51,
                [
                  'Әл-ауқаты төмен емес (50-ден көп)',
                  'Благополучие не снижено (больше 50)',
                  'Well-being not low (above 50)',
                ],
              ],
            ]),
            source: fromWork(
              TOPP,
              t(
                'скрининг үшін шек – 50 және одан аз',
                'порог для скрининга – 50 и меньше',
                '50 or less as a screen',
              ),
            ),
          },
        ],
        meaningfulChange: {
          points: 10,
          source: fromWork(TOPP),
        },
        evidence: {
          en: [
            {
              grade: 'validity',
              statement: t(
                'Түрлі жағдайда депрессияға скрининг ретінде жарайды.',
                'В самых разных условиях годится как скрининг на депрессию.',
                'Adequate as a screen for depression across many settings.',
              ),
              source: fromWork(TOPP),
            },
          ],
        },
        source: fromWork(
          'WHO (Five) Well-Being Index, 1998',
          t(
            '0-ден 25-ке дейінгі жиынтықтың 4-ке көбейтіндісі',
            'сумма от 0 до 25, умноженная на 4',
            'raw score of 0 to 25, times 4',
          ),
        ),
      },
    ),
  ],
  licence: {
    owner: 'World Health Organization',
    source: 'WHO-UCN-MSD-MHE-2024.01; first version: Psychiatric Research Unit, Hillerød, 1998',
    terms:
      'CC BY-NC-SA 3.0 IGO: not for sale, source named, adaptations under the same licence, a translation not made by WHO says so.',
    text: 'shipped',
    checked:
      'English statements and answers: known wording, compared with several public transcriptions. Russian: one public transcription of the WHO form of 2024, not the form itself, hence a draft. Kazakh: our own draft; no WHO version was found.',
    attribution: 'WHO-5 © World Health Organization, CC BY-NC-SA 3.0 IGO',
  },
  evidence: {
    kk: [NO_KAZAKH_EVIDENCE],
    en: [
      {
        grade: 'validity',
        statement: t(
          'Көптеген зерттеуде қолданылған және сыналған.',
          'Применялся и проверялся во многих исследованиях.',
          'Used and validated in many studies.',
        ),
        source: fromWork(TOPP),
      },
    ],
  },
  examples,
};
