import type { FormPackage } from '../../form-package.ts';
import { CRIES_SCALE, cries, PERRIN } from '../cries.ts';
import { scored, unscored } from '../first-version.ts';
import { answersTo, numbered, numbersOf } from '../in-order.ts';
import { cutOffs, sumScale, worked } from '../sum-scale.ts';
import { fromWork, inOurWords as t } from '../wording.ts';

const ITEMS = numbered('cries_', 8);
const of = numbersOf('cries_');
const answered = answersTo(ITEMS);
const HIGH = ['seventeen-or-more'];

/** CRIES-8: intrusion and avoidance. */
export const cries8: FormPackage = {
  ...cries('cries-8', ITEMS),
  title: t(
    'Оқиғадан кейінгі сегіз сұрақ (CRIES-8)',
    'Восемь вопросов после события (CRIES-8)',
    'Eight questions after an event (CRIES-8)',
  ),
  scales: [
    sumScale('cries-8', ['CRIES-8 жиынтығы', 'Сумма CRIES-8', 'CRIES-8 total'], ITEMS, {
      ...CRIES_SCALE,
      bandSets: cutOffs(
        [
          [
            'seventeen-or-more',
            17,
            [
              'Шектен жоғары (17 және одан көп)',
              'Выше порога (17 и больше)',
              'At or above the cut-off (17 or more)',
            ],
          ],
        ],
        fromWork(PERRIN),
      ),
    }),
    sumScale(
      'cries-intrusion',
      ['Еріксіз естеліктер', 'Вторжение', 'Intrusion'],
      of(1, 3, 6, 7),
      CRIES_SCALE,
    ),
    sumScale('cries-avoidance', ['Қашу', 'Избегание', 'Avoidance'], of(2, 4, 5, 8), CRIES_SCALE),
  ],
  examples: [
    worked('Not at all, eight times', 'sums', answered('00000000'), [
      scored('cries-8', 0, []),
      scored('cries-intrusion', 0),
      scored('cries-avoidance', 0),
    ]),
    worked('16 is below the cut-off', '5 + 5 + 5 + 1', answered('55510000'), [
      scored('cries-8', 16, []),
      scored('cries-intrusion', 10),
      scored('cries-avoidance', 6),
    ]),
    worked('17 is at it', '5 + 5 + 5 + 1 + 1', answered('55511000'), [
      scored('cries-8', 17, HIGH),
      scored('cries-avoidance', 7),
    ]),
    worked('Often, eight times', '8 x 5', answered('55555555'), [
      scored('cries-8', 40, HIGH),
      scored('cries-intrusion', 20),
      scored('cries-avoidance', 20),
    ]),
    worked('One unanswered: one subscale only', 'all are needed', answered('-5555555'), [
      unscored('cries-8', 7, 8),
      unscored('cries-intrusion', 3, 4),
      scored('cries-avoidance', 20),
    ]),
  ],
};
