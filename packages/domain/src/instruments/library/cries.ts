import type { FormPackage } from '../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  silentChoices,
  silentOptions,
} from './first-version.ts';
import { byNumber } from './sum-scale.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from './wording.ts';

export const PERRIN =
  'Perrin, Meiser-Stedman, Smith 2005, Behavioural and Cognitive Psychotherapy 33: 487-498';

/** Answers score 0, 1, 3 and 5. */
export const CRIES_CODING = { '0': 0, '1': 1, '3': 3, '5': 5 };
export const CRIES_SCALE = {
  from: 0,
  to: 5,
  coding: CRIES_CODING,
  printedCoding: '0-1-3-5',
  source: fromWork(PERRIN),
};

/** What both lengths share. */
export const cries = (
  code: string,
  items: readonly string[],
): Omit<FormPackage, 'title' | 'scales' | 'examples'> => ({
  ...FIRST_VERSION,
  code,
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { from: 8, to: 17, source: PERRIN },
  informants: [{ kind: 'self', ages: { from: 8, to: 17 } }],
  family: 'cries',
  meaning: {
    says: t(
      'Соңғы аптада ауыр оқиғаның салдары баланы қаншалықты мазалағанын айтады.',
      'Насколько за последнюю неделю ребёнка беспокоили последствия тяжёлого события.',
      'How much the child was bothered over the past week by what a difficult event has left.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    often: silentOptions({
      '0': ['Мүлде жоқ', 'Совсем нет', 'Not at all'],
      '1': ['Сирек', 'Редко', 'Rarely'],
      '3': ['Кейде', 'Иногда', 'Sometimes'],
      '5': ['Жиі', 'Часто', 'Often'],
    }),
  },
  items: silentChoices(byNumber(items), 'often'),
  licence: broughtBySite({
    owner: 'Children and War Foundation, Bergen',
    source: 'childrenandwar.org; Perrin et al. 2005',
    terms:
      'Free; must not be changed without permission; the owner asks users to send their results.',
    checked:
      'Terms, the points of the answers and the 30 of CRIES-13: compared with public descriptions. Which item belongs to which subscale, and the 17 of CRIES-8: from memory. An official Russian CRIES-8 exists; it was not seen, and none in Kazakh was found.',
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
});
