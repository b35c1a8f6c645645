import {
  type Answers,
  type AskedAbsence,
  type CompiledForm,
  isAbsent,
  isComputedAbsence,
  type Translated,
  textOf,
} from '@tirek/domain/instruments';
import type { Language } from '@tirek/domain/text';
import type { TextOf } from '../text/load-text.ts';

/** The texts of a form in the reader's language, as far as it has them. */
export const formWords =
  ({ pkg }: Pick<CompiledForm, 'pkg'>, language: Language) =>
  (text: Translated): string =>
    textOf(text, language, pkg.fallback[language]);

/** A question as it is asked; where its words are the site's to bring, our own short ones. */
export function questionWords(form: CompiledForm, linkId: string, language: Language): string {
  const item = form.byLinkId.get(linkId)?.item;
  const told = item?.text ?? (item && 'label' in item ? item.label : undefined);
  return told ? formWords(form, language)(told) : linkId;
}

/** An answer, or the reason why there is none, in words; null where nothing was said. */
export function answerWords(
  form: CompiledForm,
  linkId: string,
  {
    value,
    language,
    text,
  }: {
    value: Answers[string] | undefined;
    language: Language;
    text: TextOf<'assessments'>;
  },
): string | null {
  if (value === undefined || isComputedAbsence(value)) return null;
  if (isAbsent(value)) return text(`ask.${value.absent as AskedAbsence}`);
  if (typeof value === 'boolean') return text(value ? 'ask.yes' : 'ask.no');
  const words = formWords(form, language);
  const options = form.byLinkId.get(linkId)?.options ?? [];
  const option = (id: string) => {
    const found = options.find((each) => each.id === id);
    const told = found?.text ?? found?.label;
    return told ? words(told) : id;
  };
  if (Array.isArray(value)) {
    return value.flatMap((each) => (typeof each === 'string' ? [option(each)] : [])).join(', ');
  }
  return option(String(value));
}
