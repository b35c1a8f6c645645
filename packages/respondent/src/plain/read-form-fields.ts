import { type OpenedForm, openForm } from '@tirek/domain/instruments/engine';
import {
  ONE_TIME_LENGTH,
  readCode,
  type Submission,
  type SurveyModel,
} from '@tirek/domain/surveys/phone';
import { isLanguage, type Language } from '@tirek/domain/text';
import { type Draft, placeId } from '../answering/draft.ts';
import { findingsOf, type PlaceFinding } from '../answering/findings.ts';
import { makeSubmission } from '../answering/make-submission.ts';
import { placesOf } from '../answering/places.ts';
import { unhelpedSignals } from '../answering/signals.ts';
import { type Fields, fieldName, fieldText } from './fields.ts';
import { readAnswers } from './read-answers.ts';

/** What was sent by the form without script. Everything but `submission` and `declined` is to be drawn again with `fields`. */
export type FormReading =
  | { readonly kind: 'submission'; readonly submission: Submission }
  /** She does not take part: nothing is stored. */
  | { readonly kind: 'declined' }
  /** Another language, the rows of a roster, or an answer to be changed. */
  | { readonly kind: 'redraw'; readonly language: Language }
  /** Something she said may mean danger: help is shown before anything else. */
  | { readonly kind: 'help' }
  /** Her answers opened questions that were not on the page yet: their places. */
  | { readonly kind: 'more'; readonly places: readonly string[] }
  | {
      readonly kind: 'invalid';
      readonly consent: 'missing' | 'old' | null;
      readonly code: 'incomplete' | 'mistyped' | null;
      readonly hard: readonly PlaceFinding[];
      readonly soft: readonly PlaceFinding[];
    };

export interface Plain {
  readonly forms: readonly OpenedForm[];
  readonly draft: Draft;
}

/** The forms and her answers so far, as the form without script tells them. `today` is `YYYY-MM-DD`. */
export function plainDraft(model: SurveyModel, fields: Fields, today: string | null): Plain {
  const forms = model.forms.map((form) => openForm(form, today));
  const draft: Draft = {
    id: fieldText(fields, 'id'),
    consent: { version: fieldText(fields, 'version'), language: model.language },
    phone: 'shared',
    language: model.language,
    answers: Object.fromEntries(forms.map((form) => [form.code, readAnswers(form, fields)])),
    typed: {},
    confirmed: confirmedIn(fields),
    helped: helpedIn(fields),
    place: null,
    isFinished: true,
  };
  return { forms, draft };
}

/**
 * Reads the form without script. The server stores a `submission` as it does one from the phone's script (its own
 * checks hold for both) and draws everything else again by `renderSurveyPage(model, { reading, fields, … })`.
 */
export function readFormFields(
  model: SurveyModel,
  { fields, today }: { fields: Fields; today: string | null },
): FormReading {
  const pressed = fieldText(fields, 'do');
  const language = pressed.replace('language.', '');
  if (isLanguage(language) && model.languages.includes(language))
    return { kind: 'redraw', language };
  const consent = fieldText(fields, 'consent');
  if (consent === 'no') return { kind: 'declined' };
  const { forms, draft } = plainDraft(model, fields, today);
  if (unhelpedSignals(forms, draft).length > 0) return { kind: 'help' };
  if (pressed === 'rows' || pressed === 'help.change') {
    return { kind: 'redraw', language: model.language };
  }
  const shown = new Set(
    forms.flatMap(({ code }) =>
      fieldText(fields, `shown.${code}`)
        .split(' ')
        .map((path) => placeId(code, path)),
    ),
  );
  const places = placesOf(forms, draft).map(({ id }) => id);
  const fresh = places.filter((id) => !shown.has(id));
  if (fresh.length > 0) return { kind: 'more', places: fresh };

  const typed = fieldText(fields, 'code');
  const code = model.linkage === 'one-time' ? readCode(typed, ONE_TIME_LENGTH) : null;
  const { hard, soft } = findingsOf(forms, draft);
  const consentProblem =
    consent !== 'yes' ? 'missing' : draft.consent.version !== model.consent.version ? 'old' : null;
  const codeProblem = code === null || code.kind === 'code' ? null : code.kind;
  if (consentProblem || codeProblem || hard.length > 0 || soft.length > 0) {
    return { kind: 'invalid', consent: consentProblem, code: codeProblem, hard, soft };
  }
  return {
    kind: 'submission',
    submission: makeSubmission(
      forms,
      code?.kind === 'code' ? { ...draft, code: code.code } : draft,
    ),
  };
}

/** Signals for which she was shown help; the page that shows it counts once she has gone on from it. */
function helpedIn(fields: Fields): string[] {
  const isPassed = fieldText(fields, 'do').startsWith('help.');
  const names = [fieldText(fields, 'helped'), isPassed ? fieldText(fields, 'helping') : ''];
  return names.join(' ').split(' ').filter(Boolean);
}

/** `confirm.<form>.<path>.<constraint>` as the draft keeps it: `<form>:<path>#<constraint>`. */
function confirmedIn(fields: Fields): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith('confirm.'))
    .map((name) => {
      const [, form = '', path = '', constraint = ''] = name.split('.');
      return `${placeId(form, path)}#${constraint}`;
    });
}

export const confirmName = (form: string, path: string, constraint: string) =>
  fieldName('confirm', form, `${path}.${constraint}`);
