import type { View } from '@tirek/domain/assessments';
import { type Answers, concludeForm, type Translated } from '@tirek/domain/instruments';

/** What the rules of the form say of the answers, worked out here too, so that it stands before the server has answered. */
export function concludedFacts(
  { form, assessment: { sealed, conclusions } }: View,
  words: (text: Translated) => string,
  untold: string,
): (readonly [title: string, outcome: string])[] {
  const concluded = sealed ? concludeForm(form, sealed.answers as Answers) : conclusions;
  return concluded.flatMap(({ conclusion, outcome }) => {
    const rule = form.pkg.conclusions?.find(({ id }) => id === conclusion);
    if (!rule) return [];
    const label = rule.outcomes.find(({ id }) => id === outcome)?.label;
    return [[words(rule.title), label ? words(label) : untold] as const];
  });
}
