import * as z from 'zod/mini';
import {
  type Contract,
  DateOnly,
  endpoint,
  FileAnswer,
  Id,
  Instant,
  Nothing,
} from '../../contract.ts';
import { SAFETY_KINDS, SAFETY_URGENCIES } from '../../instruments/index.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { RegionalContact, RegionalContactValue } from './regional-contact.ts';
import { ClockSteps, SafetyClock } from './safety-clock.ts';
import { SafetyEntry, SafetyEntryInput, SafetyWords } from './safety-entry.ts';
import { RaisedEvent } from './safety-event.ts';

const Holder = z.object({
  accountId: Id,
  name: z.string(),
  level: z.int(),
  /** By her own word, or because it came to her. */
  isTaken: z.boolean(),
});

/** An event with what is needed to act on it, and nothing more of the person. */
export const SafetyEventWhole = z.object({
  event: RaisedEvent,
  person: z.object({
    id: Id,
    name: z.string(),
    phones: z.array(z.string()),
    /** Whether the asker may open her page as well. */
    isInReach: z.boolean(),
  }),
  clock: ClockSteps,
  entries: z.array(SafetyEntry),
  /** Who wrote or was asked, by account. */
  colleagues: z.record(z.string(), z.string()),
  holder: Holder,
  /** To whom it can be given: who is there now and may act. */
  receivers: z.array(z.object({ accountId: Id, name: z.string(), level: z.int() })),
  /** Institutions of the region where she is looked after, then those of the whole programme. */
  contacts: z.array(RegionalContact),
  nextContactOn: z.nullable(DateOnly),
});
export type SafetyEventWhole = z.infer<typeof SafetyEventWhole>;

/** What waits for the signed-in colleague: enough for a bar on every screen, and nothing of whom it is about. */
export const SafetyCall = z.object({
  eventId: Id,
  urgency: z.enum(SAFETY_URGENCIES),
  dueAt: Instant,
  /** `take`: say that you have it; `confirm`: a closing waits for a second person; `appoint`: nobody has it, call somebody. */
  wanted: z.enum(['take', 'confirm', 'appoint']),
});
export type SafetyCall = z.infer<typeof SafetyCall>;

export const DutyShift = z.object({
  id: Id,
  region: z.nullable(z.string()),
  accountId: Id,
  name: z.string(),
  from: Instant,
  until: Instant,
});
export type DutyShift = z.infer<typeof DutyShift>;

export const Absence = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  from: Instant,
  until: Instant,
});
export type Absence = z.infer<typeof Absence>;

const eventId = Id;

export const safetyContract = {
  /** What waits for the asker now, on every screen of hers until it is answered. */
  listSafetyCalls: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/safety-calls',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ now: Instant, calls: z.array(SafetyCall) }),
    audit: 'none',
  }),

  /** The events that the asker sees and that are not closed, the most pressing first. */
  listSafetyEvents: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/safety-events',
    permission: 'safety.read',
    input: Nothing,
    output: z.object({
      now: Instant,
      today: DateOnly,
      events: z.array(
        z.object({
          event: RaisedEvent,
          person: z.object({ id: Id, name: z.string() }),
          status: z.enum(['open', 'closing', 'closed']),
          holder: Holder,
          missing: z.int(),
          nextContactOn: z.nullable(DateOnly),
        }),
      ),
    }),
    audit: 'read',
  }),

  /** One event, whole, for `foldSafety`. */
  getSafetyEvent: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/safety-events/:eventId',
    permission: 'safety.read',
    input: z.object({ eventId }),
    output: z.extend(SafetyEventWhole, { now: Instant, today: DateOnly }),
    audit: 'read',
  }),

  /** The events of somebody within reach, those that are closed too, the newest first. */
  listSafetyEventsOf: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/safety-events',
    permission: 'safety.read',
    input: z.object({ personId: Id }),
    output: z.object({ now: Instant, today: DateOnly, events: z.array(SafetyEventWhole) }),
    audit: 'read',
  }),

  /** A colleague is worried now. `seenAt` is when she saw or heard it; the clock counts from then. */
  raiseSafetyEvent: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/safety-events',
    permission: 'safety.act',
    input: z.object({
      id: Id,
      personId: Id,
      kind: z.enum(SAFETY_KINDS),
      urgency: z.enum(SAFETY_URGENCIES),
      seenAt: Instant,
      words: z.nullable(SafetyWords),
    }),
    output: z.object({ dueAt: Instant }),
    audit: 'write',
  }),

  /**
   * One entry about an event that the asker sees; `doneAt` is when, by her device. `safety-steps-missing` before the steps of the
   * protocol are done or reasoned away, `safety-second-person` where the same colleague would close alone.
   */
  recordSafetyEntry: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/safety-events/:eventId/entries',
    permission: 'safety.act',
    input: z.object({ id: Id, eventId, doneAt: Instant, entry: SafetyEntryInput }),
    output: Nothing,
    audit: 'write',
  }),

  /** Who is on call and away in the asker's regions, whom to call, and what nobody has answered; no person. */
  getDuty: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/duty',
    permission: 'duty.read',
    input: Nothing,
    output: z.object({
      now: Instant,
      shifts: z.array(DutyShift),
      absences: z.array(Absence),
      contacts: z.array(RegionalContact),
      colleagues: z.array(
        z.object({ accountId: Id, name: z.string(), region: z.nullable(z.string()) }),
      ),
      /** Nobody's yet, with the names of the colleagues who were asked. Of a coordinator only. */
      unanswered: z.array(
        z.object({
          eventId,
          region: z.nullable(z.string()),
          urgency: z.enum(SAFETY_URGENCIES),
          dueAt: Instant,
          asked: z.array(z.string()),
        }),
      ),
      clock: SafetyClock,
      mayManage: z.boolean(),
    }),
    audit: 'none',
  }),

  /**
   * The paper protocol for the time without signal, of a region or (without one) of the whole programme: whom to call, the clock,
   * the steps of each kind of danger. Nothing of any person.
   */
  getSafetySheetFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/duty/sheet.pdf',
    permission: 'duty.read',
    input: z.object({
      region: z.optional(z.string().check(z.maxLength(20))),
      language: z.enum(LANGUAGES),
    }),
    output: FileAnswer,
    audit: 'none',
    isFile: true,
  }),

  /** Puts a colleague on call in a region; events that are nobody's come to her at once. */
  planDutyShift: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/duty/shifts',
    permission: 'duty.manage',
    input: z.object({
      id: Id,
      region: z.nullable(z.string().check(z.maxLength(20))),
      accountId: Id,
      from: Instant,
      until: Instant,
    }),
    output: Nothing,
    audit: 'write',
  }),

  withdrawDutyShift: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/duty/shifts/:shiftId/withdrawal',
    permission: 'duty.manage',
    input: z.object({ id: Id, shiftId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** Leave of the asker or of a practitioner of her team: what concerns her families goes on to the next. */
  planAbsence: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/duty/absences',
    permission: 'safety.act',
    input: z.object({ id: Id, accountId: Id, from: Instant, until: Instant }),
    output: Nothing,
    audit: 'write',
  }),

  withdrawAbsence: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/duty/absences/:absenceId/withdrawal',
    permission: 'safety.act',
    input: z.object({ id: Id, absenceId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** An institution to call; null takes it off the list. `basedOn` 0 for a new one. */
  recordRegionalContact: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/duty/contacts',
    permission: 'duty.manage',
    input: z.object({
      id: Id,
      contactId: Id,
      basedOn: z.int().check(z.minimum(0)),
      value: z.nullable(RegionalContactValue),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** How soon an event goes on in this programme; version 0 where it set nothing. */
  getSafetyClock: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/duty/clock',
    permission: 'case.settings',
    input: Nothing,
    output: z.object({ version: z.int(), clock: SafetyClock }),
    audit: 'none',
  }),

  /** Sets how soon an event goes on; never slower than the promise. `safety-clock-slow` otherwise. */
  setSafetyClock: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/duty/clock',
    permission: 'case.settings',
    input: z.object({ id: Id, basedOn: z.int().check(z.minimum(0)), clock: SafetyClock }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),
} as const satisfies Contract;
