import { calledName, fullName } from '@tirek/domain/people';
import {
  answerBy,
  gradeOfClass,
  type PupilEntryInput,
  schoolContract,
} from '@tirek/domain/people/school';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { idOf } from '../../id-of.ts';
import { programmeDay } from '../../programmes/index.ts';
import { openIdentitiesOf } from '../merging/open-as-one.ts';
import { listPupilsToCompare, lockSchool } from '../pupils/queries.ts';
import { openPupil } from '../pupils/sealed-pupil.ts';
import { findPerson } from '../records/queries.ts';
import {
  countIncidents,
  findLinkedPupil,
  hasOwnPupil,
  incidentsIn,
  insertClosing,
  insertPupilEntry,
  listOwnClosed,
  listOwnEntries,
  listPassed,
  listToClose,
  mayCloseIncident,
  monthsIn,
} from './queries.ts';

const handlers: Handlers<typeof schoolContract> = {
  async listSchoolRecord({ tx, actor, now, about }) {
    const asker = accountOf(actor);
    about([]);
    const closed = await listOwnClosed(tx);
    const byPupil = Map.groupBy(await listOwnEntries(tx, asker), ({ pupilId }) => pupilId);
    return {
      today: programmeDay(now),
      pupils: [...byPupil].map(([pupilId, rows]) => ({
        pupilId,
        months: monthsIn(rows),
        incidents: incidentsIn(rows, (id) => closed.has(id)),
      })),
    };
  },

  async recordPupilEntry({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, pupilId, basedOn, entry } = input;
    about([]);
    if (!(await hasOwnPupil(tx, pupilId))) throw new Problem('not-found');
    await lockSchool(tx, pupilId);
    const today = programmeDay(now);
    if (dayOf(entry) > (entry.kind === 'attendance' ? today.slice(0, 7) : today)) {
      throw new Problem('paper-day-to-come');
    }
    const subjectId = subjectOf(entry, pupilId);
    const rows = (await listOwnEntries(tx, asker)).filter((row) => row.subjectId === subjectId);
    if (rows.some((row) => row.pupilId !== pupilId)) throw new Problem('not-found');
    const version = Math.max(0, ...rows.map((row) => row.version));
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    const value = keptOf(entry, rows);
    await insertPupilEntry(tx, asker, {
      ...{ id, pupilId, subjectId, version: version + 1, kind: entry.kind, value, now, today },
    });
    return { version: version + 1 };
  },

  async listIncidentsToClose({ tx, now, about }) {
    about([]);
    return { today: programmeDay(now), incidents: incidentsIn(await listToClose(tx), () => false) };
  },

  async closeIncident({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, incidentId } = input;
    const today = programmeDay(now);
    const passed = (await listPassed(tx, today)).find((row) => row.subjectId === incidentId);
    about(passed ? [passed.personId] : []);
    if (!(await mayCloseIncident(tx, { incidentId, on: today }))) {
      const own = await listOwnEntries(tx, asker);
      const isKnown = passed ?? own.find((row) => row.subjectId === incidentId);
      throw new Problem(isKnown ? 'incident-own' : 'not-found');
    }
    await insertClosing(tx, asker, { id, incidentId, now, today });
    return {};
  },

  async getSchoolRecordOf({ tx, actor, input, now, keyFor, about }) {
    const { personId } = input;
    if (!(await findPerson(tx, accountOf(actor), personId))) throw new Problem('not-found');
    about([personId]);
    const today = programmeDay(now);
    const rows = (await listPassed(tx, today)).filter((row) => row.personId === personId);
    const closed = new Set(rows.filter((row) => row.isClosed).map((row) => row.subjectId));
    const pupilId = await findLinkedPupil(tx, { personId, on: today });
    const line = pupilId
      ? (await listPupilsToCompare(tx, personId)).find((row) => row.pupilId === pupilId)
      : undefined;
    return {
      today,
      grade: line ? gradeOfClass(openPupil(line.sealed, line.entryId, keyFor).klass) : null,
      months: monthsIn(rows),
      incidents: incidentsIn(rows, (id) => closed.has(id)),
    };
  },

  async listSchoolIncidents({ tx, now, keyFor, about }) {
    const today = programmeDay(now);
    const rows = (await listPassed(tx, today)).filter((row) => !row.isClosed);
    const people = [...new Set(rows.map(({ personId }) => personId))];
    about(people);
    const personOf = new Map(rows.map(({ subjectId, personId }) => [subjectId, personId]));
    const identities = await openIdentitiesOf(tx, people, keyFor);
    return {
      today,
      waiting: incidentsIn(rows, () => false).map((incident) => {
        const personId = personOf.get(incident.incidentId) as string;
        const identity = identities.get(personId);
        return { personId, name: identity ? fullName(calledName(identity)) : null, incident };
      }),
    };
  },

  async countIncidents({ tx, now }) {
    return { regions: await countIncidents(tx, programmeDay(now)) };
  },
};

export const schoolRoutes = routesOf(schoolContract, handlers);

/** A month of a pupil is one thing, whoever's device writes it. */
const subjectOf = (entry: PupilEntryInput, pupilId: string): string =>
  entry.kind === 'attendance'
    ? idOf(`attendance ${pupilId} ${entry.value.month}`)
    : entry.incidentId;

function dayOf(entry: PupilEntryInput): string {
  if (entry.kind === 'attendance') return entry.value.month;
  return entry.kind === 'incident' ? entry.value.heardOn : entry.value.on;
}

/**
 * What is kept of a step.
 * @throws Problem where it comes before its time: nobody looks again at what was not answered, and nobody answers twice.
 */
function keptOf(
  entry: PupilEntryInput,
  rows: Parameters<typeof incidentsIn>[0],
): PupilEntryInput['value'] | (PupilEntryInput['value'] & { isInTime: boolean }) {
  if (entry.kind === 'attendance') return entry.value;
  const [known] = incidentsIn(rows, () => false);
  switch (entry.kind) {
    case 'incident':
      if (known) throw new Problem('incident-out-of-order');
      return entry.value;
    case 'response':
      if (!known || known.answer || entry.value.on < known.told.heardOn) {
        throw new Problem('incident-out-of-order');
      }
      return { ...entry.value, isInTime: entry.value.on <= answerBy(known.told) };
    case 'look':
      if (!known?.answer || entry.value.on < (known.looks.at(-1) ?? known.answer).on) {
        throw new Problem('incident-out-of-order');
      }
      return entry.value;
  }
}
