import type { Region } from './contract.ts';

type Validity = Pick<Region, 'validFrom' | 'validUntil'>;

/** Whether a region was there on a day. */
export const regionStandsOn = ({ validFrom, validUntil }: Validity, day: string): boolean =>
  validFrom <= day && (validUntil === null || day < validUntil);

/** Whether a region was there on any of these days; both are of them. */
export const regionStandsWithin = (
  { validFrom, validUntil }: Validity,
  { from, to }: { from: string; to: string },
): boolean => validFrom <= to && (validUntil === null || from < validUntil);
