import type { FormPackage } from '../../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  scored,
  silentChoices,
  silentOptions,
  unscored,
} from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { byNumber, cutOffs, sumScale, worked } from '../sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const MANUAL = 'Üstün et al. 2010, Measuring Health and Disability: Manual for WHODAS 2.0';
const ITEMS = numbered('whodas_', 12);
const answered = answersTo(ITEMS);
const HIGH = ['seventeen-or-more'];

/** WHODAS 2.0, twelve items: how hard life has become, whatever the reason. */
export const whodas12: FormPackage = {
  ...FIRST_VERSION,
  code: 'whodas-12',
  title: t(
    'Күнделікті қиындықтар (WHODAS 2.0)',
    'Трудности в повседневной жизни (WHODAS 2.0)',
    'Difficulties in daily life (WHODAS 2.0)',
  ),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { from: 18, source: MANUAL },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Соңғы 30 күнде денсаулыққа байланысты күнделікті істер қаншалықты қиын болғанын айтады.',
      'Насколько за последние 30 дней из-за здоровья были трудны повседневные дела.',
      'How difficult daily activities have been because of health over the past 30 days.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    extent: silentOptions({
      '0': ['Жоқ', 'Нет', 'None'],
      '1': ['Аздап', 'Лёгкие', 'Mild'],
      '2': ['Орташа', 'Умеренные', 'Moderate'],
      '3': ['Қатты', 'Тяжёлые', 'Severe'],
      '4': ['Өте қатты, мүлде алмайды', 'Крайние, не может', 'Extreme or cannot do'],
    }),
  },
  items: silentChoices(byNumber(ITEMS), 'extent'),
  scales: [
    sumScale(
      'whodas-12',
      ['Қиындықтар жиынтығы', 'Сумма трудностей', 'Sum of difficulties'],
      ITEMS,
      {
        from: 0,
        to: 4,
        minimumAnswered: 11,
        proration: 'person-mean',
        source: fromWork(
          MANUAL,
          t(
            'жай қосу; бір жауап жоқ болса, қалғандарының орташасы алынады',
            'простая сумма; вместо одного пропущенного ответа – среднее остальных',
            'simple sum; for one missing answer the mean of the others',
          ),
        ),
        bandSets: cutOffs(
          [
            [
              'seventeen-or-more',
              17,
              [
                'Көмек бағдарламасына алу шегі (17 және одан көп)',
                'Порог для программ помощи (17 и больше)',
                'Used to enter programmes of help (17 or more)',
              ],
            ],
          ],
          {
            words: t(
              'PM+ сынақтарында GHQ-12 ≥ 3-пен бірге қолданылған; есте сақталғаны бойынша',
              'использовали в испытаниях PM+ вместе с GHQ-12 ≥ 3; по памяти',
              'used in trials of PM+ together with GHQ-12 of 3 or more; from memory',
            ),
          },
        ),
      },
    ),
  ],
  licence: broughtBySite({
    owner: 'World Health Organization',
    source: 'who.int, WHODAS 2.0; Üstün et al. 2010',
    terms: 'Free after registration with WHO; translations of WHO exist.',
    checked:
      'Simple scoring and the rule for one missing answer: from memory of the manual. The terms for electronic use were not read: no words are shipped. The complex scoring is not offered.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples: [
    worked('None, twelve times', 'sums', answered('000000000000'), [scored('whodas-12', 0, [])]),
    worked('16 is below the cut-off', '4 x 4', answered('444400000000'), [
      scored('whodas-12', 16, []),
    ]),
    worked('17 is at it', '4 x 4 + 1', answered('444410000000'), [scored('whodas-12', 17, HIGH)]),
    worked('Extreme, twelve times', '12 x 4', answered('444444444444'), [
      scored('whodas-12', 48, HIGH),
    ]),
    worked('One unanswered: the mean of eleven', '22 + 22 / 11', answered('22222222222-'), [
      scored('whodas-12', 24, HIGH),
    ]),
    worked('Two unanswered are too many', 'eleven are needed', answered('2222222222--'), [
      unscored('whodas-12', 10, 11),
    ]),
  ],
};
