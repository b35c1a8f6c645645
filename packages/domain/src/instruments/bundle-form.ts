import { Problem } from '../problem.ts';
import { LANGUAGES, type Language } from '../text/languages.ts';
import type { CompiledForm } from './compiled-form.ts';
import type { FormBundle } from './form-bundle.ts';
import { makeBundle, withSignals } from './make-bundle.ts';
import { listStrings } from './package-strings.ts';
import { findWording } from './translated.ts';

export type { FormBundle } from './form-bundle.ts';

/** Whether anybody can answer the form here, and if not, why. */
export type Answerable =
  | { kind: 'yes' }
  | { kind: 'no'; reason: 'text-missing'; items: string[]; owner: string };

/** A form whose wording the site has to bring cannot be answered without it. */
export function canBeAnswered({ hasText, items, pkg }: CompiledForm): Answerable {
  if (hasText) return { kind: 'yes' };
  const silent = items.filter(
    ({ item, options, isCalculated }) =>
      !isCalculated &&
      item.type !== 'group' &&
      (!item.text || options.some(({ text }) => text === undefined)),
  );
  return {
    kind: 'no',
    reason: 'text-missing',
    items: silent.map(({ linkId }) => linkId),
    owner: pkg.licence.owner,
  };
}

/**
 * Languages in which a respondent can be asked: every string she reads has wording of that language itself,
 * none of it a draft. `allowDraft` adds the drafts (a demonstration, under a watermark).
 */
export function languagesOffered(
  form: CompiledForm,
  { allowDraft = false }: { allowDraft?: boolean } = {},
): Language[] {
  if (!form.hasText) return [];
  const strings = listStrings(form.pkg).filter(({ reader }) => reader === 'respondent');
  return LANGUAGES.filter((language) =>
    strings.every(({ text }) => {
      const wording = text[language];
      return wording !== undefined && (allowDraft || wording.status !== 'draft');
    }),
  );
}

/**
 * The form as a phone gets it: strings of one language, each through the package's fallback chain.
 * Throws `form-has-no-text` when the site has not brought the text, and `language-not-offered`
 * when some string has no wording in the language or its chain.
 */
export function bundleForm(form: CompiledForm, language: Language): FormBundle {
  const answerable = canBeAnswered(form);
  if (answerable.kind === 'no') {
    throw new Problem('form-has-no-text', { form: form.code, items: answerable.items });
  }
  let isDraft = false;
  const say = (text: Parameters<typeof findWording>[0]) => {
    const wording = findWording(text, language, form.pkg.fallback[language]);
    if (!wording) throw new Problem('language-not-offered', { form: form.code, language });
    if (wording.status === 'draft') isDraft = true;
    return wording.text;
  };
  const bundle = withSignals(makeBundle(form, { language, isDraft: false, say }), form.rules);
  return isDraft ? { ...bundle, d: 1 } : bundle;
}
