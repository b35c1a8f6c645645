import type { CheckFinding, OpenedForm } from '@tirek/domain/instruments/engine';
import { formatDate, formatNumber, type Language } from '@tirek/domain/text';
import type { Say } from '../survey-data.ts';
import { answersIn, type Draft, placeId } from './draft.ts';
import { type Place, placesOf } from './places.ts';

/** Something to look at before sending, at one place. */
export interface PlaceFinding {
  readonly place: string;
  readonly finding: CheckFinding | { readonly code: 'required'; readonly path: string };
}

export interface Findings {
  /** Must be mended before sending. */
  readonly hard: readonly PlaceFinding[];
  /** Warnings not confirmed yet. */
  readonly soft: readonly (PlaceFinding & { readonly warning: string })[];
  /** Places with neither an answer nor a reason, that may stay so. */
  readonly open: readonly string[];
}

/** What the forms say about the draft as a whole. */
export function findingsOf(forms: readonly OpenedForm[], draft: Draft): Findings {
  const hard: PlaceFinding[] = [];
  const soft: (PlaceFinding & { warning: string })[] = [];
  const open: string[] = [];
  for (const form of forms) {
    const answers = answersIn(draft, form);
    const at = (path: string) => placeId(form.code, path);
    const found = form.check(answers);
    hard.push(...found.hard.map((finding) => ({ place: at(finding.path), finding })));
    for (const finding of found.soft) {
      const warning = `${at(finding.path)}#${finding.constraint}`;
      if (!draft.confirmed.includes(warning))
        soft.push({ place: at(finding.path), finding, warning });
    }
    for (const { path, required } of form.missing(answers)) {
      if (required) hard.push({ place: at(path), finding: { code: 'required', path } });
      else open.push(at(path));
    }
  }
  // A half-typed date is no answer yet and would be lost in sending.
  const shown = new Set(placesOf(forms, draft).map(({ id }) => id));
  for (const place of Object.keys(draft.typed)) {
    if (shown.has(place) && !hard.some((other) => other.place === place)) {
      hard.push({
        place,
        finding: { code: 'bad-date', path: place.slice(place.indexOf(':') + 1) },
      });
    }
  }
  return { hard, soft, open };
}

/** The sentence for a finding, in her language. */
export function findingText(
  { finding }: PlaceFinding,
  { place, say, language }: { place: Place; say: Say; language: Language },
): string {
  if (finding.code === 'required') {
    return say(place.screen.question.missing.length ? 'check.required' : 'check.required-only');
  }
  if (finding.code === 'constraint') return finding.text ?? '';
  const { limit = '' } = finding;
  if (place.screen.question.type === 'date') {
    if (finding.code === 'too-small' || finding.code === 'too-large') {
      return say(`check.${finding.code}-date`, { limit: writtenDate(`${limit}`, language) });
    }
    return say('check.bad-date');
  }
  return say(`check.${finding.code}`, {
    limit: typeof limit === 'number' ? formatNumber(limit, language) : limit,
  });
}

/** A date of any precision in words: `2019`, `May 2019`, `17 May 2019`. */
export function writtenDate(date: string, language: Language): string {
  return date.length === 4
    ? date
    : formatDate(date, language, date.length === 7 ? 'month' : 'long');
}
