import type { assessmentsContract } from '@tirek/domain/assessments';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import type { WaitingRules } from '../offline/waiting-rule.ts';

type Written = InputOf<(typeof assessmentsContract)['recordAssessment']>;
type Shown = OutputOf<(typeof assessmentsContract)['listAssessments']>;
type Skipped = InputOf<(typeof assessmentsContract)['skipRescreen']>;
type Coming = OutputOf<(typeof assessmentsContract)['getRescreens']>;

/**
 * A questionnaire that was asked without signal waits, with the scores that the device worked out, and is shown at once; so does a
 * sitting that was put off, which the server refuses when another has become the next.
 */
export const assessmentsWhileOffline: WaitingRules = {
  recordAssessment: {
    about: ({ personId }) => `assessments ${personId}`,
    answer: () => ({}),
    shows(read, input) {
      const { id, personId, assessment } = input as Written;
      if (read.name !== 'listAssessments' || read.input.personId !== personId) return read.output;
      const shown = read.output as Shown;
      const { answers, languages, ...told } = assessment;
      const waiting: Shown['assessments'][number] = {
        ...{ ...told, id, personId, sealed: { answers, languages }, conclusions: [] },
        // Her account is not told with the answer; only its own writer sees what waits.
        ...{ recordedBy: '', recordedOn: shown.today },
      };
      return { ...shown, assessments: [...shown.assessments, waiting] };
    },
  },
  skipRescreen: {
    about: ({ personId }) => `rescreens ${personId}`,
    answer: () => ({}),
    shows(read, input) {
      const { id, personId, dueBy, until, reason } = input as Skipped;
      if (read.name !== 'getRescreens' || read.input.personId !== personId) return read.output;
      const shown = read.output as Coming;
      const skip = { id, personId, dueBy, until, reason, recordedOn: shown.today };
      const moved = shown.coming.map((due) =>
        due.dueBy !== dueBy
          ? due
          : {
              ...due,
              ...{ dueFrom: until, dueBy: [dueBy, until].toSorted()[1] ?? until },
              why: ['put-off' as const],
            },
      );
      return {
        ...shown,
        coming: moved.toSorted((a, b) => (a.dueBy < b.dueBy ? -1 : a.dueBy > b.dueBy ? 1 : 0)),
        skips: [skip, ...shown.skips],
      };
    },
  },
};
