import { randomUUID } from 'node:crypto';
import type { AssessmentInput } from '@tirek/domain/assessments';
import type { OutputOf } from '@tirek/domain/contract';
import { findForm, scoreForm } from '@tirek/domain/instruments';
import {
  foldSteps,
  type PersonSteps,
  type proposalsContract,
  type StepDecisionInput,
} from '@tirek/domain/pathways/proposals';
import { TODAY } from '../../../cases/test/casework.ts';
import { settle } from '../../../consents/test/consenting.ts';
import type { TestApp } from '../../../test/test-app.ts';
import type { TestClient } from '../../../test/test-client.ts';

/** Gulmira answers for Saule, who learnt to ask these questionnaires. */
export async function settleCare(app: TestApp, forms: readonly string[]): Promise<void> {
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
  for (const formCode of forms) {
    await app.as('aliya').call('recordCompetence', {
      ...{ id: randomUUID(), accountId: app.id('saule'), formCode, basedOn: 0 },
      ...({ state: 'held', validUntil: null } as const),
    });
  }
}

/** A questionnaire as a device sends it: one option for each of its questions, or the answers themselves. */
export function answersTo(
  formCode: string,
  pattern: string | Readonly<Record<string, boolean>>,
  over: Partial<AssessmentInput> = {},
): AssessmentInput {
  const form = findForm(formCode);
  if (!form) throw new Error(`no ${formCode}`);
  const asked = form.items.filter(({ options }) => options.length > 0);
  const answers =
    typeof pattern === 'string'
      ? Object.fromEntries(
          asked.map(({ linkId, options }, at) => [linkId, pattern[at] ?? options[0]?.id ?? '']),
        )
      : { ...pattern };
  return {
    ...({ mode: 'read-aloud', informant: 'self', language: 'ru' } as const),
    ...{ formCode: form.code, formVersion: form.version, isEnteredTwice: false },
    ...{ takenOn: TODAY, answeredAt: `${TODAY}T05:00:00.000Z`, supersedes: null, because: null },
    ...{ scores: scoreForm(form, answers), answers, languages: {} },
    ...over,
  };
}

/** @returns the id of the questionnaire. */
export async function answers(
  client: TestClient,
  personId: string,
  assessment: AssessmentInput,
): Promise<string> {
  const id = randomUUID();
  await client.call('recordAssessment', { id, personId, assessment });
  return id;
}

type Listed = OutputOf<(typeof proposalsContract)['listSteps']>;

export const stepsOf = async (
  client: TestClient,
  personId: string,
): Promise<PersonSteps & Pick<Listed, 'proposals' | 'decisions' | 'colleagues'>> => {
  const { proposals, decisions, colleagues } = await client.call('listSteps', { personId });
  return { ...foldSteps(proposals, decisions), proposals, decisions, colleagues };
};

const judged = { wish: 'wants', functioning: null, words: null } as const;
export const confirmed = (step: '2' | '3' | '4' | 'S1' | 'S0') =>
  ({ kind: 'confirmed', step, ...judged }) as const;
export const changed = (step: '1' | '2' | '3' | '4') =>
  ({ kind: 'changed', step, reason: 'knows-more', ...judged }) as const;
export const DECLINED = {
  kind: 'declined',
  reason: 'own-wish',
  ...judged,
  wish: 'not-now',
} as const;
export const ASKED_AGAIN = { kind: 'asked-again', words: null } as const;

/** What somebody says of the newest proposal, as a page sends it that shows all that was decided. */
export async function decisionOn(
  client: TestClient,
  personId: string,
  decision: StepDecisionInput,
) {
  const { current, said } = await stepsOf(client, personId);
  return {
    ...{ id: randomUUID(), personId, proposalId: current?.id ?? randomUUID() },
    ...{ basedOn: said.length, decision },
  };
}
export const decides = async (client: TestClient, personId: string, decision: StepDecisionInput) =>
  client.call('decideStep', await decisionOn(client, personId, decision));
