import { openForm } from '@tirek/domain/instruments/engine';
import { describe, expect, it } from 'vitest';
import { everyKind } from '../test/sample-survey.ts';
import { hasAnswers, rowProgress, rowsAnswer, rowsShown } from './rows.ts';

const form = openForm(everyKind('kk'));
const roster = form.questions({}).find(({ path }) => path === 'pets')!;

describe('the rows of a roster', () => {
  it('begin with as many as she named before, never more than the form takes', () => {
    expect(rowsShown(undefined, { ...roster, suggestedRows: 3 })).toHaveLength(3);
    expect(rowsShown(undefined, { ...roster, suggestedRows: 12 })).toHaveLength(5);
    expect(rowsShown([{}], { ...roster, suggestedRows: 3 })).toHaveLength(1);
  });

  it('say with a reason that there is nobody to tell about, where one fits', () => {
    expect(rowsAnswer([], { ...roster.question, missing: ['not-applicable'] })).toEqual({
      absent: 'not-applicable',
    });
    expect(rowsAnswer([], roster.question)).toEqual([]);
  });

  it('tell how much of a row is answered', () => {
    const answers = { pets: [{ pet_name: 'Ақтөс' }, {}] };
    expect(rowProgress(form, answers, { roster: 'pets', index: 0 })).toEqual({ done: 1, all: 2 });
    expect(rowProgress(form, answers, { roster: 'pets', index: 1 })).toEqual({ done: 0, all: 2 });
  });

  it('are taken away without asking only when nothing would be lost', () => {
    expect(hasAnswers({})).toBe(false);
    expect(hasAnswers({ pet_name: { absent: 'declined' } })).toBe(false);
    expect(hasAnswers({ pet_name: 'Ақтөс' })).toBe(true);
  });
});
