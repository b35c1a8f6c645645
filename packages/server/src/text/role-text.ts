import { type KeyOf, type Language, type Translate, translator } from '@tirek/domain/text';
import en from './en/role.json' with { type: 'json' };
import kk from './kk/role.json' with { type: 'json' };
import ru from './ru/role.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

/** Names of the roles for the command line, and `none` for an account without one. */
export const roleText = (language: Language): Translate<KeyOf<typeof en>> =>
  translator(CATALOGUES[language], language);
