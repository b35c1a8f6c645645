import { addDays, addMonths } from '../../cases/index.ts';
import type { PrivacySettings } from '../settings/index.ts';
import type { AwayReason, RenewalVerdict } from './contract.ts';

/** So far ahead is shown what will be put away, and whose purpose is to be confirmed. */
export const AHEAD_DAYS = 30;
/** A purpose that ended can be taken up again so long before the file is put away. */
export const DAYS_AFTER_END = 30;

/** A family's file as it is judged. Days are the programme's. */
export interface FileStanding {
  /** Since when its purpose counts as confirmed. */
  readonly confirmedOn: string;
  /** When it was said to have ended; null while it goes on. */
  readonly endedOn: string | null;
  /** Where the support of the family stands; null where it never began. */
  readonly caseState: string | null;
}

/** Whether the support of a family goes on; closing that nobody has agreed to yet is no end. */
export const isSupported = (caseState: string | null): boolean =>
  caseState !== null && caseState !== 'closed';

/** The last day for the next word on the purpose of a file; null where it has ended. An end is void once support begins again. */
export function renewalDueOn(
  { confirmedOn, endedOn, caseState }: FileStanding,
  { renewalMonths }: Pick<PrivacySettings, 'renewalMonths'>,
): string | null {
  if (endedOn === null) return addMonths(confirmedOn, renewalMonths);
  return isSupported(caseState) ? endedOn : null;
}

/** Of a purpose that goes on, the word is overdue exactly where it was confirmed before this day. */
export function overdueBefore(
  today: string,
  { renewalMonths }: Pick<PrivacySettings, 'renewalMonths'>,
): string {
  // A month’s last days may share one due day: whichever of the two readings reaches further has all of them.
  const one = addMonths(today, -renewalMonths);
  const other = addDays(addMonths(addDays(today, -1), -renewalMonths), 1);
  if (one > other) return one;
  return other;
}

/** Whether a supervisor may say so of a file as it stands. */
export const mayBeSaid = (verdict: RenewalVerdict, caseState: string | null): boolean =>
  verdict === 'goes-on' || !isSupported(caseState);

/** A file in which nothing has happened for long, as it is judged. */
export interface QuietFile {
  readonly activeOn: string;
  readonly endedOn: string | null;
  readonly caseState: string | null;
  /** A legal hold, or what somebody still has to do or to decide. */
  readonly isStopped: boolean;
}

/** On which day a file is put away if nothing happens until then, and why; null where support goes on. */
export function awayOn(
  { activeOn, endedOn, caseState }: Omit<QuietFile, 'isStopped'>,
  { inactiveMonths }: Pick<PrivacySettings, 'inactiveMonths'>,
): { readonly on: string; readonly because: AwayReason } | null {
  if (isSupported(caseState)) return null;
  const silent = { on: addMonths(activeOn, inactiveMonths), because: 'inactive' as const };
  if (endedOn === null) return silent;
  const over = { on: addDays(endedOn, DAYS_AFTER_END), because: 'purpose-ended' as const };
  return over.on < silent.on ? over : silent;
}

/** Why a file goes today; null where it stays. */
export function awayToday(
  file: QuietFile,
  today: string,
  settings: Pick<PrivacySettings, 'inactiveMonths'>,
): AwayReason | null {
  if (file.isStopped) return null;
  const away = awayOn(file, settings);
  return away && away.on <= today ? away.because : null;
}

/** Days before which something must have happened for a file to be gone on a day: what is older is all that has to be looked at. */
export const quietBefore = (
  day: string,
  { inactiveMonths }: Pick<PrivacySettings, 'inactiveMonths'>,
): { readonly active: string; readonly ended: string } => ({
  // Months differ in length: a few days more are looked at, and judged by their own day.
  active: addDays(addMonths(day, -inactiveMonths), 4),
  ended: addDays(day, 1 - DAYS_AFTER_END),
});

/** What is gone by a day, in numbers. */
export function aheadIn(
  files: readonly (QuietFile & { readonly people: number })[],
  day: string,
  settings: Pick<PrivacySettings, 'inactiveMonths'>,
): { readonly families: number; readonly people: number; readonly stopped: number } {
  const due = files.filter((file) => {
    const away = awayOn(file, settings);
    return away !== null && away.on <= day;
  });
  const going = due.filter(({ isStopped }) => !isStopped);
  return {
    families: going.length,
    people: going.reduce((sum, { people }) => sum + people, 0),
    stopped: due.length - going.length,
  };
}
