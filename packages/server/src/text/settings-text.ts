import { type Language, translator } from '@tirek/domain/text';
import type { SettingRefusal, UnknownSetting } from '../settings.ts';
import en from './en/settings.json' with { type: 'json' };
import kk from './kk/settings.json' with { type: 'json' };
import ru from './ru/settings.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

/** Finds the texts about settings in one language. */
export const settingsText = (language: Language) => translator(CATALOGUES[language], language);

/** What is wrong with a setting and what to do about it; begins with its name. */
export function sentenceOfRefusal(refusal: SettingRefusal, language: Language): string {
  const { name, value, reason } = refusal;
  return settingsText(language)(`refused.${reason}`, { name, value });
}

/** Tells of a variable that looks like a setting and is none. */
export function sentenceOfUnknown({ name, nearest }: UnknownSetting, language: Language): string {
  const text = settingsText(language);
  return nearest ? text('unknown-near', { name, nearest }) : text('unknown', { name });
}
