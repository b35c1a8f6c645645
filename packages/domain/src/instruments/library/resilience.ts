import type { FormPackage } from '../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  scored,
  silentChoices,
  silentOptions,
  unscored,
  type Words,
} from './first-version.ts';
import { answersTo, numbered, numbersOf } from './in-order.ts';
import { byNumber, sumScale, worked } from './sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from './wording.ts';

const JEFFERIES =
  'Jefferies, McGarrigle, Ungar 2019, Journal of Evidence-Based Social Work 16: 70-92';
const ITEMS = numbered('res_', 17);
const RELATIONAL = numbersOf('res_')(4, 5, 6, 8, 12, 15, 17);
const PERSONAL = ITEMS.filter((linkId) => !RELATIONAL.includes(linkId));
const answered = answersTo(ITEMS);

/** CYRM-R and ARM-R: seventeen answers of one to five, personal and relational. */
export const resilience = (about: {
  code: string;
  title: Words;
  informants: NonNullable<FormPackage['informants']>;
  ages: NonNullable<FormPackage['ages']>;
}): FormPackage => {
  const { code } = about;
  const better = {
    from: 1,
    to: 5,
    direction: 'higher-is-better',
    source: fromWork(JEFFERIES),
  } as const;
  return {
    ...FIRST_VERSION,
    code,
    title: t(...about.title),
    wording: 'absent',
    fallback: ENGLISH_ONLY,
    ages: about.ages,
    informants: about.informants,
    family: 'resilience',
    meaning: {
      says: t(
        'Адамның өз күші мен айналасындағы тірегін көрсетеді.',
        'Показывает собственные силы и опору вокруг.',
        'Shows a person’s own strength and the support around.',
      ),
      saysNot: NO_DIAGNOSIS,
    },
    optionLists: {
      extent: silentOptions({
        '1': ['Мүлде жоқ', 'Совсем нет', 'Not at all'],
        '2': ['Аздап', 'Немного', 'A little'],
        '3': ['Орташа', 'Отчасти', 'Somewhat'],
        '4': ['Едәуір', 'Довольно', 'Quite a bit'],
        '5': ['Өте', 'Очень', 'A lot'],
      }),
    },
    items: silentChoices(byNumber(ITEMS), 'extent'),
    scales: [
      sumScale(code, ['Жиынтық', 'Сумма', 'Total'], ITEMS, better),
      sumScale(`${code}-personal`, ['Өз күші', 'Личная опора', 'Personal'], PERSONAL, better),
      sumScale(
        `${code}-relational`,
        ['Жақындар тірегі', 'Опора на близких', 'Relational'],
        RELATIONAL,
        better,
      ),
    ],
    licence: broughtBySite({
      owner: 'Resilience Research Centre, Dalhousie University',
      source: 'cyrm.resilienceresearch.org; Jefferies et al. 2019',
      terms:
        'Free for non-profit use after registration; a local group looks at the words first, that is part of the method.',
      checked:
        'Range and length: compared with public descriptions. Which item belongs to which subscale: from memory. The bands of the manual were not seen and are not given. A Russian adaptation was published in 2026 (Makhnach & Laktionova); it was not seen, and none in Kazakh was found.',
    }),
    evidence: { kk: [NO_KAZAKH_EVIDENCE] },
    examples: [
      worked('The lowest answers', '17 x 1; 10 x 1; 7 x 1', answered('1'.repeat(17)), [
        scored(code, 17),
        scored(`${code}-personal`, 10),
        scored(`${code}-relational`, 7),
      ]),
      worked('The highest answers', '17 x 5', answered('5'.repeat(17)), [
        scored(code, 85),
        scored(`${code}-personal`, 50),
        scored(`${code}-relational`, 35),
      ]),
      worked(
        'Relational high, personal low',
        '7 x 5 + 10',
        Object.fromEntries(
          ITEMS.map((linkId) => [linkId, RELATIONAL.includes(linkId) ? '5' : '1']),
        ),
        [scored(code, 45), scored(`${code}-personal`, 10), scored(`${code}-relational`, 35)],
      ),
      worked('The last unanswered: personal alone', 'all are needed', answered('3'.repeat(16)), [
        unscored(code, 16, 17),
        scored(`${code}-personal`, 30),
        unscored(`${code}-relational`, 6, 7),
      ]),
    ],
  };
};
