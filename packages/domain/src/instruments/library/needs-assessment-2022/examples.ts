import type { Answers } from '../../answers.ts';
import type { WorkedExample } from '../../form-package.ts';
import { childrenScale } from './children.ts';
import { womenScale } from './women-scale.ts';

/** The answers in the order of a scale's items; `-` is no answer. 1 to 4 are the four answers, not their points. */
const answered = (items: readonly string[], pattern: string): Answers =>
  Object.fromEntries(
    items.flatMap((linkId, index) => {
      const option = { 1: 'strongly_disagree', 2: 'disagree', 3: 'agree', 4: 'strongly_agree' }[
        pattern[index] as '1'
      ];
      return option ? [[linkId, option]] : [];
    }),
  );

const women = (pattern: string) => answered(womenScale.items, pattern);
const child = (pattern: string) => answered(childrenScale.items, pattern);

export const examples: WorkedExample[] = [
  {
    name: 'The lowest of all answers',
    source: 'derived by hand: 18 x 1 / 18 = 1; 9 x 1 / 9 = 1',
    answers: { ...women('111111111111111111'), children: [child('111111111')] },
    expected: [
      { scale: 'women', value: 1, bands: [] },
      { scale: 'children', row: 0, value: 1, bands: [] },
    ],
  },
  {
    name: 'The highest of all answers',
    source: 'derived by hand: 18 x 5 / 18 = 5; 9 x 4 / 9 = 4',
    answers: { ...women('444444444444444444'), children: [child('444444444')] },
    expected: [
      { scale: 'women', value: 5 },
      { scale: 'children', row: 0, value: 4 },
    ],
  },
  {
    name: 'Agreement is 4 for a woman and 3 for a child',
    source: 'derived by hand from the codings 1-2-4-5 and 1-2-3-4',
    answers: { ...women('333333333333333333'), children: [child('333333333')] },
    expected: [
      { scale: 'women', value: 4 },
      { scale: 'children', row: 0, value: 3 },
    ],
  },
  {
    name: 'Four women’s items unanswered, two children of whom one has too few answers',
    source:
      'derived by hand: (10 x 5 + 4 x 2) / 14 = 58 / 14; child 1: (5 x 3 + 2 x 4) / 7 = 23 / 7; child 2: 6 answers of at least 7',
    answers: {
      ...women('44444444442222----'),
      children: [child('33333--44'), child('333333---')],
    },
    expected: [
      { scale: 'women', value: 4.142857143 },
      { scale: 'children', row: 0, value: 3.285714286 },
      { scale: 'children', row: 1, incomplete: { answered: 6, needed: 7 } },
    ],
  },
  {
    name: 'Five women’s items unanswered are too many',
    source: 'derived by hand: 13 answers of at least 14',
    answers: women('4444444444444-----'),
    expected: [{ scale: 'women', incomplete: { answered: 13, needed: 14 } }],
  },
];
