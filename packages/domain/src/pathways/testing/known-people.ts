import { findForm, listForms } from '../../instruments/index.ts';
import { type FormOutline, outlineOf } from '../form-outline.ts';
import { type AssessmentFacts, NOTHING_KNOWN, type PathwayFacts } from '../pathway-facts.ts';

export const TODAY = '2026-12-01';

/** Every instrument that ships, as a pathway sees it. */
export const OUTLINES: readonly FormOutline[] = listForms().flatMap(({ code }) => {
  const form = findForm(code);
  return form ? [outlineOf(form)] : [];
});

/** The bands in which a score of a scale lies. */
export function bandsOf(form: string, scale: string, value: number): string[] {
  const known = OUTLINES.find(({ code }) => code === form)?.scales.find(({ id }) => id === scale);
  return (known?.bands ?? [])
    .filter(({ from, below }) => value >= from && (below === null || value < below))
    .map(({ id }) => id);
}

const SCALE_OF: Readonly<Record<string, string>> = { 'ghq-12': 'ghq' };
let count = 0;

/** A result of an instrument on a day. */
export function taken(
  form: string,
  value: number | null,
  { on = TODAY, informant = 'self' }: { on?: string; informant?: string } = {},
): AssessmentFacts {
  const scale = SCALE_OF[form] ?? form;
  count += 1;
  return {
    id: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    ...{ form, informant, takenOn: on, conclusions: [], items: null },
    scores: [{ scale, value, bands: value === null ? [] : bandsOf(form, scale, value) }],
  };
}

/** The ITQ with what it concludes. */
export const concluded = (outcome: string | null): AssessmentFacts => ({
  ...taken('itq', null),
  conclusions: [{ conclusion: 'itq', outcome }],
});

/** Somebody of whom everything is known, and nothing is wrong. */
export const WELL: PathwayFacts = {
  ...NOTHING_KNOWN,
  assessments: [
    taken('phq-8', 0),
    taken('phq-9', 0),
    taken('gad-7', 0),
    taken('who-5', 80),
    taken('ghq-12', 0),
    concluded('neither'),
  ],
  signals: [],
  age: 34,
  needs: [],
  events: [],
  missedContacts: 0,
  riskBefore: false,
  provider: { scope: 'support-centre', without: [] },
};

/** The same with another result of one instrument. */
export const withResult = (form: string, value: number | null, known: PathwayFacts = WELL) => ({
  ...known,
  assessments: [...known.assessments.filter((each) => each.form !== form), taken(form, value)],
});
