import type { SignedInActor } from '@tirek/domain/access';
import { addDays } from '@tirek/domain/cases';
import type { Duty } from '@tirek/domain/privacy/duties';
import {
  AHEAD_DAYS,
  isSupported,
  overdueBefore,
  type Renewal,
  renewalDueOn,
} from '@tirek/domain/privacy/retention';
import type { PrivacySettings } from '@tirek/domain/privacy/settings';
import type { Tx } from '../../db/database.ts';
import { programmeDay, programmeDayStart } from '../../programmes/index.ts';
import { findPrivacySettings } from '../settings/index.ts';
import { findFileNumbers, listTeamFiles, type TeamFile } from './queries.ts';

/** A file with the day by which its purpose is to be confirmed; null where it has ended. */
export function renewalOf(
  file: TeamFile,
  { today, settings }: { today: string; settings: PrivacySettings },
): Renewal | null {
  const { familyId, holderId, holder, caseState, endedAt } = file;
  const confirmedOn = programmeDay(file.confirmedAt);
  const endedOn = endedAt && programmeDay(endedAt);
  const dueOn = renewalDueOn({ confirmedOn, endedOn, caseState }, settings);
  if (dueOn === null) return null;
  const isCaseOpen = isSupported(caseState);
  return { familyId, holderId, holder, confirmedOn, dueOn, isCaseOpen, isOverdue: dueOn < today };
}

/** What waits for the actor's yearly word within thirty days, the overdue first. */
export async function listDueRenewals(
  tx: Tx,
  { today, settings }: { today: string; settings: PrivacySettings },
): Promise<Renewal[]> {
  const until = addDays(today, AHEAD_DAYS);
  return (await listTeamFiles(tx))
    .flatMap((file) => renewalOf(file, { today, settings }) ?? [])
    .filter(({ dueOn }) => dueOn <= until)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/**
 * The yearly words as a duty: to a supervisor those that wait for hers; to the data protection officer, who gives none, those that
 * are overdue anywhere.
 */
export async function findRenewalDuty(
  tx: Tx,
  actor: SignedInActor,
  today: string,
): Promise<Duty | null> {
  const { settings } = await findPrivacySettings(tx, actor);
  const due = await listDueRenewals(tx, { today, settings });
  const [first] = due;
  if (first) {
    const overdue = due.filter(({ isOverdue }) => isOverdue).length;
    return { kind: 'renewal', waiting: due.length, overdue, nearest: first.dueOn };
  }
  const late = await findFileNumbers(tx, programmeDayStart(overdueBefore(today, settings)));
  if (!late?.overdue) return null;
  return { kind: 'renewal', waiting: late.overdue, overdue: late.overdue, nearest: null };
}
