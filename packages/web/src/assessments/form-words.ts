import {
  type Answers,
  type CompiledForm,
  isAbsent,
  isComputedAbsence,
  type Translated,
  textOf,
} from '@tirek/domain/instruments';
import type { Language } from '@tirek/domain/text';

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

/** An answer in the words of the form; null where there is none. */
export function answerWords(
  form: CompiledForm,
  linkId: string,
  { value, language }: { value: Answers[string] | undefined; language: Language },
): string | null {
  if (value === undefined || isAbsent(value) || isComputedAbsence(value)) return null;
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
