import type { Answers } from '../answers.ts';

/** `phq9_1` to `phq9_9`. */
export const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** Answers in the order of the items, one character each: the id of the option; `-` is no answer. */
export const answersTo =
  (items: readonly string[]) =>
  (pattern: string): Answers =>
    Object.fromEntries(
      [...pattern].flatMap((option, index) => (option === '-' ? [] : [[items[index]!, option]])),
    );

/** Answers of yes or no in the order of the items: `y`, `n`, `x` declined, `-` not asked. */
export const saidTo =
  (items: readonly string[]) =>
  (pattern: string): Answers =>
    Object.fromEntries(
      [...pattern].flatMap((sign, index): [string, Answers[string]][] =>
        sign === '-' ? [] : [[items[index]!, sign === 'x' ? { absent: 'declined' } : sign === 'y']],
      ),
    );

/** Some of the numbered items: `sdq_3`, `sdq_8`. */
export const numbersOf =
  (prefix: string) =>
  (...numbers: number[]): string[] =>
    numbers.map((number) => `${prefix}${number}`);

/** The points of options whose ids are whole numbers: each as its id says. */
export const asNumbered = (from: number, to: number): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), from + index]),
  );

/** `0-1-2-3` */
export const printed = (from: number, to: number): string =>
  Object.values(asNumbered(from, to)).join('-');
