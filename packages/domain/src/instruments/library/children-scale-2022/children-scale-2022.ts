import { scored, unscored } from '../first-version.ts';
import { childItems, childrenScale } from '../needs-assessment-2022/children.ts';
import { oneScaleOf2022 } from '../reintegration-scale.ts';
import { worked } from '../sum-scale.ts';
import { NO_DIAGNOSIS, inOurWords as t } from '../wording.ts';

const all = (option: string, count = childrenScale.items.length) =>
  Object.fromEntries(childrenScale.items.slice(0, count).map((linkId) => [linkId, option]));

/** The nine statements on one child, by themselves, told by the mother. */
export const childrenScale2022 = oneScaleOf2022({
  code: 'children-scale-2022',
  title: t('Балаңыздың қазіргі өмірі', 'Жизнь вашего ребёнка сейчас', 'Your child’s life now'),
  items: [...childItems],
  scale: childrenScale,
  optionList: 'children_agreement',
  informants: [{ kind: 'caregiver', ages: { from: 0, to: 17 } }],
  meaning: {
    says: t(
      'Баланың қазіргі өмірі анасының көзімен қандай екенін көрсетеді.',
      'Какова жизнь ребёнка сейчас глазами матери.',
      'How a mother sees the life of her child now.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  examples: [
    worked('The lowest of all answers', '9 x 1 / 9', all('strongly_disagree'), [
      scored('children', 1, []),
    ]),
    worked('Agreement is 3', '9 x 3 / 9', all('agree'), [scored('children', 3)]),
    worked('The highest of all answers', '9 x 4 / 9', all('strongly_agree'), [
      scored('children', 4),
    ]),
    worked('Seven answers are enough', '7 x 2 / 7', all('disagree', 7), [scored('children', 2)]),
    worked('Six are not', '6 answers of at least 7', all('disagree', 6), [
      unscored('children', 6, 7),
    ]),
  ],
});
