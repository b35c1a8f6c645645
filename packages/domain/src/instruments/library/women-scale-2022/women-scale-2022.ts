import { scored, unscored } from '../first-version.ts';
import { womenItems, womenScale } from '../needs-assessment-2022/women-scale.ts';
import { oneScaleOf2022 } from '../reintegration-scale.ts';
import { worked } from '../sum-scale.ts';
import { NO_DIAGNOSIS, inOurWords as t } from '../wording.ts';

const all = (option: string, count = womenScale.items.length) =>
  Object.fromEntries(womenScale.items.slice(0, count).map((linkId) => [linkId, option]));

/** The eighteen statements on a woman's life, by themselves, for following somebody over years. */
export const womenScale2022 = oneScaleOf2022({
  code: 'women-scale-2022',
  title: t('Қазіргі өміріңіз', 'Ваша жизнь сейчас', 'Your life now'),
  items: [womenItems],
  scale: womenScale,
  optionList: 'women_agreement',
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Әйелдің қазіргі өмірі өз көзімен қандай екенін көрсетеді; қай жерде көмек керегі тармақтардан көрінеді.',
      'Какова жизнь женщины сейчас её собственными глазами; где нужна помощь, видно по пунктам.',
      'How a woman sees her own life now; where help is needed shows in the single statements.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  examples: [
    worked('The lowest of all answers', '18 x 1 / 18', all('strongly_disagree'), [
      scored('women', 1, []),
    ]),
    worked('Disagreement', '18 x 2 / 18', all('disagree'), [scored('women', 2)]),
    worked('Agreement is 4', '18 x 4 / 18', all('agree'), [scored('women', 4)]),
    worked('The highest of all answers', '18 x 5 / 18', all('strongly_agree'), [
      scored('women', 5),
    ]),
    worked('Fourteen answers are enough', '14 x 4 / 14', all('agree', 14), [scored('women', 4)]),
    worked('Thirteen are not', '13 answers of at least 14', all('agree', 13), [
      unscored('women', 13, 14),
    ]),
  ],
});
