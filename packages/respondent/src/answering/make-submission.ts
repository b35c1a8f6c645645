import type { OpenedForm } from '@tirek/domain/instruments/engine';
import type { Submission } from '@tirek/domain/surveys';
import { answersIn, type Draft } from './draft.ts';

/** The finished questionnaire as it is sent, every form normalised by its own rules; `token` is that of a link to a person's file. */
export function makeSubmission(
  forms: readonly OpenedForm[],
  draft: Draft,
  token?: string,
): Submission {
  return {
    id: draft.id,
    language: draft.language,
    consent: draft.consent,
    answers: Object.fromEntries(
      forms.map((form) => [form.code, form.complete(answersIn(draft, form))]),
    ),
    forms: Object.fromEntries(forms.map(({ code, version }) => [code, version])),
    ...(draft.code === undefined ? {} : { code: draft.code }),
    ...(draft.panel === undefined ? {} : { panel: draft.panel }),
    ...(token === undefined ? {} : { token, ...linkedFacts(draft) }),
  };
}

const linkedFacts = ({ spoken = {}, language, answeredAt = '' }: Draft) => ({
  answeredAt,
  languages: Object.fromEntries(Object.entries(spoken).filter(([, each]) => each !== language)),
});
