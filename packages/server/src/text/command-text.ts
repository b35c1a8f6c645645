import { type KeyOf, type Language, type Translate, translator } from '@tirek/domain/text';
import en from './en/command-line.json' with { type: 'json' };
import kk from './kk/command-line.json' with { type: 'json' };
import ru from './ru/command-line.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type CommandText = Translate<KeyOf<typeof en>>;
export type CommandTextKey = KeyOf<typeof en>;

/** Finds the texts of the command line in one language. */
export const commandText = (language: Language): CommandText =>
  translator(CATALOGUES[language], language);
