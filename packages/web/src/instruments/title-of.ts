import { type FormPackage, textOf } from '@tirek/domain/instruments';
import type { Language } from '@tirek/domain/text';

/** The title in the reader's language, or whichever stands in for it. */
export const titleOf = ({ title, fallback }: FormPackage, language: Language): string =>
  textOf(title, language, fallback[language]);
