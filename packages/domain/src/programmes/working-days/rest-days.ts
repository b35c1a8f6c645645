/**
 * Days of rest of Kazakhstan that have a date (Law 267-II on holidays, articles 1 to 5): month and day. Where a holiday falls on
 * a weekend, the next working day is free instead (Labour Code, article 85); that does not hold for Orthodox Christmas and the
 * first day of Kurban Ait, which are days off and no holidays.
 */
export const HOLIDAYS: readonly string[] = [
  ...['01-01', '01-02', '03-08', '03-21', '03-22', '03-23', '05-01', '05-07', '05-09', '07-06'],
  ...['08-30', '10-25', '12-16'],
];

export const ORTHODOX_CHRISTMAS = '01-07';

/**
 * The first day of Kurban Ait, which follows the moon. A year that is missing here has one day of rest less, so that a deadline
 * comes a day too early and never too late.
 */
export const KURBAN_AIT: readonly string[] = [
  '2024-06-16',
  '2025-06-06',
  '2026-05-27',
  '2027-05-16',
  '2028-05-05',
];
