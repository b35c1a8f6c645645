import type { FormPackage } from '../form-package.ts';
import type { Scale } from '../scale.ts';
import { FIRST_VERSION } from './first-version.ts';
import { needsAssessment2022 } from './needs-assessment-2022/needs-assessment-2022.ts';

/** A scale of the needs assessment asked by itself: the same items, words and scoring, so that results go on. */
export const oneScaleOf2022 = (
  about: Pick<FormPackage, 'code' | 'title' | 'items' | 'informants' | 'meaning' | 'examples'> & {
    scale: Scale;
    optionList: string;
  },
): FormPackage => {
  const { scale, optionList, ...rest } = about;
  const { notice, fallback, licence, optionLists } = needsAssessment2022;
  return {
    ...FIRST_VERSION,
    ...rest,
    ...(notice && { notice }),
    wording: 'own',
    fallback,
    sensitivity: 'personal',
    optionLists: { [optionList]: optionLists[optionList]! },
    scales: [scale],
    licence,
    evidence: scale.evidence,
  };
};
