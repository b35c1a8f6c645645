import { COMMON_LANGUAGES } from '@tirek/domain/people';
import { useText } from '../text/language.tsx';

/** The name of a language in the reader's; its code where nobody has named it. */
export function useLanguageNames(): (code: string) => string {
  const text = useText('people');
  return (code) => {
    const known = COMMON_LANGUAGES.find((each) => each === code);
    return known ? text(`language.${known}`) : code;
  };
}
