import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../cases/index.ts';
import { ageOn, USUAL_AGE_TABLE } from '../../consents/index.ts';
import { findForm, listForms } from '../../instruments/index.ts';
import { DEFAULT_PATHWAY } from '../../pathways/index.ts';
import type { DueRescreen } from './due-rescreen.ts';
import {
  nextRescreen,
  type RescreenFacts,
  rescreenRules,
  rescreenStanding,
  rescreensIn,
  rescreensOf,
} from './index.ts';

const today = '2026-12-01';
const forms = listForms().flatMap(({ code }) => findForm(code) ?? []);
const rules = rescreenRules({
  ...{ today, pathway: DEFAULT_PATHWAY, forms, ages: USUAL_AGE_TABLE, schoolAge: 6 },
});
const { from: SOONEST, until: LATEST } = rules.rescreen.otherwiseMonths;

/** Madina, thirty-three, who agreed in October and answered WHO-5 on the first of November. */
const madina: RescreenFacts = {
  personId: '00000000-0000-4000-8000-000000000001',
  birth: { precision: 'day', date: '1993-04-05' },
  ...{ hasAgreed: true, agreedOn: '2026-10-01', stepBegan: null },
  asked: [{ form: 'who-5', informant: 'self', on: '2026-11-01' }],
  ...{ moves: [], releases: [], returns: [], schooling: null, skip: null },
};
const next = (over: Partial<RescreenFacts> = {}) => nextRescreen({ ...madina, ...over }, rules);
const codes = (due: DueRescreen | null | undefined) =>
  due?.forms.map(({ form, informant }) => `${form} ${informant}`);

describe('whom the calendar asks again', () => {
  it('asks Madina after half a year at the earliest and a year at the latest', () => {
    expect(next()).toMatchObject({
      ...{ dueFrom: '2027-05-01', dueBy: '2027-11-01', why: ['interval'] },
      forms: [{ form: 'who-5', informant: 'self' }],
    });
  });

  it('asks her six to eight weeks after a step began, and once for both', () => {
    expect(next({ stepBegan: '2026-11-20' })).toMatchObject({
      ...{ dueFrom: '2027-01-01', dueBy: '2027-01-15', why: ['after-step'] },
    });
  });

  it('asks whoever agreed and was asked nothing yet what the pathway reads', () => {
    const first = next({ asked: [], agreedOn: '2026-11-10' });
    expect(first).toMatchObject({ dueFrom: '2026-11-10', dueBy: '2027-05-10', why: ['first'] });
    expect(codes(first)).toEqual(['phq-8 self', 'gad-7 self', 'who-5 self']);
  });

  it('asks before her husband comes home and after, and after a move', () => {
    const releases = [{ from: '2027-04-10', to: '2027-04-30' }];
    const [before, after] = rescreensOf({ ...madina, releases }, rules);
    expect(before).toMatchObject({ dueFrom: '2027-01-16', dueBy: '2027-03-20' });
    expect(before?.why).toEqual(['before-release']);
    expect(after).toMatchObject({ dueFrom: '2027-06-11', dueBy: '2027-07-23' });
    expect(next({ moves: ['2026-11-20'] })?.why).toEqual(['move']);
    expect(next({ returns: ['2026-11-20'] })?.why).toEqual(['after-release']);
  });

  it('makes one sitting of what falls together, with every reason', () => {
    const due = next({
      stepBegan: '2027-04-01',
      moves: ['2027-04-05'],
      asked: [{ form: 'who-5', informant: 'self', on: '2026-11-20' }],
    });
    expect(due?.why).toEqual(['interval', 'after-step', 'move']);
    expect(due).toMatchObject({ dueFrom: '2027-05-20', dueBy: '2027-05-27' });
  });

  it('asks nobody who did not agree', () => {
    expect(next({ hasAgreed: false })).toBeNull();
  });
});

describe('who answers at which age', () => {
  const child = (birth: string, asked: RescreenFacts['asked'] = []): RescreenFacts => ({
    ...{ ...madina, asked, agreedOn: '2026-11-01' },
    birth: { precision: 'day', date: birth },
  });

  it('asks a child of eight nothing, and herself from her ninth birthday on', () => {
    const [first] = rescreensOf(child('2018-03-01'), rules);
    expect(first).toMatchObject({
      dueFrom: '2027-03-01',
      dueBy: '2027-04-26',
      why: ['first', 'age'],
    });
    expect(codes(first)).toEqual(['who-5 self']);
  });

  it('asks an adolescent what is made for her, and from her eighteenth birthday what is made for women', () => {
    const asked = [{ form: 'phq-a', informant: 'self' as const, on: '2026-11-01' }];
    const told = rescreensOf(child('2009-06-15', asked), rules);
    const turned = told.findIndex(({ why }) => why.includes('age'));
    for (const [at, due] of told.entries()) {
      const forms = due.forms.map(({ form }) => form);
      expect(forms.includes('phq-a')).toBe(at < turned);
      expect(due.forms.some(({ form }) => form === 'phq-8')).toBe(at >= turned);
    }
    expect(told[turned]).toMatchObject({ dueFrom: '2027-06-15', asksConsent: true });
    expect(told[0]?.asksConsent).toBe(turned === 0);
  });

  it('hears nobody else about somebody who is of age', () => {
    const asked = [{ form: 'children-scale-2022', informant: 'caregiver' as const, on: today }];
    const told = rescreensOf(child('2012-01-10', asked), rules);
    for (const { dueFrom, forms } of told) {
      const isHeard = forms.some(({ informant }) => informant === 'caregiver');
      if (isHeard) expect(ageOn('2012-01-10', dueFrom)).toBeLessThan(18);
    }
    expect(told.some(({ forms }) => forms.some((each) => each.informant === 'caregiver'))).toBe(
      forms.some(
        ({ code, pkg }) =>
          code === 'children-scale-2022' &&
          pkg.informants?.some(({ kind }) => kind === 'caregiver'),
      ),
    );
  });

  it('asks nothing by age of somebody whose birth nobody knows', () => {
    expect(nextRescreen({ ...child('2010-01-01'), birth: null }, rules)).toBeNull();
  });

  it('asks after the first weeks of a new school', () => {
    const due = rescreensOf(
      {
        ...child('2016-05-01', [{ form: 'who-5', informant: 'self', on: '2026-11-01' }]),
        schooling: { state: 'at-school', grade: 4, since: '2026-09-01' },
      },
      rules,
    ).find(({ why }) => why.includes('school'));
    expect(due).toMatchObject({ dueFrom: '2027-09-29', dueBy: '2027-11-10' });
  });
});

describe('putting off', () => {
  it('moves a sitting to its new day and tells why', () => {
    const asked = [{ form: 'who-5', informant: 'self' as const, on: '2026-01-01' }];
    const due = next({ asked, skip: { until: '2027-02-01', recordedOn: today } });
    expect(due).toMatchObject({ dueFrom: '2027-02-01', dueBy: '2027-02-01' });
    expect(due?.why).toEqual(['interval', 'put-off']);
  });

  it('is answered by an asking that came after all', () => {
    const skip = { until: '2027-04-01', recordedOn: '2026-10-01' };
    expect(next({ skip })).toEqual(next());
  });
});

describe('a list', () => {
  it('has what is overdue at the top and among what is due', () => {
    const listed = ['2026-12-10', '2026-11-20'].map((dueBy, at) => ({
      ...{ name: null, holderId: `${at}` },
      due: { ...(next() as DueRescreen), dueFrom: '2026-11-01', dueBy },
    }));
    const filter = { list: 'due' as const, why: null, holder: null, until: null };
    expect(rescreensIn(listed, filter, today).map(({ due }) => due.dueBy)).toEqual([
      ...['2026-11-20', '2026-12-10'],
    ]);
    expect(rescreensIn(listed, { ...filter, list: 'overdue' }, today)).toHaveLength(1);
    expect(rescreensIn(listed, { ...filter, holder: '0' }, today)).toHaveLength(1);
    expect(rescreensIn(listed, { ...filter, until: '2026-11-30' }, today)).toHaveLength(1);
    expect(rescreenStanding({ dueFrom: '2026-12-20', dueBy: '2027-01-01' }, today)).toBe('soon');
  });
});

const day = (first: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((after) => addDays(first, after));

const facts: fc.Arbitrary<RescreenFacts> = fc.record({
  personId: fc.constant(madina.personId),
  birth: fc.option(
    fc.oneof(
      day('1960-01-01', 24_000).map((date) => ({ precision: 'day' as const, date })),
      fc
        .integer({ min: 1960, max: 2026 })
        .map((year) => ({ precision: 'about' as const, date: `${year}` })),
    ),
  ),
  hasAgreed: fc.boolean(),
  agreedOn: fc.option(day('2024-01-01', 1000)),
  asked: fc.array(
    fc.record({
      form: fc.constantFrom('who-5', 'phq-9', 'phq-a', 'gad-7', 'asq', 'women-scale-2022'),
      informant: fc.constant('self' as const),
      on: day('2024-01-01', 1060),
    }),
    { maxLength: 6 },
  ),
  stepBegan: fc.option(day('2026-01-01', 330)),
  moves: fc.array(day('2026-01-01', 330), { maxLength: 3 }),
  releases: fc.array(
    day('2026-06-01', 900).map((from) => ({ from, to: addDays(from, 30) })),
    { maxLength: 2 },
  ),
  returns: fc.array(day('2026-01-01', 330), { maxLength: 2 }),
  schooling: fc.constant(null),
  skip: fc.option(fc.record({ until: day('2026-12-02', 180), recordedOn: day('2026-11-01', 29) })),
});

describe('whatever happens', () => {
  it('leaves no question longer than the pathway allows while consent stands', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const told = rescreensOf({ ...known, skip: null }, rules);
        const asked = new Map<string, string>();
        for (const { dueBy, forms } of told) {
          const takesPlace = dueBy > today ? dueBy : today;
          for (const { form, informant } of forms) {
            const last = asked.get(`${form} ${informant}`);
            if (last) expect(dueBy <= addMonths(last, LATEST)).toBe(true);
            asked.set(`${form} ${informant}`, takesPlace);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never counts less than a month between two sittings unless the second cannot wait', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const told = rescreensOf(known, rules);
        for (const [at, { dueFrom, dueBy }] of told.entries()) {
          expect(dueFrom <= dueBy).toBe(true);
          const before = told[at - 1];
          if (!before) continue;
          const held = before.dueBy > today ? before.dueBy : today;
          const isApart = daysBetween(held, dueFrom) >= 30;
          expect(isApart || dueFrom === dueBy).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks nothing of whoever did not agree, and nothing of a form that is not made for that age', () => {
    fc.assert(
      fc.property(facts, (known) => {
        expect(rescreensOf({ ...known, hasAgreed: false }, rules)).toEqual([]);
        for (const { forms } of rescreensOf(known, rules)) expect(forms).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('ends nothing by putting it off: what was due stays due, at its new day', () => {
    fc.assert(
      fc.property(facts, day('2026-12-02', 180), (known, until) => {
        const before = nextRescreen({ ...known, skip: null }, rules);
        const skip = { until, recordedOn: today };
        const after = nextRescreen({ ...known, skip }, rules);
        if (before === null) return;
        expect(after).not.toBeNull();
        expect((after?.dueFrom ?? '') >= until || (after?.dueFrom ?? '') >= before.dueFrom).toBe(
          true,
        );
        if (before.dueFrom < until) expect((after?.dueFrom ?? '') >= until).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('tells ten years of somebody who is of age', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const adult = { precision: 'day' as const, date: '1990-01-01' };
        const told = rescreensOf({ ...known, birth: adult, hasAgreed: true }, rules);
        expect(told.length).toBeGreaterThanOrEqual(10);
        expect((told.at(-1)?.dueBy ?? '') >= addMonths(today, 108)).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(SOONEST).toBeLessThan(LATEST);
  });
});
