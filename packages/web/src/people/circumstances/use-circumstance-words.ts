import type { FamilyMember } from '@tirek/domain/people';
import {
  type CircumstanceFact,
  type CircumstanceTexts,
  type CircumstanceValue,
  circumstanceFacts,
  circumstanceTexts,
} from '@tirek/domain/people/circumstances';
import { useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useLanguage } from '../../text/language.tsx';
import { useBirthText } from '../use-birth-text.ts';

/** The words of the domain about how somebody lives. */
export function useCircumstanceTexts(): CircumstanceTexts {
  const { language } = useLanguage();
  return useMemo(() => circumstanceTexts(language), [language]);
}

/** One part as names and values. */
export function useCircumstanceFacts(): (
  told: CircumstanceValue,
  at: { birth: FamilyMember['birth']; on: string },
) => CircumstanceFact[] {
  const t = useCircumstanceTexts();
  const { nameOf } = useRegionNames();
  const date = useBirthText();
  const schoolAge = useRead('getCaseSettings', {}).data?.settings.schoolAge;
  return (told, { birth, on }) =>
    circumstanceFacts(told, {
      ...{ t, region: nameOf, date, birth },
      atSchool: schoolAge === undefined ? null : { on, schoolAge },
    });
}
