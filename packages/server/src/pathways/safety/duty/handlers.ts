import { may } from '@tirek/domain/access';
import { isSafeClock, printSafetySheet, type safetyContract } from '@tirek/domain/pathways/safety';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../../http/account-of.ts';
import type { Handlers } from '../../../http/handler.ts';
import { listRegions, programmeDay } from '../../../programmes/index.ts';
import { makeDocument } from '../../../reports/documents/index.ts';
import { inOnePiece } from '../../../reports/index.ts';
import { findSafetyClock, listUnanswered } from '../queries.ts';
import {
  findContactVersion,
  insertAbsence,
  insertContact,
  insertSafetyClock,
  insertShift,
  listAbsences,
  listDutyColleagues,
  listRegionalContacts,
  listShifts,
  managesDuty,
  withdrawAbsence,
  withdrawShift,
} from './queries.ts';

type Duty = Pick<
  typeof safetyContract,
  | 'getDuty'
  | 'getSafetySheetFile'
  | 'planDutyShift'
  | 'withdrawDutyShift'
  | 'planAbsence'
  | 'withdrawAbsence'
  | 'recordRegionalContact'
  | 'getSafetyClock'
  | 'setSafetyClock'
>;

/** A shift or a leave longer than that is a mistake of typing, and would leave families with nobody near. */
const LONGEST_DAYS = 62;

export const dutyHandlers: Handlers<Duty> = {
  async getDuty({ tx, actor, now }) {
    const asker = accountOf(actor);
    const colleagues = await listDutyColleagues(tx);
    const names = new Map(colleagues.map((each) => [each.accountId, each.displayName]));
    const named = <Row extends { readonly accountId: string }>(row: Row) => ({
      ...row,
      name: names.get(row.accountId) ?? '',
    });
    const { clock } = await findSafetyClock(tx, asker.programmeId);
    const unanswered = await listUnanswered(tx, now);
    return {
      now,
      shifts: (await listShifts(tx, asker, now)).map(named),
      absences: (await listAbsences(tx, asker, now)).map(named),
      contacts: await listRegionalContacts(tx, asker),
      colleagues: colleagues
        .filter(({ isChoice }) => isChoice)
        .map(({ accountId, displayName, region }) => ({ accountId, name: displayName, region })),
      unanswered: unanswered.map(({ isAsked: _, ...row }) => row),
      clock,
      mayManage: may(asker, 'duty.manage'),
    };
  },

  async getSafetySheetFile({ tx, actor, input, now }) {
    const asker = accountOf(actor);
    const { language, region = null } = input;
    const known = (await listRegions(tx)).find(({ code }) => code === region);
    if (region !== null && !known) throw new Problem('not-found');
    const contacts = await listRegionalContacts(tx, asker);
    const { clock } = await findSafetyClock(tx, asker.programmeId);
    const safetySheet = printSafetySheet({
      ...{ language, contacts, clock, today: programmeDay(now) },
      region: known ? { code: known.code, name: known.name[language] ?? known.code } : null,
    });
    return {
      fileName: `safety-sheet-${language}.pdf`,
      mediaType: 'application/pdf',
      pieces: inOnePiece(() => makeDocument({ safetySheet, format: 'pdf' })),
    };
  },

  async planDutyShift({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    requireSpan(input, now);
    const colleague = (await listDutyColleagues(tx)).find(
      ({ accountId, isChoice }) => isChoice && accountId === input.accountId,
    );
    if (!colleague) throw new Problem('not-found');
    if (!(await managesDuty(tx, input.region))) throw new Problem('not-allowed');
    about([input.accountId]);
    await insertShift(tx, asker, { ...input, now });
    return {};
  },

  async withdrawDutyShift({ tx, actor, input, now, about }) {
    about([input.shiftId]);
    if (!(await withdrawShift(tx, accountOf(actor), { shiftId: input.shiftId, now }))) {
      throw new Problem('not-found');
    }
    return {};
  },

  async planAbsence({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    requireSpan(input, now);
    const known = (await listDutyColleagues(tx)).some(
      ({ accountId, isChoice }) => isChoice && accountId === input.accountId,
    );
    if (!known) throw new Problem('not-found');
    about([input.accountId]);
    await insertAbsence(tx, asker, { ...input, now });
    return {};
  },

  async withdrawAbsence({ tx, actor, input, now, about }) {
    about([input.absenceId]);
    if (!(await withdrawAbsence(tx, accountOf(actor), { absenceId: input.absenceId, now }))) {
      throw new Problem('not-found');
    }
    return {};
  },

  async recordRegionalContact({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, contactId, basedOn, value } = input;
    about([contactId]);
    const known = await findContactVersion(tx, asker, contactId);
    if ((known?.version ?? 0) !== basedOn) {
      throw new Problem('changed-meanwhile', { version: known?.version ?? 0 });
    }
    const regionCode = value ? value.region : (known?.region ?? null);
    if (known && !(await managesDuty(tx, known.region))) throw new Problem('not-allowed');
    if (!(await managesDuty(tx, regionCode))) throw new Problem('not-allowed');
    const version = basedOn + 1;
    await insertContact(tx, asker, { id, contactId, version, regionCode, value, now });
    return { version };
  },

  async getSafetyClock({ tx, actor }) {
    return await findSafetyClock(tx, accountOf(actor).programmeId);
  },

  async setSafetyClock({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, basedOn, clock } = input;
    const known = (await findSafetyClock(tx, asker.programmeId)).version;
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    if (!isSafeClock(clock)) throw new Problem('safety-clock-slow');
    const version = basedOn + 1;
    about([], { version: String(version) });
    await insertSafetyClock(tx, asker, { id, version, clock, now });
    return { version };
  },
};

/** @throws Problem `duty-span-impossible` */
function requireSpan({ from, until }: { from: string; until: string }, now: string): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (days <= 0 || days > LONGEST_DAYS || Date.parse(until) <= Date.parse(now)) {
    throw new Problem('duty-span-impossible');
  }
}
