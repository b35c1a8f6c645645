/**
 * Printed figures after which the invented programme is made: Operation Jusan in Year 4 (CREST, August 2024), table of phases and
 * appendix, survey of 104 women. Each is a margin of its own. What the report tells of one region, one sex and one age together
 * is not here and is not made again: which traits meet in one family is invented.
 */

/** Who came, in the report's phases. The days are invented. */
export const PHASES = [
  { on: '2019-01-15', men: 6, women: 11, children: 30 },
  { on: '2019-05-15', men: 16, women: 59, children: 156 },
  { on: '2019-06-05', men: 8, women: 67, children: 171 },
  { on: '2019-09-10', men: 3, women: 19, children: 49 },
  { on: '2021-02-12', men: 4, women: 1, children: 7 },
  { on: '2020-03-20', men: 0, women: 33, children: 95 },
  { on: '2019-11-28', men: 0, women: 0, children: 14 },
] as const;

/** How the women said that they lived. */
export const MARITAL = {
  'never-married': 3,
  divorced: 20,
  widowed: 31,
  'religious-monogamous': 10,
  'religious-polygamous': 6,
  registered: 24,
  cohabitation: 10,
} as const;
export type Marital = keyof typeof MARITAL;

/** A woman's age in 2022, on average. */
export const MOTHER_AGE = 33.4;
/** Ages of the children in 2022, from the first to below the second, and how many of the 522. */
export const CHILD_AGES = {
  '0-3': 21,
  '3-6': 155,
  '6-10': 196,
  '10-15': 117,
  '15-18': 33,
} as const;
/** Girls among the 522 children. */
export const GIRLS_SHARE = 239 / 522;
