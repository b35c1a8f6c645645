import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysUntil } from './working-days.ts';

describe('one working day later', () => {
  it.each([
    ['an ordinary Tuesday', '2026-11-24', '2026-11-25'],
    ['a Friday', '2026-11-27', '2026-11-30'],
    ['a Sunday', '2026-11-29', '2026-11-30'],
    ['the day before Independence Day', '2026-12-15', '2026-12-17'],
    ['the Friday before Nauryz, of which two days fall on a weekend', '2026-03-20', '2026-03-26'],
    [
      'New Year, whose second day is a Friday, before a Christmas on Wednesday',
      '2025-12-31',
      '2026-01-05',
    ],
    ['the day before Orthodox Christmas', '2026-01-06', '2026-01-08'],
    ['the day before Kurban Ait', '2026-05-26', '2026-05-28'],
    ['the Friday before a Republic Day on Sunday', '2026-10-23', '2026-10-27'],
    ['the Thursday before a Victory Day on Saturday', '2026-05-06', '2026-05-08'],
    ['the Friday before it', '2026-05-08', '2026-05-12'],
    ['a Constitution Day on Sunday', '2026-08-28', '2026-09-01'],
  ])('than %s', (_, day, later) => {
    expect(addWorkingDays(day, 1)).toBe(later);
  });

  it('than a Christmas on Sunday is Monday: a day off is not made up for', () => {
    expect(isWorkingDay('2029-01-08')).toBe(true);
    expect(isWorkingDay('2027-05-17')).toBe(true);
  });
});

const day = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

it('counts forwards as it counts back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
      const to = addWorkingDays(from, days);
      expect(isWorkingDay(to)).toBe(true);
      expect(workingDaysUntil(from, to)).toBe(days);
      expect(workingDaysUntil(to, from)).toBe(-days);
    }),
  );
});
