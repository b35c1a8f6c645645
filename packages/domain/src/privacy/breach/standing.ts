import { addWorkingDays } from '../../programmes/working-days/index.ts';
import type { Breach } from './contract.ts';

/**
 * The authority is told within one working day of the moment at which a breach of personal data was noticed (Law 94-V as in force
 * since 1 July 2024).
 */
const WORKING_DAYS = 1;

export const breachDueOn = (noticedOn: string): string => addWorkingDays(noticedOn, WORKING_DAYS);

export function breachState(breach: {
  readonly isNoticed: boolean;
  readonly dueOn: string;
  readonly today: string;
}): Breach['state'] {
  if (breach.isNoticed) return 'noticed';
  return breach.today > breach.dueOn ? 'overdue' : 'waiting';
}
