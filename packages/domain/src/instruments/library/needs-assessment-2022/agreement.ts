import type { Option } from '../../form-item.ts';
import { inOurWords } from '../wording.ts';

const ANSWERS = [
  ['strongly_disagree', 'Мүлде келіспеймін', 'Совершенно не согласна', 'Strongly disagree'],
  ['disagree', 'Келіспеймін', 'Не согласна', 'Disagree'],
  ['agree', 'Келісемін', 'Согласна', 'Agree'],
  ['strongly_agree', 'Толық келісемін', 'Полностью согласна', 'Strongly agree'],
] as const;

/**
 * The same four answers in both scales. The data of 2022 code them 1, 2, 4, 5 for women and 1, 2, 3, 4 for children:
 * `codes` are those, used on import only; points come from the scoring block.
 */
export const agreement = (codes: readonly [string, string, string, string]): Option[] =>
  ANSWERS.map(([id, kk, ru, en], index) => ({
    id,
    code: codes[index]!,
    text: inOurWords(kk, ru, en),
  }));
