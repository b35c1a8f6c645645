import { addWorkingDays, workingDaysUntil } from '../../programmes/working-days/index.ts';
import type { OWN_COPY_STATES } from './contract.ts';

/**
 * An operator tells somebody what is held about her within three working days of the day on which she asks (Law 94-V on personal
 * data, article 25, paragraph 2).
 */
const WORKING_DAYS = 3;
/** After so many days a sealed archive that nobody fetched is deleted. */
export const OWN_COPY_DAYS = 30;

export const ownCopyDueOn = (askedOn: string): string => addWorkingDays(askedOn, WORKING_DAYS);

type State = (typeof OWN_COPY_STATES)[number];

/** Where a copy stands. */
export function ownCopyState(copy: {
  readonly decided: 'released' | 'declined' | null;
  readonly isHandedOver: boolean;
  readonly expiresAt: string;
  readonly now: string;
}): State {
  if (copy.isHandedOver) return 'handed-over';
  if (copy.decided === 'declined') return 'declined';
  if (copy.expiresAt <= copy.now) return 'over';
  return copy.decided === 'released' ? 'released' : 'waiting';
}

/** Working days left until she must have it; null where nothing is owed any more. */
export const ownCopyDaysLeft = (
  state: State,
  { dueOn, today }: { dueOn: string; today: string },
): number | null =>
  state === 'waiting' || state === 'released' ? workingDaysUntil(today, dueOn) : null;
