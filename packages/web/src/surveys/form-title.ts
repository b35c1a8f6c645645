import type { AskableForm } from '@tirek/domain/surveys';
import type { Language } from '@tirek/domain/text';

/** The title of an instrument in the reader's language, else in whichever it has, else its code. */
export const formTitle = ({ title, code }: AskableForm, language: Language): string =>
  title[language] ?? title.ru ?? title.en ?? title.kk ?? code;
