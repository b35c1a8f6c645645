import { type PupilTexts, pupilTexts } from '@tirek/domain/people/pupils';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.tsx';

/** The words of the domain about what is agreed for school. */
export function usePupilWords(): PupilTexts {
  const { language } = useLanguage();
  return useMemo(() => pupilTexts(language), [language]);
}
