import {
  type consentSettingsContract,
  missingPlaceholders,
  PURPOSE_PLACEHOLDERS,
  unknownPlaceholders,
} from '@tirek/domain/consents';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import {
  findSettings,
  insertPurposeText,
  insertReceiver,
  insertSettings,
  listPurposeTexts,
  listReceivers,
} from './queries.ts';

export const settingsHandlers: Handlers<typeof consentSettingsContract> = {
  async getConsentSettings({ tx, actor }) {
    return (await findSettings(tx, accountOf(actor))) ?? { version: 0, settings: null };
  },

  async setConsentSettings({ tx, actor, input, now, about }) {
    const account = accountOf(actor);
    const current = (await findSettings(tx, account))?.version ?? 0;
    if (current !== input.basedOn) throw new Problem('changed-meanwhile', { version: current });
    const version = current + 1;
    await insertSettings(tx, account, { id: input.id, version, settings: input.settings, now });
    about([], { version: String(version) });
    return { version };
  },

  async listPurposeTexts({ tx, actor }) {
    return { texts: await listPurposeTexts(tx, accountOf(actor)) };
  },

  async addPurposeText({ tx, actor, input, now, about }) {
    const account = accountOf(actor);
    const { id: _, ...text } = input;
    const unknown = Object.values(text.words).flatMap((words) =>
      unknownPlaceholders(words, PURPOSE_PLACEHOLDERS),
    );
    if (unknown.length > 0) {
      throw new Problem('consent-placeholder-unknown', { placeholders: unknown.join(', ') });
    }
    const missing = missingPlaceholders(text);
    if (missing.length > 0) {
      throw new Problem('consent-fields-missing', { placeholders: missing.join(', ') });
    }
    const known = await listPurposeTexts(tx, account);
    if (known.some(({ version }) => version === text.version)) {
      throw new Problem('consent-version-taken', { version: text.version });
    }
    await insertPurposeText(tx, account, { text, now });
    about([], { version: text.version });
    return { ...text, isBuiltIn: false };
  },

  async listConsentReceivers({ tx, actor }) {
    return { receivers: await listReceivers(tx, accountOf(actor)) };
  },

  async addConsentReceiver({ tx, actor, input, now, about }) {
    await insertReceiver(tx, accountOf(actor), { ...input, now });
    about([input.id]);
    return input;
  },
};
