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
import { answersTo, numbered, numbersOf } from '../in-order.ts';
import { byNumber, sumScale, worked } from '../sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from '../wording.ts';

const BERRY = 'Berry & Jones 1995, Journal of Social and Personal Relationships 12: 463-472';
const ITEMS = numbered('pss_', 18);
const answered = answersTo(ITEMS);

/** Parental Stress Scale: what is heavy and what is good about being a parent. */
export const parentalStress: FormPackage = {
  ...FIRST_VERSION,
  code: 'parental-stress',
  title: t(
    'Ата-ана болу (Parental Stress Scale)',
    'Быть родителем (Parental Stress Scale)',
    'Being a parent (Parental Stress Scale)',
  ),
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  informants: [{ kind: 'self', ages: { from: 16 } }],
  meaning: {
    says: t(
      'Ата-ана болу қаншалықты ауыр тиіп жүргенін айтады: балл көп болса, ауыртпалық көп.',
      'Насколько тяжело даётся родительство: чем больше баллов, тем тяжелее.',
      'How heavy being a parent is: the more points, the heavier.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    agreement: silentOptions({
      '1': ['Мүлде келіспеймін', 'Совершенно не согласна', 'Strongly disagree'],
      '2': ['Келіспеймін', 'Не согласна', 'Disagree'],
      '3': ['Білмеймін', 'Не уверена', 'Undecided'],
      '4': ['Келісемін', 'Согласна', 'Agree'],
      '5': ['Толық келісемін', 'Полностью согласна', 'Strongly agree'],
    }),
  },
  items: silentChoices(byNumber(ITEMS), 'agreement'),
  scales: [
    sumScale(
      'parental-stress',
      ['Ата-ана күйзелісі', 'Родительский стресс', 'Parental stress'],
      ITEMS,
      {
        from: 1,
        to: 5,
        reversed: numbersOf('pss_')(1, 2, 5, 6, 7, 8, 17, 18),
        source: fromWork(
          BERRY,
          t('шек жарияланбаған', 'порогов не опубликовано', 'no cut-offs are published'),
        ),
      },
    ),
  ],
  licence: broughtBySite({
    owner: 'J. O. Berry and W. H. Jones',
    source: BERRY,
    terms: 'Free for non-commercial use by what we know; the terms were not read.',
    checked:
      'Length and range: as cited in the programme’s review. Which items are turned around: from memory. No Russian or Kazakh version was seen.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
  examples: [
    worked(
      'The first answer everywhere: eight turned items give five each',
      '10 x 1 + 8 x 5',
      answered('1'.repeat(18)),
      [scored('parental-stress', 50)],
    ),
    worked('The middle everywhere', '18 x 3', answered('3'.repeat(18)), [
      scored('parental-stress', 54),
    ]),
    worked('The least stress', '18 x 1', answered('551155551111111155'), [
      scored('parental-stress', 18),
    ]),
    worked('The most stress', '18 x 5', answered('115511115555555511'), [
      scored('parental-stress', 90),
    ]),
    worked('One unanswered: no score', 'all are needed', answered('1'.repeat(17)), [
      unscored('parental-stress', 17, 18),
    ]),
  ],
};
