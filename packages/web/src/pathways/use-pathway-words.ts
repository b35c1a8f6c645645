import {
  type FormOutline,
  type PathwayTexts,
  pathwayTexts,
  type Telling,
} from '@tirek/domain/pathways';
import { useMemo } from 'react';
import { useLanguage } from '../text/language.tsx';

/** The words of steps and conditions in the reader's language, and what is needed to tell rules and reasons. */
export function usePathwayWords(forms: readonly FormOutline[] = []): {
  readonly t: PathwayTexts;
  readonly telling: Telling;
} {
  const { language } = useLanguage();
  return useMemo(
    () => ({ t: pathwayTexts(language), telling: { language, forms } }),
    [language, forms],
  );
}
