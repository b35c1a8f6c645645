import type { assessmentsContract } from '@tirek/domain/assessments';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import type { WaitingRules } from '../offline/waiting-rule.ts';

type Written = InputOf<(typeof assessmentsContract)['recordAssessment']>;
type Shown = OutputOf<(typeof assessmentsContract)['listAssessments']>;

/** A questionnaire that was asked without signal waits, with the scores that the device worked out, and is shown at once. */
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
};
