import type { FormPackage } from '../../form-package.ts';
import { CRIES_SCALE, cries, PERRIN } from '../cries.ts';
import { scored, unscored } from '../first-version.ts';
import { answersTo, numbered, numbersOf } from '../in-order.ts';
import { cutOffs, sumScale, worked } from '../sum-scale.ts';
import { fromWork, inOurWords as t } from '../wording.ts';

const ITEMS = numbered('cries_', 13);
const of = numbersOf('cries_');
const answered = answersTo(ITEMS);
const HIGH = ['thirty-or-more'];

/** CRIES-13: intrusion, avoidance and arousal. */
export const cries13: FormPackage = {
  ...cries('cries-13', ITEMS),
  title: t(
    'Оқиғадан кейінгі он үш сұрақ (CRIES-13)',
    'Тринадцать вопросов после события (CRIES-13)',
    'Thirteen questions after an event (CRIES-13)',
  ),
  scales: [
    sumScale('cries-13', ['CRIES-13 жиынтығы', 'Сумма CRIES-13', 'CRIES-13 total'], ITEMS, {
      ...CRIES_SCALE,
      bandSets: cutOffs(
        [
          [
            'thirty-or-more',
            30,
            [
              'Шектен жоғары (30 және одан көп)',
              'Выше порога (30 и больше)',
              'At or above the cut-off (30 or more)',
            ],
          ],
        ],
        fromWork(PERRIN),
      ),
    }),
    sumScale(
      'cries-intrusion',
      ['Еріксіз естеліктер', 'Вторжение', 'Intrusion'],
      of(1, 4, 8, 9),
      CRIES_SCALE,
    ),
    sumScale('cries-avoidance', ['Қашу', 'Избегание', 'Avoidance'], of(2, 6, 7, 10), CRIES_SCALE),
    sumScale(
      'cries-arousal',
      ['Мазасыздық', 'Возбудимость', 'Arousal'],
      of(3, 5, 11, 12, 13),
      CRIES_SCALE,
    ),
  ],
  examples: [
    worked('Not at all, thirteen times', 'sums', answered('0000000000000'), [
      scored('cries-13', 0, []),
      scored('cries-intrusion', 0),
      scored('cries-avoidance', 0),
      scored('cries-arousal', 0),
    ]),
    worked('29 is below the cut-off', '5 x 5 + 3 + 1', answered('5555531000000'), [
      scored('cries-13', 29, []),
      scored('cries-intrusion', 10),
      scored('cries-avoidance', 9),
      scored('cries-arousal', 10),
    ]),
    worked('30 is at it', '6 x 5', answered('5555550000000'), [scored('cries-13', 30, HIGH)]),
    worked('Often, thirteen times', '13 x 5', answered('5555555555555'), [
      scored('cries-13', 65, HIGH),
      scored('cries-intrusion', 20),
      scored('cries-avoidance', 20),
      scored('cries-arousal', 25),
    ]),
    worked('One unanswered: two subscales only', 'all are needed', answered('555555555555-'), [
      unscored('cries-13', 12, 13),
      scored('cries-intrusion', 20),
      unscored('cries-arousal', 4, 5),
    ]),
  ],
};
