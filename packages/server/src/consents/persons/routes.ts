import type { SignedInActor } from '@tirek/domain/access';
import {
  addYears,
  CONSENT_STATE_PAGE,
  consentRule,
  effectOfWithdrawal,
  type personConsentsContract,
  reconsentsDue,
  standingConsents,
} from '@tirek/domain/consents';
import { birthRange } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { findDataKey, findPerson, type WrappedKey, wordsThatCount } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findSettings } from '../settings/queries.ts';
import { findBirth } from './find-birth.ts';
import { openParticulars } from './particulars.ts';
import { listEntries, listLastWords } from './queries.ts';
import { recordConsent } from './record-consent.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const personsHandlers: Handlers<typeof personConsentsContract> = {
  recordConsent,
  withdrawConsent,

  async listConsents({ tx, actor, input, now, keyFor, about }) {
    const account = accountOf(actor);
    const { personId } = input;
    await requirePerson(tx, account, personId);
    about([personId]);
    const on = programmeDay(now);
    const history = await listEntries(tx, account, personId);
    const { records, counting } = await wordsThatCount(tx, { personId, history, today: on });
    const keys = new Map<string, WrappedKey | null>();
    for (const record of records) {
      keys.set(record.personId, await findDataKey(tx, record.personId));
    }
    const settings = (await findSettings(tx, account))?.settings ?? null;
    const birth = await findBirth(tx, personId, keyFor);
    const known = settings && birth ? { born: birthRange(birth), table: settings.ages } : null;
    return {
      obstacle: settings === null ? 'settings-missing' : birth === null ? 'birth-missing' : null,
      rule: known ? consentRule(known.born, { on, table: known.table }) : null,
      standing: standingConsents(counting, on),
      due: known ? reconsentsDue({ history: counting, ...known }, on, addYears(on, 1)) : [],
      entries: history.map(({ sealed, personId: record, ...entry }) => {
        const key = keys.get(record);
        return {
          ...entry,
          particulars:
            sealed && key
              ? openParticulars(sealed, { personId: record, id: entry.id, key }, keyFor)
              : null,
        };
      }),
    };
  },

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
