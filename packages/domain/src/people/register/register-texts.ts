import en from '../../text/en/register.json' with { type: 'json' };
import { type KeyOf, type Language, translator } from '../../text/index.ts';
import kk from '../../text/kk/register.json' with { type: 'json' };
import ru from '../../text/ru/register.json' with { type: 'json' };
import type { RegisterFinding } from './register-mapping.ts';

const CATALOGUES = { kk, ru, en };

export const registerTexts = (language: Language) =>
  translator<typeof en>(CATALOGUES[language] as typeof en, language);
export type RegisterText = KeyOf<typeof en>;

/** The sentence of a finding: what stands there, and what would be right. */
export const tellRegisterFinding = (
  { code, column, value }: RegisterFinding,
  language: Language,
): string => registerTexts(language)(code, { column: column ?? '', value: value ?? '' });
