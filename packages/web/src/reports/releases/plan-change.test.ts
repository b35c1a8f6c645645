import type { AnalysisPlan, Condition } from '@tirek/domain/reports';
import { describe, expect, it } from 'vitest';
import { planChange } from './plan-change.ts';
import { draftOf, EMPTY_PLAN, planOf } from './plan-form.ts';

const KAZAKH: Condition = { form: null, question: 'language', options: ['kk'] };
const SCHOOLED: Condition = { form: 'needs', question: 'education', options: ['school'] };
const ALL = ['reach', 'people', 'scale'];
const PLAN: AnalysisPlan = { waveId: 'w', audience: 'network', population: [], sections: null };

describe('the change that lets a refused plan pass', () => {
  it('is to take everybody when no condition is left', () => {
    expect(planChange({ ...PLAN, population: [KAZAKH] }, PLAN, ALL)).toEqual({ kind: 'everybody' });
  });

  it('is to leave a condition out when the others stay', () => {
    const refused = { ...PLAN, population: [KAZAKH, SCHOOLED] };
    expect(planChange(refused, { ...PLAN, population: [KAZAKH] }, ALL)).toEqual({
      kind: 'fewer-conditions',
    });
  });

  it('is to take the people of an earlier release when they are others', () => {
    expect(planChange(PLAN, { ...PLAN, population: [KAZAKH] }, ALL)).toEqual({
      kind: 'same-people',
    });
  });

  it('names the sections to leave out, of all where none were chosen', () => {
    expect(planChange(PLAN, { ...PLAN, sections: ['reach'] }, ALL)).toEqual({
      kind: 'without-sections',
      sections: ['people', 'scale'],
    });
    const chosen = { ...PLAN, sections: ['reach', 'scale'] };
    expect(planChange(chosen, { ...PLAN, sections: ['reach'] }, ALL)).toEqual({
      kind: 'without-sections',
      sections: ['scale'],
    });
  });

  it('names the tables to leave out beside those that are left out already', () => {
    const refused = { ...PLAN, without: ['homes'] };
    expect(planChange(refused, { ...PLAN, without: ['homes', 'ages'] }, ALL)).toEqual({
      kind: 'without-tables',
      tables: ['ages'],
    });
  });

  it('is to take all sections when a choice of none leaves nothing', () => {
    expect(planChange({ ...PLAN, sections: [] }, PLAN, ALL)).toEqual({ kind: 'all-sections' });
  });
});

describe('what Dana has chosen so far', () => {
  it('is no plan before there is a wave', () => {
    expect(planOf(EMPTY_PLAN)).toBeNull();
  });

  it('is no plan while a condition lacks its question or its answers', () => {
    const draft = { ...EMPTY_PLAN, waveId: 'w' };
    expect(planOf({ ...draft, population: [{ of: null, options: [] }] })).toBeNull();
    expect(planOf({ ...draft, population: [{ of: KAZAKH, options: [] }] })).toBeNull();
    expect(planOf(draft)).toEqual(PLAN);
  });

  it('comes back unchanged from a plan', () => {
    const plan: AnalysisPlan = { ...PLAN, population: [KAZAKH, SCHOOLED], sections: ['reach'] };
    expect(planOf(draftOf(plan))).toEqual(plan);
  });
});
