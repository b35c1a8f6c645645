import type { InputOf, OutputOf } from '@tirek/domain/contract';
import type { proposalsContract } from '@tirek/domain/pathways/proposals';
import type { WaitingRules } from '../../offline/waiting-rule.ts';

type Written = InputOf<(typeof proposalsContract)['decideStep']>;
type Shown = OutputOf<(typeof proposalsContract)['listSteps']>;

/** A decision on a proposal that was taken along waits for signal and is shown at once; a newer proposal refuses it when it arrives. */
export const stepsWhileOffline: WaitingRules = {
  decideStep: {
    about: ({ personId }) => `steps ${personId}`,
    answer: () => ({}),
    shows(read, input) {
      const { id, personId, proposalId, decision } = input as Written;
      if (read.name !== 'listSteps' || read.input.personId !== personId) return read.output;
      const shown = read.output as Shown;
      const waiting: Shown['decisions'][number] = {
        ...decision,
        // Her account is not told with the decision; only its own writer sees what waits.
        ...{ id, proposalId, decidedBy: '', decidedAt: shown.now, decidedOn: shown.today },
      };
      return { ...shown, decisions: [...shown.decisions, waiting] };
    },
  },
};
