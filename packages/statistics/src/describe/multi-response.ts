import { percentOf } from './frequency-table.ts';

export type MultiResponseRow<Option> = {
  readonly option: Option;
  readonly count: number;
  /** Of the cases that answered: these percentages may add up to more than 100. */
  readonly percentOfRespondents: number | null;
  /** Of all ticks: these add up to 100. */
  readonly percentOfMentions: number | null;
};

export type MultiResponseTable<Option> = {
  readonly cases: number;
  /** Cases that answered, those who ticked nothing included: the base of `percentOfRespondents`. */
  readonly respondents: number;
  readonly missing: number;
  /** All ticks: the base of `percentOfMentions`. */
  readonly mentions: number;
  readonly rows: ReadonlyArray<MultiResponseRow<Option>>;
};

/**
 * Counts a question with several answers against both bases, since reports keep mixing them up.
 * @param choices one case each: the options it ticked, `[]` for none of them, `null` for no answer
 * @param options the rows, in their order
 * @throws RangeError when a case ticks something else, or one option twice
 */
export function multiResponse<Option extends string | number>(
  choices: ReadonlyArray<readonly Option[] | null | undefined>,
  options: readonly Option[],
): MultiResponseTable<Option> {
  const counts = new Map<Option, number>(options.map((option) => [option, 0]));
  let respondents = 0;
  let mentions = 0;
  choices.forEach((ticked, i) => {
    if (!ticked) return;
    respondents += 1;
    if (new Set(ticked).size !== ticked.length) throw new RangeError(`case ${i} ticks twice`);
    for (const option of ticked) {
      const count = counts.get(option);
      if (count === undefined) throw new RangeError(`case ${i} ticks what is no option: ${option}`);
      counts.set(option, count + 1);
      mentions += 1;
    }
  });
  const rows = options.map((option) => {
    const count = counts.get(option) ?? 0;
    return {
      option,
      count,
      percentOfRespondents: percentOf(count, respondents),
      percentOfMentions: percentOf(count, mentions),
    };
  });
  return {
    cases: choices.length,
    respondents,
    missing: choices.length - respondents,
    mentions,
    rows,
  };
}
