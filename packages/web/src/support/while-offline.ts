import type { InputOf, OutputOf } from '@tirek/domain/contract';
import { OWN_CENTRE, type SupportRecords, type supportContract } from '@tirek/domain/support';
import type { ComposedReads } from '../offline/offline-api.ts';
import type { WaitingRules } from '../offline/waiting-rule.ts';

type Contract = typeof supportContract;
type Sheet = InputOf<Contract['recordSupportSheet']>;
type End = InputOf<Contract['endSupport']>;
type Aid = InputOf<Contract['recordMaterialAid']>;
type OfPerson = OutputOf<Contract['listSupport']>;
type Groups = OutputOf<Contract['listSupportGroups']>;

/** Her account is not told with what waits; only its own writer sees it. */
const writtenOn = (today: string) => ({
  ...{ recordedBy: '', recordedAt: `${today}T23:59:59.000Z`, recordedOn: today },
});

/** A sheet as the rows it will be, of the people whom a read is about. */
function rowsOf(
  { sheet }: Sheet,
  today: string,
  isWanted: (personId: string) => boolean,
): Pick<SupportRecords, 'courses' | 'sessions'> {
  const { begins, heldOn, minutes, language } = sheet;
  const rows = sheet.rows.filter(({ personId }) => isWanted(personId));
  return {
    courses: rows.flatMap(({ courseId, personId }) =>
      begins
        ? [
            {
              ...{ ...begins, ...writtenOn(today), id: courseId, personId, beganOn: heldOn },
              // What an institution of the directory is, only the server says.
              providerKind: OWN_CENTRE,
            },
          ]
        : [],
    ),
    sessions: rows.map((row) => ({ ...row, ...writtenOn(today), heldOn, minutes, language })),
  };
}

/** What is written down after a meeting waits for signal and is shown at once. */
export const supportWhileOffline: WaitingRules = {
  recordSupportSheet: {
    about: (input) => {
      const [first = ''] = (input as Sheet).sheet.rows.map(({ courseId }) => courseId).toSorted();
      return `support ${first}`;
    },
    answer: () => ({}),
    shows(read, input) {
      const written = input as Sheet;
      if (read.name === 'listSupport') {
        const shown = read.output as OfPerson;
        const { personId } = read.input;
        const { courses, sessions } = rowsOf(written, shown.today, (each) => each === personId);
        if (sessions.length === 0) return read.output;
        return {
          ...shown,
          courses: [...shown.courses, ...courses],
          sessions: [...shown.sessions, ...sessions],
        };
      }
      if (read.name === 'listSupportGroups') {
        const shown = read.output as Groups;
        const rows = rowsOf(written, written.sheet.heldOn, () => true);
        const courses = [
          ...shown.courses,
          ...rows.courses.filter(({ groupId }) => groupId !== null),
        ];
        const ids = new Set(courses.map(({ id }) => id));
        const sessions = rows.sessions.filter(({ courseId }) => ids.has(courseId));
        return { ...shown, courses, sessions: [...shown.sessions, ...sessions] };
      }
      return read.output;
    },
  },
  endSupport: {
    about: ({ courseId }) => `support ${courseId}`,
    answer: () => ({}),
    shows(read, input) {
      const { id, personId, courseId, endedOn, how } = input as End;
      if (read.name !== 'listSupport' || read.input.personId !== personId) return read.output;
      const shown = read.output as OfPerson;
      const end = { ...writtenOn(shown.today), id, personId, courseId, endedOn, how };
      return { ...shown, ends: [...shown.ends, end] };
    },
  },
  recordMaterialAid: {
    about: ({ personId }) => `aid ${personId}`,
    answer: () => ({}),
    shows(read, input) {
      const { id, personId, aid } = input as Aid;
      if (read.name !== 'listSupport' || read.input.personId !== personId) return read.output;
      const shown = read.output as OfPerson;
      return { ...shown, aid: [...shown.aid, { ...aid, ...writtenOn(shown.today), id, personId }] };
    },
  },
};

/** Groups out of what lies on the device of the people who were taken along. */
export const supportComposed: ComposedReads = {
  listSupportGroups: {
    of: 'listSupport',
    compose: (outputs): Groups => {
      const all = outputs as readonly OfPerson[];
      const courses = all.flatMap((own) => own.courses.filter(({ groupId }) => groupId !== null));
      const ids = new Set(courses.map(({ id }) => id));
      const ofGroups = ({ courseId }: { courseId: string }) => ids.has(courseId);
      return {
        courses,
        sessions: all.flatMap(({ sessions }) => sessions.filter(ofGroups)),
        ends: all.flatMap(({ ends }) => ends.filter(ofGroups)),
      };
    },
  },
};
