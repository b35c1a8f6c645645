import type { Answers } from '../instruments/index.ts';

export interface DifferingAnswer {
  readonly linkId: string;
  readonly first: Answers[string] | undefined;
  readonly second: Answers[string] | undefined;
}

/** Where two entries of one sheet of paper differ, in the order of the form: each is decided by looking at the paper. */
export function differingAnswers(
  order: readonly string[],
  first: Answers,
  second: Answers,
): DifferingAnswer[] {
  return order
    .filter((linkId) => JSON.stringify(first[linkId]) !== JSON.stringify(second[linkId]))
    .map((linkId) => ({ linkId, first: first[linkId], second: second[linkId] }));
}
