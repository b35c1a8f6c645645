import * as z from 'zod/mini';
import { RegionCode } from '../../access/index.ts';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../../contract.ts';
import { Attendance, MonthKept } from './attendance.ts';
import { Incident, IncidentAnswer, IncidentLook, IncidentStanding } from './incident.ts';

/** What is written down of a pupil; each is a step that only adds. */
export const PupilEntryInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attendance'), value: Attendance }),
  z.object({ kind: z.literal('incident'), incidentId: Id, value: Incident }),
  z.object({ kind: z.literal('response'), incidentId: Id, value: IncidentAnswer }),
  z.object({ kind: z.literal('look'), incidentId: Id, value: IncidentLook }),
]);
export type PupilEntryInput = z.infer<typeof PupilEntryInput>;

const Waiting = z.object({
  personId: Id,
  /** Null where the identity is gone. */
  name: z.nullable(z.string()),
  incident: IncidentStanding,
});

export const schoolContract = {
  /** What the asker wrote down of the pupils on his own list. */
  listSchoolRecord: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/school-record',
    permission: 'pupil.keep',
    input: Nothing,
    output: z.object({
      today: DateOnly,
      pupils: z.array(
        z.object({
          pupilId: Id,
          months: z.array(MonthKept),
          /** What is wanted first stands first. */
          incidents: z.array(IncidentStanding),
        }),
      ),
    }),
    audit: 'read',
  }),

  /**
   * Attendance of a month, an incident, what was done about it, or a look at it again. `basedOn` is the newest version of the month or
   * of the incident, 0 for none: `changed-meanwhile` when another holds. `incident-out-of-order` where a step comes before its time.
   */
  recordPupilEntry: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pupils/:pupilId/entries',
    permission: 'pupil.keep',
    input: z.object({
      id: Id,
      pupilId: Id,
      basedOn: z.int().check(z.minimum(0)),
      entry: PupilEntryInput,
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** Incidents that others wrote down and that wait for a second person: what happened and what was done, and not to whom. */
  listIncidentsToClose: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/incidents-to-close',
    permission: 'incident.close',
    input: Nothing,
    output: z.object({ today: DateOnly, incidents: z.array(IncidentStanding) }),
    audit: 'read',
  }),

  /** An incident is over: said by somebody who wrote nothing of it, after a look that found it stopped. */
  closeIncident: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/incidents/:incidentId/closing',
    permission: 'incident.close',
    input: z.object({ id: Id, incidentId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** What the school wrote of somebody within reach, as far as the mother lets it through. */
  getSchoolRecordOf: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/school-record',
    permission: 'school-note.write',
    input: z.object({ personId: Id }),
    output: z.object({
      today: DateOnly,
      /** The grade that the school's class says, and when it was written; null where the mother lets nothing through. */
      grade: z.nullable(z.int()),
      months: z.array(MonthKept),
      incidents: z.array(IncidentStanding),
    }),
    audit: 'read',
  }),

  /** What waits at school for people within reach, the overdue first. */
  listSchoolIncidents: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/school-incidents',
    permission: 'school-note.write',
    input: Nothing,
    output: z.object({ today: DateOnly, waiting: z.array(Waiting) }),
    audit: 'read',
  }),

  /** Incidents of the last year by region, in whole fives: heard of, answered within five working days, not answered yet. */
  countIncidents: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/incident-counts',
    permission: 'caseload.count',
    input: Nothing,
    output: z.object({
      regions: z.array(
        z.object({
          region: RegionCode,
          heard: z.int(),
          inTime: z.int(),
          waiting: z.int(),
        }),
      ),
    }),
    audit: 'none',
  }),
} as const satisfies Contract;
