import {
  consentSettingsContract,
  consentsContract,
  personConsentsContract,
  unknownPlaceholders,
} from '@tirek/domain/consents';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../http/account-of.ts';
import { type Route, routesOf } from '../http/handler.ts';
import { personsHandlers } from './persons/routes.ts';
import { findConsent, insertConsent, listConsents } from './queries.ts';
import { settingsHandlers } from './settings/routes.ts';

const surveyTextRoutes = routesOf(consentsContract, {
  async listConsentTexts({ tx, actor }) {
    return { texts: await listConsents(tx, accountOf(actor).programmeId) };
  },

  async addConsentText({ tx, actor, input, about }) {
    const account = accountOf(actor);
    const placeholders = Object.values(input.words).flatMap((words) => unknownPlaceholders(words));
    if (placeholders.length > 0) {
      throw new Problem('consent-placeholder-unknown', { placeholders: placeholders.join(', ') });
    }
    if (await findConsent(tx, account.programmeId, input.version)) {
      throw new Problem('consent-version-taken', { version: input.version });
    }
    const { version, linkages, words } = input;
    await insertConsent(tx, account, { version, linkages, words });
    about([], { version });
    return { version, linkages, words, isBuiltIn: false };
  },
});

export const consentsRoutes: readonly Route[] = [
  ...surveyTextRoutes,
  ...routesOf(consentSettingsContract, settingsHandlers),
  ...routesOf(personConsentsContract, personsHandlers),
];
