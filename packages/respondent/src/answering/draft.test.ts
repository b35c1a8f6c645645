import { describe, expect, it } from 'vitest';
import { afterStep, type Draft, draftOf, type Step } from './draft.ts';

const madinas: Draft = {
  id: '3b241101-e2bb-4255-8caf-4136c566a962',
  consent: { version: 'survey-open-1', language: 'kk' },
  phone: 'own',
  language: 'kk',
  answers: {},
  typed: {},
  confirmed: [],
  place: null,
  isFinished: false,
};

const told = (...steps: Step[]) => draftOf([['start', madinas], ...steps])!;

describe('the draft that a journal tells', () => {
  it('is none before anything was started', () => {
    expect(draftOf([])).toBeNull();
    expect(afterStep(null, ['answer', 'needs', 'age', 34])).toBeNull();
  });

  it('holds the last answer Madina gave to each question', () => {
    const draft = told(['answer', 'needs', 'age', 3], ['answer', 'needs', 'age', 34]);
    expect(draft.answers).toEqual({ needs: { age: 34 } });
  });

  it('forgets an answer she took away, and keeps the others', () => {
    const draft = told(
      ['answer', 'needs', 'age', 34],
      ['answer', 'needs', 'marital', 'widowed'],
      ['answer', 'needs', 'marital', null],
    );
    expect(draft.answers).toEqual({ needs: { age: 34 } });
  });

  it('tells "I prefer not to say" from a blank', () => {
    const draft = told(['answer', 'needs', 'income', { absent: 'declined' }]);
    expect(draft.answers.needs).toEqual({ income: { absent: 'declined' } });
  });

  it('puts answers about her second child into the second row', () => {
    const draft = told(
      ['answer', 'needs', 'children', [{}, {}, {}]],
      ['answer', 'needs', 'children/1/child_age', 7],
    );
    expect(draft.answers.needs).toEqual({ children: [{}, { child_age: 7 }, {}] });
  });

  it('keeps a half-typed date until it is whole', () => {
    const half = told(['answer', 'needs', 'born', null, '-05-17']);
    expect(half.typed).toEqual({ 'needs:born': '-05-17' });
    const whole = afterStep(half, ['answer', 'needs', 'born', '1988-05-17'])!;
    expect(whole.typed).toEqual({});
    expect(whole.answers.needs).toEqual({ born: '1988-05-17' });
  });

  it('remembers place, language, code, confirmed warnings and that she has pressed send', () => {
    const draft = told(
      ['place', 'needs:age'],
      ['language', 'ru'],
      ['set', { code: '23456789CDFH' }],
      ['confirm', 'needs:household#smaller'],
      ['finish', true],
    );
    expect(draft).toMatchObject({
      place: 'needs:age',
      language: 'ru',
      code: '23456789CDFH',
      confirmed: ['needs:household#smaller'],
      isFinished: true,
    });
  });
});
