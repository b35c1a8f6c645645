import type { Language } from '../../text/languages.ts';
import type { FormPackage } from '../form-package.ts';
import { type RecordedStep, type Standing, standingOf } from './translation-step.ts';
import { type TranslationString, translationStrings } from './translation-string.ts';

/** A text with where it stands. */
export type WorkedString = TranslationString & { standing: Standing };

/** Every text of a package in one language, with where it stands. */
export function workedStrings(
  pkg: FormPackage,
  language: Language,
  steps: readonly RecordedStep[],
): WorkedString[] {
  const byString = new Map<string, RecordedStep[]>();
  for (const step of steps) {
    byString.set(step.stringId, [...(byString.get(step.stringId) ?? []), step]);
  }
  return translationStrings(pkg, language).map((one) => ({
    ...one,
    standing: standingOf(byString.get(one.id) ?? [], one.sourceHash),
  }));
}

/** How far a language has come; it may be offered once every text is signed off. */
export function translationProgress(strings: readonly WorkedString[]) {
  const signedOff = strings.filter(({ standing }) => standing.status === 'approved').length;
  return {
    of: strings.length,
    signedOff,
    isOffered: strings.length > 0 && signedOff === strings.length,
  };
}

/**
 * The package with a language that was worked on. Until every text is signed off all of them are drafts, so that no survey
 * offers half a translation.
 */
export function withTranslation(
  pkg: FormPackage,
  language: Language,
  strings: readonly WorkedString[],
): FormPackage {
  const status = translationProgress(strings).isOffered ? 'approved' : 'draft';
  const translated = JSON.parse(JSON.stringify(pkg)) as FormPackage;
  for (const { place, standing } of strings) {
    if (standing.text === null) continue;
    const steps = [...place.matchAll(/[^.[\]]+/g)].map(([step]) => step);
    const at = steps.reduce<Record<string, unknown>>(
      (part, step) => part[step] as Record<string, unknown>,
      translated as unknown as Record<string, unknown>,
    );
    at[language] = { text: standing.text, status };
  }
  return translated;
}
