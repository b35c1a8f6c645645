import { describe, expect, it } from 'vitest';
import { dateOf, partsOf, yearsBetween } from './date-parts.ts';

describe('a date from three fields', () => {
  it('is a date as soon as it is precise enough', () => {
    expect(dateOf({ year: '2019', month: '', day: '' }, 'year')).toEqual({ date: '2019' });
    expect(dateOf({ year: '2019', month: '5', day: '' }, 'month')).toEqual({ date: '2019-05' });
    expect(dateOf({ year: '2019', month: '5', day: '7' }, 'month')).toEqual({ date: '2019-05-07' });
  });

  it('waits for the missing field', () => {
    expect(dateOf({ year: '2019', month: '', day: '' }, 'month')).toEqual({ typed: '2019--' });
    expect(dateOf({ year: '2019', month: '', day: '17' }, 'year')).toEqual({ typed: '2019--17' });
    expect(dateOf({ year: '', month: '5', day: '' }, 'year')).toEqual({ typed: '-05-' });
  });

  it('is nothing when all is taken away again', () => {
    expect(dateOf({ year: '', month: '', day: '' }, 'year')).toEqual({});
  });

  it.each(['2019', '2019-05', '2019-05-07', '-05-17', '2019--'])('reads "%s" back', (date) => {
    const made = dateOf(partsOf(date), 'month');
    expect('date' in made ? made.date : made.typed?.replace(/-+$/, '')).toBe(
      date.replace(/-+$/, ''),
    );
  });

  it('offers the years the form allows, the latest first', () => {
    expect(yearsBetween('1990-01', '1992', 2026)).toEqual([1992, 1991, 1990]);
    expect(yearsBetween(null, null, 2026)).toHaveLength(111);
    // A phone whose clock says 1970 still offers what the form allows.
    expect(yearsBetween('1990', '2026', 1970)).toHaveLength(37);
  });
});
