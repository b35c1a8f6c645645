import { privacySettingsContract } from '@tirek/domain/privacy/settings';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { routesOf } from '../../http/handler.ts';
import { findPrivacySettings, insertPrivacySettings } from './queries.ts';

export const privacySettingsRoutes = routesOf(privacySettingsContract, {
  async getPrivacySettings({ tx, actor }) {
    return await findPrivacySettings(tx, accountOf(actor));
  },

  async setPrivacySettings({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, basedOn, settings } = input;
    const known = (await findPrivacySettings(tx, asker)).version;
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    const version = basedOn + 1;
    about([], { version: String(version) });
    await insertPrivacySettings(tx, asker, { id, version, settings, now });
    return { version };
  },
});
