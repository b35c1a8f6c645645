import { type Language, translator } from '@tirek/domain/text';
import type { DatabaseRefused, RefusalCode } from '../db/embedded/index.ts';
import en from './en/database.json' with { type: 'json' };
import kk from './kk/database.json' with { type: 'json' };
import ru from './ru/database.json' with { type: 'json' };

/** A code without its sentence does not compile. */
const CATALOGUES: Record<Language, Record<RefusalCode, string>> = { kk, ru, en };

/** What is wrong with the embedded database and what to do about it, for the person who started the program. */
export function describeRefusal(refusal: DatabaseRefused, language: Language): string {
  // Process numbers and versions are names, not quantities: as words they get no thousands separator.
  const words = Object.entries(refusal.details).map(([name, value]) => [name, String(value)]);
  return translator(CATALOGUES[language], language)(refusal.code, Object.fromEntries(words));
}
