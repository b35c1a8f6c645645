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
  ({ pkg }: CompiledForm, language: Language) =>
  (text: Translated): string =>
    textOf(text, language, pkg.fallback[language]);

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
    const text = options.find((each) => each.id === id)?.text;
    return text ? words(text) : id;
  };
  if (Array.isArray(value)) {
    return value.flatMap((each) => (typeof each === 'string' ? [option(each)] : [])).join(', ');
  }
  return option(String(value));
}
