import { describe, expect, it } from 'vitest';
import { readLifeDate, writeLifeDate } from './read-life-date.ts';

describe('a date of life', () => {
  it.each([
    ['1988', { precision: 'year', date: '1988' }],
    [' ~1988 ', { precision: 'about', date: '1988' }],
    ['5.1988', { precision: 'month', date: '1988-05' }],
    ['05/1988', { precision: 'month', date: '1988-05' }],
    ['7.05.1988', { precision: 'day', date: '1988-05-07' }],
    ['1988-05-07', { precision: 'day', date: '1988-05-07' }],
  ])('is read from %j and written so that it is read again', (text, date) => {
    const read = readLifeDate(text);
    expect(read).toEqual(date);
    expect(readLifeDate(writeLifeDate(read ?? null))).toEqual(date);
  });

  it('is nothing when nothing is typed', () => {
    expect([readLifeDate('  '), writeLifeDate(null)]).toEqual([null, '']);
  });

  it.each(['88', '31.02.1988', '13.1988', '~05.1988', '1088', 'май 1988', '07.05.88'])(
    'is not read from %j',
    (text) => {
      expect(readLifeDate(text)).toBeUndefined();
    },
  );
});
