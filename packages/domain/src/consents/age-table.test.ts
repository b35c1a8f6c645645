import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  addYears,
  ageRange,
  ConsentAgeTable,
  consentRule,
  neededWords,
  USUAL_AGE_TABLE,
} from './index.ts';

const born = (date: string, to = date) => ({ from: date, to });
const asked = (birth: { from: string; to: string }, on: string, isUnsafe = false) =>
  neededWords(consentRule(birth, { on, table: USUAL_AGE_TABLE }).rule, { isUnsafe }).map(
    ({ party, as }) => `${party}: ${as}`,
  );

const year = fc.integer({ min: 1950, max: 2024 });
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([y, month, date]) => `${y}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );

describe('who agrees for one of Madina’s children', () => {
  it.each([
    ['a boy of five', '2021-06-01', ['guardian: consent']],
    ['on his sixth birthday', '2020-11-29', ['guardian: consent', 'person: assent']],
    ['the day before he is twelve', '2014-11-30', ['guardian: consent', 'person: assent']],
    ['a girl of twelve', '2014-11-29', ['guardian: consent', 'person: written-assent']],
    ['a girl of fifteen', '2011-11-29', ['guardian: consent', 'person: consent']],
    ['the day before she is eighteen', '2008-11-30', ['guardian: consent', 'person: consent']],
    ['on her eighteenth birthday', '2008-11-29', ['person: consent']],
  ])('%s', (_, birth, expected) => {
    expect(asked(born(birth), '2026-11-29')).toEqual(expected);
  });

  it('a girl of sixteen alone where asking her uncle would put her in danger, a girl of ten not', () => {
    expect(asked(born('2010-05-01'), '2026-11-29', true)).toEqual(['person: consent']);
    expect(asked(born('2016-05-01'), '2026-11-29', true)).toContain('guardian: consent');
  });

  it('born in a year that is all that is known counts as the youngest she may be', () => {
    const rule = consentRule(born('2008-01-01', '2008-12-31'), {
      on: '2026-11-29',
      table: USUAL_AGE_TABLE,
    });
    expect(rule).toMatchObject({
      rule: { fromAge: 15 },
      isCertain: false,
      changesOn: '2026-12-31',
    });
  });

  it('born on 29 February becomes eighteen on 1 March', () => {
    expect(addYears('2008-02-29', 18)).toBe('2026-03-01');
    expect(ageRange(born('2008-02-29'), '2026-02-28')).toEqual({ atLeast: 17, atMost: 17 });
    expect(ageRange(born('2008-02-29'), '2026-03-01')).toEqual({ atLeast: 18, atMost: 18 });
  });

  it('always has somebody who decides, and the rule holds until the day before it changes', () => {
    fc.assert(
      fc.property(day, day, (birth, on) => {
        const { rule, changesOn } = consentRule(born(birth), { on, table: USUAL_AGE_TABLE });
        for (const isUnsafe of [false, true]) {
          expect(neededWords(rule, { isUnsafe }).length).toBeGreaterThan(0);
        }
        if (changesOn === null) return;
        expect(changesOn > on).toBe(true);
        const next = consentRule(born(birth), { on: changesOn, table: USUAL_AGE_TABLE });
        expect(next.rule.fromAge).toBeGreaterThan(rule.fromAge);
      }),
    );
  });
});

describe('a programme’s own table', () => {
  const accepts = (change: Partial<ConsentAgeTable>) =>
    z.safeParse(ConsentAgeTable, { ...USUAL_AGE_TABLE, ...change }).success;
  const adult = { fromAge: 16, guardian: 'none', person: 'consents' } as const;

  it('may let young people decide from sixteen on', () => {
    expect(accepts({ rules: [{ fromAge: 0, guardian: 'consents', person: 'none' }, adult] })).toBe(
      true,
    );
  });

  it('may not begin late, go backwards, leave an age to nobody or keep an adult under a guardian', () => {
    expect(accepts({ rules: [adult] })).toBe(false);
    const child = { fromAge: 0, guardian: 'consents', person: 'none' } as const;
    expect(accepts({ rules: [child, adult, { ...adult, fromAge: 12 }] })).toBe(false);
    expect(accepts({ rules: [{ ...child, guardian: 'none' }, adult] })).toBe(false);
    const unsafe = { fromAge: 0, guardian: 'consents-unless-unsafe', person: 'assents' } as const;
    expect(accepts({ rules: [unsafe, adult] })).toBe(false);
    expect(accepts({ rules: [child] })).toBe(false);
  });
});
