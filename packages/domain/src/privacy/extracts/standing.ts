import type { EXTRACT_STATES, ExtractColumn, ExtractPurpose } from './contract.ts';

/** Columns that say who somebody is. */
const IDENTIFYING: ReadonlySet<ExtractColumn> = new Set(['name', 'birth', 'phones']);
export const isIdentifying = (columns: readonly ExtractColumn[]): boolean =>
  columns.some((column) => IDENTIFYING.has(column));

const FOR_CONTACT: ReadonlySet<ExtractPurpose> = new Set(['contact-phone', 'contact-messenger']);

/** A telephone number goes only to be called or written to, which is what somebody agreed to. */
export const mayTell = (column: ExtractColumn, purpose: ExtractPurpose): boolean =>
  column !== 'phones' || FOR_CONTACT.has(purpose);

/** The lists of so many days count together: many small ones are one large one. */
export const EXTRACT_WINDOW_DAYS = 7;

/** Where a list stands. */
export function extractState(extract: {
  readonly needsSecond: boolean;
  readonly decided: 'released' | 'declined' | null;
  readonly expiresAt: string;
  readonly now: string;
}): (typeof EXTRACT_STATES)[number] {
  if (extract.decided === 'declined') return 'declined';
  if (extract.expiresAt <= extract.now) return 'over';
  return extract.needsSecond && extract.decided === null ? 'waiting' : 'ready';
}
