import { addMonths } from '../cases/index.ts';

/** After so many months an entry that nobody has asked about is no longer believed. */
export const STALE_MONTHS = 6;

/** Whether nobody has asked for so long, or ever, whether it is still so. */
export const isStale = (
  verifiedOn: string | null,
  today: string,
  months: number = STALE_MONTHS,
): boolean => verifiedOn === null || addMonths(verifiedOn, months) <= today;
