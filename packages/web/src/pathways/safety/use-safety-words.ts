import { type SafetyTexts, safetyTexts } from '@tirek/domain/pathways/safety';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.tsx';

/** The words of the domain about dangers and what is done. */
export function useSafetyWords(): SafetyTexts {
  const { language } = useLanguage();
  return useMemo(() => safetyTexts(language), [language]);
}
