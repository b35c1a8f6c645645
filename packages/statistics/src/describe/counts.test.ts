import { describe, expect, it } from 'vitest';
import reference from '../../reference/expected/counts.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../../reference/largest-error.ts';
import { frequencyTable, multiResponse } from '../index.ts';

describe('a frequency table', () => {
  it('equals R, with rows nobody chose', () => {
    const { values, categories, expected } = reference.frequency;
    expect(largestError(frequencyTable(values, categories), expected)).toBeLessThan(CLOSED_FORMULA);
  });

  it('keeps percent of all and percent of those who answered apart', () => {
    const table = frequencyTable(['yes', 'no', 'no', null], ['yes', 'no']);
    expect(table).toEqual({
      cases: 4,
      n: 3,
      missing: 1,
      rows: [
        {
          code: 'yes',
          count: 1,
          percentOfAll: 25,
          validPercent: 100 / 3,
          cumulativePercent: 100 / 3,
        },
        { code: 'no', count: 2, percentOfAll: 50, validPercent: 200 / 3, cumulativePercent: 100 },
      ],
    });
  });

  it('of nobody has no percentages rather than NaN', () => {
    expect(frequencyTable([null], ['yes']).rows[0]).toEqual({
      code: 'yes',
      count: 0,
      percentOfAll: 0,
      validPercent: null,
      cumulativePercent: null,
    });
  });

  it('refuses an answer outside its categories', () => {
    expect(() => frequencyTable(['maybe'], ['yes', 'no'])).toThrow('case 0 has no category: maybe');
    expect(() => frequencyTable([], ['yes', 'yes'])).toThrow('named twice');
  });
});

describe('a question with several answers', () => {
  it('equals R on both bases', () => {
    const { choices, options, expected } = reference.multiResponse;
    expect(largestError(multiResponse(choices, options), expected)).toBeLessThan(CLOSED_FORMULA);
  });

  it('counts a woman who ticked nothing as having answered, and one who skipped it as not', () => {
    const table = multiResponse([['housing', 'work'], [], null], ['housing', 'work']);
    expect(table).toMatchObject({ cases: 3, respondents: 2, missing: 1, mentions: 2 });
    expect(table.rows[0]).toEqual({
      option: 'housing',
      count: 1,
      percentOfRespondents: 50,
      percentOfMentions: 50,
    });
  });

  it('refuses a tick that is no option and a tick made twice', () => {
    expect(() => multiResponse([['car']], ['housing'])).toThrow('no option: car');
    expect(() => multiResponse([['housing', 'housing']], ['housing'])).toThrow('ticks twice');
  });
});
