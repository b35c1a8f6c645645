import { assessmentTexts } from '@tirek/domain/assessments';
import type { DueRescreen } from '@tirek/domain/assessments/rescreening';
import { findForm } from '@tirek/domain/instruments';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { formWords } from '../form-words.ts';

/** A sitting in words: when, why, and with what. */
export function useRescreenWords() {
  const text = useText('rescreening');
  const format = useFormat();
  const { language } = useLanguage();
  const t = assessmentTexts(language);
  const day = (on: string) => format.date(on, 'medium');
  const titleOf = (code: string) => {
    const form = findForm(code);
    return form ? formWords(form, language)(form.pkg.title) : code;
  };
  return {
    t,
    when: ({ dueFrom, dueBy }: DueRescreen) =>
      dueFrom === dueBy
        ? text('by', { by: day(dueBy) })
        : text('between', { from: day(dueFrom), by: day(dueBy) }),
    why: ({ why }: DueRescreen) =>
      text('why', { why: why.map((each) => t(`why.${each}`)).join(', ') }),
    forms: ({ forms }: DueRescreen) =>
      text('with', {
        forms: forms
          .map(({ form, informant }) =>
            text('who', { form: titleOf(form), who: t(`informant.${informant}`) }),
          )
          .join('; '),
      }),
  };
}
