import { openForm } from '@tirek/domain/instruments/engine';
import { describe, expect, it } from 'vitest';
import { everyKind } from '../test/sample-survey.ts';
import type { Draft } from './draft.ts';
import { findingsOf, findingText } from './findings.ts';
import { isEndOfRoster, placeBeyond, placeShown, placesOf, REVIEW } from './places.ts';

const forms = [openForm(everyKind('en'), '2026-11-22')];
const draft = (answers: Draft['answers'][string], others: Partial<Draft> = {}): Draft => ({
  id: '3b241101-e2bb-4255-8caf-4136c566a962',
  consent: { version: 'survey-open-1', language: 'en' },
  phone: 'own',
  language: 'en',
  answers: { 'every-kind': answers },
  typed: {},
  confirmed: [],
  place: null,
  isFinished: false,
  ...others,
});
const ids = (answers: Draft['answers'][string]) =>
  placesOf(forms, draft(answers)).map(({ id }) => id);

describe('the way through the questions', () => {
  it('leaves out what does not concern her', () => {
    expect(ids({ has_garden: false })).not.toContain('every-kind:garden_since');
    expect(ids({ has_garden: true })).toContain('every-kind:garden_since');
  });

  it('asks about each animal in turn', () => {
    expect(ids({ pets: [{}, {}] }).slice(-5)).toEqual([
      'every-kind:pets',
      'every-kind:pets/0/pet_name',
      'every-kind:pets/0/pet_age',
      'every-kind:pets/1/pet_name',
      'every-kind:pets/1/pet_age',
    ]);
  });

  it('goes from the last question to the review and back again, and not before the first', () => {
    const places = placesOf(forms, draft({}));
    expect(placeBeyond(places, 'every-kind:pets', 1)).toBe(REVIEW);
    expect(placeBeyond(places, REVIEW, -1)).toBe('every-kind:pets');
    expect(placeBeyond(places, 'every-kind:hello', -1)).toBeNull();
  });

  it('leads from a row that was taken away to its roster, and from an unknown place to the beginning', () => {
    const places = placesOf(forms, draft({ pets: [{}] }));
    expect(placeShown(places, 'every-kind:pets/3/pet_name')?.id).toBe('every-kind:pets');
    expect(placeShown(places, 'old-form:gone')?.id).toBe('every-kind:hello');
  });

  it('offers one more at the end of the last row only', () => {
    const places = placesOf(forms, draft({ pets: [{}, {}] }));
    const ends = places.filter((place) => isEndOfRoster(places, place)).map(({ id }) => id);
    expect(ends).toEqual(['every-kind:pets/1/pet_age']);
  });
});

describe('what is said before sending', () => {
  const say = (key: string, params = {}) => `${key} ${JSON.stringify(params)}`;
  const text = (answers: Draft['answers'][string], others: Partial<Draft> = {}) => {
    const whole = draft(answers, others);
    const { hard } = findingsOf(forms, whole);
    const places = placesOf(forms, whole);
    return hard.map((finding) =>
      findingText(finding, {
        place: places.find(({ id }) => id === finding.place)!,
        say: say as never,
        language: 'en',
      }),
    );
  };

  it('names what must be answered and what may stay open', () => {
    const { hard, open } = findingsOf(forms, draft({}));
    expect(hard.map(({ place }) => place)).toEqual(['every-kind:has_garden']);
    expect(open).toContain('every-kind:wish');
  });

  it('takes a reason for an answer', () => {
    expect(findingsOf(forms, draft({ has_garden: { absent: 'declined' } })).hard).toEqual([]);
  });

  it('warns until she says that it is right', () => {
    const many = { has_garden: false, people: 25 };
    const [warning] = findingsOf(forms, draft(many)).soft;
    expect(warning?.warning).toBe('every-kind:people#many-people');
    expect(findingsOf(forms, draft(many, { confirmed: [warning!.warning] })).soft).toEqual([]);
  });

  it('does not send a half-typed date as if nothing had been typed', () => {
    const answers = { has_garden: true };
    const typed = { 'every-kind:garden_since': '-05-' };
    expect(text(answers, { typed })).toEqual(['check.bad-date {}']);
    // Hidden again, it is of no consequence.
    expect(text({ has_garden: false }, { typed })).toEqual([]);
  });

  it('says limits in her language, and a rule in its own words', () => {
    expect(text({ has_garden: false, people: 41 })).toEqual(['check.too-large {"limit":"40"}']);
    expect(text({ has_garden: true, garden_since: '1985-03' })).toEqual([
      'check.too-small-date {"limit":"January 1990"}',
    ]);
    expect(text({ has_garden: false, pets: [{ pet_age: 13 }] })).toEqual(['Not thirteen.']);
  });
});
