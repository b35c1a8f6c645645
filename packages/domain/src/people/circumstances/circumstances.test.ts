import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionStandsOn, regionStandsWithin } from '../../programmes/index.ts';
import {
  type Circumstance,
  CircumstanceValue,
  gradesForAge,
  periodsOf,
  versionOf,
  yearsBehind,
} from './index.ts';

const day = (date: string) => ({ precision: 'day', date }) as const;

describe('the grade that fits a child’s age', () => {
  it.each([
    ['seven on the first of September', day('2019-09-01'), '2026-11-23', { lowest: 1, highest: 2 }],
    ['six on that day', day('2020-09-01'), '2026-11-23', { lowest: 0, highest: 1 }],
    ['six a day later', day('2020-09-02'), '2026-11-23', null],
    ['still last year’s in spring', day('2019-09-01'), '2027-05-20', { lowest: 1, highest: 2 }],
    [
      'of whom a year is guessed',
      { precision: 'about', date: '2014' } as const,
      '2026-11-23',
      { lowest: 3, highest: 9 },
    ],
    ['grown up', day('2006-01-01'), '2026-11-23', null],
  ])('of one who is %s', (_, birth, on, grades) => {
    expect(gradesForAge(birth, { on, schoolAge: 6 })).toEqual(grades);
  });

  it('is told to be missed by the years that it is missed by at least', () => {
    const birth = day('2012-04-11');
    const at = { on: '2026-11-23', schoolAge: 6 };
    expect(gradesForAge(birth, at)).toEqual({ lowest: 8, highest: 9 });
    const behind = (grade: number | null) => yearsBehind({ birth, grade }, at);
    expect([behind(8), behind(9), behind(6), behind(null)]).toEqual([0, 0, 2, 0]);
    // Where children go to school at seven, the same girl is expected a grade lower.
    expect(gradesForAge(birth, { ...at, schoolAge: 7 })).toEqual({ lowest: 7, highest: 8 });
    expect(yearsBehind({ birth: null, grade: 1 }, at)).toBe(0);
  });

  it('never falls as a child grows, and holds for every day on which she may be born', () => {
    const at = { on: '2026-11-23', schoolAge: 6 };
    const someDay = fc
      .integer({ min: 0, max: 7000 })
      .map((n) => new Date(Date.UTC(2005, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(someDay, someDay, (born, other) => {
        const [older, younger] = [born, other].toSorted() as [string, string];
        const [a, b] = [older, younger].map((date) => gradesForAge(day(date), at));
        if (a && b) expect(a.lowest).toBeGreaterThanOrEqual(b.lowest);
        const month = gradesForAge({ precision: 'month', date: born.slice(0, 7) }, at);
        const exact = gradesForAge(day(born), at);
        if (month && exact) {
          expect(month.lowest).toBeLessThanOrEqual(exact.lowest);
          expect(month.highest).toBeGreaterThanOrEqual(exact.highest);
        }
      }),
    );
  });
});

const work = (version: number, since: string, activity: string | null): Circumstance => ({
  ...{ personId: '00000000-0000-7000-8000-000000000001', section: 'work', version, since },
  told:
    activity === null
      ? null
      : CircumstanceValue.parse({ section: 'work', value: { activity, income: null } }),
  recordedOn: since,
});

describe('how somebody lives', () => {
  it('is told by periods: a later day changes, the same day corrects, nothing takes back', () => {
    const told = [
      work(1, '2024-01-01', 'looking'),
      work(2, '2025-03-01', 'casual'),
      work(3, '2025-03-01', 'employed'),
      work(4, '2026-02-01', 'cannot'),
      work(5, '2026-02-01', null),
    ];
    const periods = periodsOf(told.toReversed(), 'work');
    expect(periods.map(({ since, until, told: { value } }) => [since, until, value])).toEqual([
      ['2025-03-01', null, { activity: 'employed', income: null }],
      ['2024-01-01', '2025-03-01', { activity: 'looking', income: null }],
    ]);
    expect(versionOf(told, 'work')).toBe(5);
    expect(versionOf(told, 'housing')).toBe(0);
  });

  it('takes no grade of somebody who is not at school, and no number of a return that was none', () => {
    const valid = (section: string, value: object) =>
      CircumstanceValue.safeParse({ section, value }).success;
    const school = { school: '', language: null, attendance: null, supports: [] };
    expect(valid('schooling', { ...school, state: 'at-school', grade: 3 })).toBe(true);
    expect(valid('schooling', { ...school, state: 'college', grade: 3 })).toBe(false);
    const arrival = { operation: 3, on: null, region: null };
    expect(valid('arrival', { ...arrival, way: 'organised' })).toBe(true);
    expect(valid('arrival', { ...arrival, way: 'own-way' })).toBe(false);
  });
});

describe('a region', () => {
  const old = { validFrom: '2018-06-19', validUntil: '2022-06-08' };
  it('is there until the day before it is no more', () => {
    expect(regionStandsOn(old, '2022-06-07')).toBe(true);
    expect(regionStandsOn(old, '2022-06-08')).toBe(false);
    expect(regionStandsOn({ validFrom: '2022-06-08', validUntil: null }, '2022-06-08')).toBe(true);
    expect(regionStandsWithin(old, { from: '2022-01-01', to: '2022-12-31' })).toBe(true);
    expect(regionStandsWithin(old, { from: '2022-06-08', to: '2022-12-31' })).toBe(false);
  });
});
