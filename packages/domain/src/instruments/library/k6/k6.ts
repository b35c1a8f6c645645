import type { FormPackage } from '../../form-package.ts';
import { bandsOf, scored, unscored } from '../first-version.ts';
import { answersTo, numbered } from '../in-order.ts';
import { kessler } from '../kessler.ts';
import { sumScale, worked } from '../sum-scale.ts';
import { fromWork, inOurWords as t } from '../wording.ts';

const KESSLER = 'Kessler et al. 2003, Archives of General Psychiatry 60: 184-189';
const ITEMS = numbered('k6_', 6);
const answered = answersTo(ITEMS);
const example = (name: string, pattern: string, value: number, band: string) =>
  worked(name, 'the sum of the answers', answered(pattern), [scored('k6', value, [band])]);

/** K6: six feelings of the past 30 days. */
export const k6: FormPackage = {
  ...kessler(
    'k6',
    {
      k6_1: 'nervous',
      k6_2: 'hopeless',
      k6_3: 'restless',
      k6_4: 'cheer',
      k6_5: 'effort',
      k6_6: 'worthless',
    },
    0,
  ),
  title: t(
    'Күйзеліс туралы алты сұрақ (K6)',
    'Шесть вопросов о дистрессе (K6)',
    'Six questions on distress (K6)',
  ),
  scales: [
    sumScale('k6', ['K6 жиынтығы', 'Сумма K6', 'K6 total'], ITEMS, {
      from: 0,
      to: 4,
      printedCoding: '4-3-2-1-0',
      source: fromWork(KESSLER),
      bandSets: [
        {
          kind: 'exclusive',
          purpose: 'screening',
          bands: bandsOf([
            ['low', 0, ['Төмен (0–4)', 'Низкий (0–4)', 'Low (0–4)']],
            ['moderate', 5, ['Орташа (5–12)', 'Умеренный (5–12)', 'Moderate (5–12)']],
            ['serious', 13, ['Ауыр (13–24)', 'Тяжёлый (13–24)', 'Serious (13–24)']],
          ]),
          source: fromWork(
            KESSLER,
            t(
              '13 және одан көп – ауыр күйзеліс; 5–12 – орташа (Prochaska 2012)',
              '13 и больше – тяжёлый дистресс; 5–12 – умеренный (Prochaska 2012)',
              '13 or more: serious distress; 5-12: moderate (Prochaska 2012)',
            ),
          ),
        },
      ],
    }),
  ],
  examples: [
    example('None of the time, six times', '000000', 0, 'low'),
    example('Last score of the first band', '400000', 4, 'low'),
    example('First score of the second band', '410000', 5, 'moderate'),
    example('Last score of the second band', '444000', 12, 'moderate'),
    example('First score of the third band', '444100', 13, 'serious'),
    example('All of the time, six times', '444444', 24, 'serious'),
    worked('One unanswered: no score', 'all six are needed', answered('44444'), [
      unscored('k6', 5, 6),
    ]),
  ],
};
