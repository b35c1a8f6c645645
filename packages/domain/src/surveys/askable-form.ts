import {
  type CompiledForm,
  canBeAnswered,
  languagesOffered,
  safetyItems,
} from '../instruments/index.ts';
import { LANGUAGES } from '../text/index.ts';
import type { AskableForm } from './campaign.ts';

/** What a coordinator sees of an instrument when she chooses. */
export function askableForm(form: CompiledForm): AskableForm {
  const reviewed = languagesOffered(form);
  const drafted = languagesOffered(form, { allowDraft: true });
  return {
    code: form.code,
    version: form.version,
    title: Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const wording = form.pkg.title[language];
        return wording ? [[language, wording.text]] : [];
      }),
    ),
    languages: LANGUAGES.map((language) => ({
      language,
      state: reviewed.includes(language)
        ? 'complete'
        : drafted.includes(language)
          ? 'draft'
          : 'incomplete',
    })),
    canBeAnswered: canBeAnswered(form).kind === 'yes',
    safetyItems: safetyItems(form).map(({ linkId }) => linkId),
    isAttended: form.pkg.attended === true,
    questions: form.items.filter(
      ({ type, isCalculated }) =>
        type !== 'group' && type !== 'display' && type !== 'roster' && !isCalculated,
    ).length,
  };
}
