import { expect, it } from 'vitest';
import { daysBetween } from './days-between.ts';

it('names every day of a wave, over the end of a month and of a year', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
  ]);
  expect(daysBetween('2026-12-30', '2026-12-30')).toEqual(['2026-12-30']);
  expect(daysBetween('2026-12-30', '2026-12-29')).toEqual([]);
});
