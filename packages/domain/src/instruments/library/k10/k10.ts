import type { FormPackage } from '../../form-package.ts';
import { bandsOf, scored, unscored } from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { FEELINGS, type Feeling, kessler } from '../kessler.ts';
import { sumScale, worked } from '../sum-scale.ts';
import { fromWork, inOurWords as t } from '../wording.ts';

const KESSLER = 'Kessler et al. 2002, Psychological Medicine 32: 959-976';
const ITEMS = numbered('k10_', 10);
const feelings = Object.fromEntries(
  (Object.keys(FEELINGS) as Feeling[]).map((feeling, index) => [ITEMS[index]!, feeling]),
);
const answered = answersTo(ITEMS);
const example = (name: string, pattern: string, value: number, band: string) =>
  worked(name, 'the sum of the answers', answered(pattern), [scored('k10', value, [band])]);

/** K10: ten feelings of the past 30 days. */
export const k10: FormPackage = {
  ...kessler('k10', feelings, 1),
  title: t(
    'Күйзеліс туралы он сұрақ (K10)',
    'Десять вопросов о дистрессе (K10)',
    'Ten questions on distress (K10)',
  ),
  scales: [
    sumScale('k10', ['K10 жиынтығы', 'Сумма K10', 'K10 total'], ITEMS, {
      from: 1,
      to: 5,
      printedCoding: '5-4-3-2-1',
      source: fromWork(KESSLER),
      bandSets: [
        {
          kind: 'exclusive',
          purpose: 'severity',
          bands: bandsOf([
            ['low', 10, ['Төмен (10–15)', 'Низкий (10–15)', 'Low (10–15)']],
            ['moderate', 16, ['Орташа (16–21)', 'Умеренный (16–21)', 'Moderate (16–21)']],
            ['high', 22, ['Жоғары (22–29)', 'Высокий (22–29)', 'High (22–29)']],
            ['very-high', 30, ['Өте жоғары (30–50)', 'Очень высокий (30–50)', 'Very high (30–50)']],
          ]),
          source: {
            words: t(
              'Австралия статистика бюросының аралықтары; осы жерде тексерілмеген',
              'диапазоны Бюро статистики Австралии; здесь не проверены',
              'bands of the Australian Bureau of Statistics; not validated here',
            ),
          },
        },
      ],
    }),
  ],
  examples: [
    example('None of the time, ten times', '1111111111', 10, 'low'),
    example('Last score of the first band', '5211111111', 15, 'low'),
    example('First score of the second band', '5311111111', 16, 'moderate'),
    example('Last score of the second band', '5541111111', 21, 'moderate'),
    example('First score of the third band', '5551111111', 22, 'high'),
    example('Last score of the third band', '5555411111', 29, 'high'),
    example('First score of the fourth band', '5555511111', 30, 'very-high'),
    example('All of the time, ten times', '5555555555', 50, 'very-high'),
    worked('One unanswered: no score', 'all ten are needed', answered('555555555'), [
      unscored('k10', 9, 10),
    ]),
  ],
};
