import type { SignedInActor } from '@tirek/domain/access';
import {
  CONSENT_STATE_PAGE,
  effectOfWithdrawal,
  type personConsentsContract,
} from '@tirek/domain/consents';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf } from '../../http/handler.ts';
import { findPerson, wordsThatCount } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { listEntries, listLastWords } from './queries.ts';
import { recordConsent } from './record-consent.ts';
import { showConsents } from './show-consents.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const personsHandlers: Handlers<typeof personConsentsContract> = {
  recordConsent,
  withdrawConsent,

  listConsents: oneOf(showConsents),

  async previewWithdrawal({ tx, actor, input, now, about }) {
    const account = accountOf(actor);
    await requirePerson(tx, account, input.personId);
    about([input.personId]);
    const { personId } = input;
    const today = programmeDay(now);
    const history = await listEntries(tx, account, personId);
    const { counting } = await wordsThatCount(tx, { personId, history, today });
    return effectOfWithdrawal(counting, input, today);
  },

  async listConsentStates({ tx, actor, input, about }) {
    const { purpose = null, after = null } = input;
    const words = await listLastWords(tx, accountOf(actor), { purpose, after });
    const people = [...new Set(words.map(({ personId }) => personId))];
    about(people);
    return { words, next: people.length < CONSENT_STATE_PAGE ? null : (people.at(-1) ?? null) };
  },
};

async function requirePerson(tx: Tx, actor: SignedInActor, personId: string): Promise<void> {
  if (!(await findPerson(tx, actor, personId))) throw new Problem('not-found');
}
