import { describe, expect, it } from 'vitest';
import { crossTable, frequencyTable, multiResponse } from '../index.ts';

describe('a frequency table', () => {
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

describe('a cross table', () => {
  const regions = { rows: ['north', 'south'], columns: ['yes', 'no'] } as const;

  it('gives each cell three percentages, and leaves out the women who skipped one of the two', () => {
    const table = crossTable(
      { rows: ['north', 'north', 'south', null], columns: ['yes', 'no', 'yes', 'yes'] },
      regions,
    );
    expect(table).toMatchObject({ cases: 4, n: 3, missing: 1, rowTotals: [2, 1] });
    expect(table.cells[0]?.[0]).toEqual({
      count: 1,
      rowPercent: 50,
      columnPercent: 50,
      totalPercent: 100 / 3,
    });
  });

  it('has no percentages of an empty row rather than NaN', () => {
    const table = crossTable({ rows: ['north'], columns: ['yes'] }, regions);
    expect(table.cells[1]).toEqual([
      { count: 0, rowPercent: null, columnPercent: 0, totalPercent: 0 },
      { count: 0, rowPercent: null, columnPercent: null, totalPercent: 0 },
    ]);
  });

  it('refuses an answer outside its categories and variables of different length', () => {
    expect(() => crossTable({ rows: ['west'], columns: ['yes'] }, regions as never)).toThrow(
      'case 0 has no category: west',
    );
    expect(() => crossTable({ rows: [], columns: ['yes'] }, regions)).toThrow('length');
  });
});
