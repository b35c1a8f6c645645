import { type SupportTexts, supportTexts } from '@tirek/domain/support';
import { useLanguage } from '../text/language.tsx';

/** The words of the domain for kinds of help, methods and who gives it. */
export const useSupportWords = (): SupportTexts => supportTexts(useLanguage().language);
