import { chiSquareTails } from '../distributions/chi-square.ts';
import { isMissing, type NotEstimable, type Values } from '../values.ts';

export type CochranQ =
  | {
      readonly kind: 'estimated';
      readonly q: number;
      readonly df: number;
      readonly p: number;
      /** Share of ones of each question, 0 to 1. */
      readonly shares: readonly number[];
      /** Cases with every question answered. */
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-questions' | 'no-complete-cases' | 'nobody-differs'>;

/**
 * Cochran's Q: whether several yes-or-no questions put to the same people are answered yes equally often
 * (W. G. Cochran, Biometrika 37, 1950).
 * @param questions one array of 0 and 1 a question, a person at the same place in each; people with a
 * missing answer are left out
 * @throws RangeError when the lengths differ or a value is neither 0 nor 1
 */
export function cochranQ(questions: readonly Values[]): CochranQ {
  const cases = questions[0]?.length ?? 0;
  if (questions.some((answers) => answers.length !== cases)) {
    throw new RangeError('questions differ in length');
  }
  const people: number[][] = [];
  for (let i = 0; i < cases; i += 1) {
    const answers = questions.map((question) => question[i]);
    for (const answer of answers) {
      if (!isMissing(answer) && answer !== 0 && answer !== 1) {
        throw new RangeError(`case ${i} is neither 0 nor 1: ${answer}`);
      }
    }
    if (answers.every((answer) => !isMissing(answer))) people.push(answers);
  }
  const k = questions.length;
  const n = people.length;
  if (k < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-questions', n };
  if (n === 0) return { kind: 'not-estimable', reason: 'no-complete-cases', n };
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const byPerson = people.map(total);
  const byQuestion = questions.map((_, j) => total(people.map((person) => person[j] ?? 0)));
  const all = total(byPerson);
  const within = k * all - total(byPerson.map((sum) => sum * sum));
  if (within === 0) return { kind: 'not-estimable', reason: 'nobody-differs', n };
  const between = k * total(byQuestion.map((sum) => sum * sum)) - all * all;
  const q = ((k - 1) * between) / within;
  const p = chiSquareTails(q, k - 1).upper;
  const shares = byQuestion.map((sum) => sum / n);
  return { kind: 'estimated', q, df: k - 1, p, shares, n, missing: cases - n };
}
