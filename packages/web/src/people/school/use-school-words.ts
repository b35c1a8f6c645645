import { type SchoolTexts, schoolTexts } from '@tirek/domain/people/school';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.tsx';

/** The words of the domain about the school's own record. */
export function useSchoolWords(): SchoolTexts {
  const { language } = useLanguage();
  return useMemo(() => schoolTexts(language), [language]);
}
