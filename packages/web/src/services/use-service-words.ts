import { caseTexts, type NeedCategory } from '@tirek/domain/cases';
import { type Names, nameIn, type ServiceTexts, serviceTexts } from '@tirek/domain/services';
import { useMemo } from 'react';
import { useLanguage } from '../text/language.tsx';

/** The words of the directory, of the categories of needs, and names in the reader's language. */
export function useServiceWords(): {
  readonly t: ServiceTexts;
  category(category: NeedCategory): string;
  named(names: Names): string;
} {
  const { language } = useLanguage();
  return useMemo(() => {
    const taxonomy = caseTexts(language);
    return {
      t: serviceTexts(language),
      category: (category: NeedCategory) => taxonomy(`need.category.${category}`),
      named: (names: Names) => nameIn(names, language),
    };
  }, [language]);
}
