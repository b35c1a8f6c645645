import type { InputOf } from '@tirek/domain/contract';
import {
  LONGEST_EXCERPT,
  type NoteHead,
  type NoteKind,
  type Point,
  type Speaker,
  type themesContract,
} from '@tirek/domain/reports/themes';
import type { Language } from '@tirek/domain/text';

/** A point of the file as it is being looked through. */
export interface PointDraft {
  readonly id: string;
  readonly speaker: Speaker | null;
  readonly text: string;
}

export interface NoteDraft {
  readonly title: string;
  readonly kind: NoteKind;
  readonly heldOn: string;
  readonly place: NoteHead['place'];
  /** Null until another one than the reader's own is chosen. */
  readonly language: Language | null;
  readonly coders: 1 | 2;
  /** Who spoke where the file does not say it. */
  readonly speaker: Speaker | null;
  readonly points: readonly PointDraft[];
}

export const EMPTY_NOTE: NoteDraft = {
  title: '',
  kind: 'workshop',
  heldOn: '',
  place: 'city',
  language: null,
  coders: 2,
  speaker: null,
  points: [],
};

export function draftPoints(points: readonly Point[], newId: () => string): PointDraft[] {
  return points.map(({ speaker, text }) => ({
    id: newId(),
    speaker,
    text: text.slice(0, LONGEST_EXCERPT),
  }));
}

type NoteInput = Omit<InputOf<(typeof themesContract)['addThemeNote']>, 'id' | 'waveId'>;

/** What would be sent; null while something is missing. */
export function noteInput(
  { points, speaker: rest, language, ...draft }: NoteDraft,
  own: Language,
): NoteInput | null {
  const { title, kind, heldOn, place, coders } = draft;
  const head = { title: title.trim(), kind, heldOn, place, coders, language: language ?? own };
  const excerpts = points.flatMap(({ id, speaker, text }) => {
    const who = speaker ?? rest;
    return who && text.trim().length >= 3 ? [{ id, speaker: who, text: text.trim() }] : [];
  });
  const isWhole =
    head.title.length >= 3 &&
    heldOn !== '' &&
    points.length > 0 &&
    excerpts.length === points.length;
  return isWhole ? { head, excerpts } : null;
}
