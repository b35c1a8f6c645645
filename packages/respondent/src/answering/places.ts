import type { OpenedForm, Screen } from '@tirek/domain/instruments/engine';
import { answersIn, type Draft, placeId } from './draft.ts';

/** One screen of the questionnaire. */
export interface Place {
  readonly id: string;
  readonly form: OpenedForm;
  readonly screen: Screen;
}

export const REVIEW = 'review';

/** One tap asks for the places several times; they only change with the answers and the language. */
const known = new WeakMap<Draft['answers'], { forms: readonly OpenedForm[]; places: Place[] }>();

/** All screens shown now, in order, over all forms. */
export function placesOf(forms: readonly OpenedForm[], draft: Draft): readonly Place[] {
  const before = known.get(draft.answers);
  if (before?.forms === forms) return before.places;
  const places = forms.flatMap((form) =>
    form.questions(answersIn(draft, form)).map((screen) => ({
      id: placeId(form.code, screen.path),
      form,
      screen,
    })),
  );
  known.set(draft.answers, { forms, places });
  return places;
}

/**
 * The place to show: hers, or the first one when hers is not known. A row that was taken away leads to its roster.
 */
export function placeShown(places: readonly Place[], id: string | null): Place | null {
  const roster = id?.split('/')[0];
  return (
    places.find((place) => place.id === id) ??
    places.find((place) => place.id === roster) ??
    places[0] ??
    null
  );
}

/** The id of the place `by` screens further on (or back, when negative); beyond the last is the review. */
export function placeBeyond(places: readonly Place[], id: string, by: 1 | -1): string | null {
  const at = id === REVIEW ? places.length : places.findIndex((place) => place.id === id);
  if (at < 0) return places[0]?.id ?? REVIEW;
  return at + by < 0 ? null : (places[at + by]?.id ?? REVIEW);
}

/** Whether this is the last screen of the last row of a roster: the place to offer one more. */
export function isEndOfRoster(places: readonly Place[], place: Place): boolean {
  const { row } = place.screen;
  if (!row) return false;
  const next = places[places.indexOf(place) + 1];
  return next?.screen.row?.roster !== row.roster;
}
