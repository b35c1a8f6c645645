import { expect, it } from 'vitest';
import { USUAL_AGE_TABLE } from '../consents/index.ts';
import type { Birth } from '../people/index.ts';
import { type AheadEvent, aheadIn, type Member, turningAges } from './index.ts';

const TODAY = '2026-11-29';
const born = (personId: string, birth: Birth | null, release: Birth | null = null): Member => ({
  ...{ personId, birth, release, schooling: null },
});
const FORMS = [
  { code: 'who-5', ages: { from: 9 } },
  { code: 'gad-7', ages: { from: 18 } },
  { code: 'own' },
];
const ages = turningAges(USUAL_AGE_TABLE, FORMS);
const what = (event: AheadEvent) =>
  event.kind === 'age' ? event.age : event.kind === 'school' ? event.stage : 'release';
const ahead = (...people: Member[]) => aheadIn(people, { today: TODAY, ages, schoolAge: 6 });
const told = (kind: AheadEvent['kind'], ...people: Member[]) =>
  ahead(...people)
    .filter((event) => event.kind === kind)
    .map((event) => `${what(event)} ${event.personId} ${event.from} ${event.to}`);
const day = (date: string): Birth => ({ precision: 'day', date });

it('takes the ages that matter from the table of consent and from the questionnaires', () => {
  expect(ages.map(({ age }) => age)).toEqual([6, 9, 12, 14, 15, 16, 18]);
  expect(ages[1]).toEqual({ age: 9, isOfConsent: false, instruments: ['who-5'] });
  expect(ages.at(-1)).toEqual({ age: 18, isOfConsent: true, instruments: ['gad-7'] });
  const others = { rules: USUAL_AGE_TABLE.rules, askAgainAt: [13] };
  expect(turningAges(others, []).map(({ age }) => age)).toEqual([6, 12, 13, 15, 18]);
});

it('names the children who turn twelve within a year, today and in a year to the day included', () => {
  expect(
    told(
      'age',
      born('today', day('2014-11-29')),
      born('yesterday', day('2014-11-28')),
      born('in a year', day('2015-11-29')),
      born('later', day('2015-11-30')),
      born('nobody knows', null),
    ),
  ).toEqual(['12 today 2026-11-29 2026-11-29', '12 in a year 2027-11-29 2027-11-29']);
});

it('takes every day into account that a date may mean', () => {
  expect(told('age', born('Хамза', { precision: 'year', date: '2015' }))).toEqual([
    '12 Хамза 2027-01-01 2027-12-31',
  ]);
});

it('counts the way through school from the first September at six', () => {
  expect(
    told(
      'school',
      born('born on the first of September', day('2021-09-01')),
      born('born a day later', day('2021-09-02')),
      born('to grade five', day('2017-05-30')),
      born('to grade ten', day('2012-03-01')),
      born('leaving', day('2009-10-08')),
    ),
  ).toEqual([
    'leaving leaving 2027-05-31 2027-05-31',
    'grade-1 born on the first of September 2027-09-01 2027-09-01',
    'grade-5 to grade five 2027-09-01 2027-09-01',
    'grade-10 to grade ten 2027-09-01 2027-09-01',
  ]);
  const later = aheadIn([born('at seven', day('2020-05-01'))], {
    today: TODAY,
    ages,
    schoolAge: 7,
  });
  expect(later.map(what)).toEqual(['grade-1']);
});

it('counts the way through school from the grade that is recorded, also of whom no birth is known', () => {
  const learning = (state: 'at-school' | 'finished' | 'not-at-school', grade: number | null) => ({
    ...{ state, grade, since: '2025-10-01' },
  });
  // By age she would go to grade ten in 2027; she came into grade three of 2025 at thirteen.
  const behind = born('behind', day('2012-03-01'));
  const stages = (schooling: Member['schooling'], birth = behind.birth) =>
    told('school', { ...behind, birth, schooling });
  expect(stages(learning('at-school', 3))).toEqual(['grade-5 behind 2027-09-01 2027-09-01']);
  expect(stages(learning('at-school', 3), null)).toEqual(['grade-5 behind 2027-09-01 2027-09-01']);
  expect(stages(learning('not-at-school', null))).toEqual([
    'grade-10 behind 2027-09-01 2027-09-01',
  ]);
  expect(stages(learning('finished', null))).toEqual([]);
  const [event] = ahead({ ...behind, schooling: learning('at-school', 3) }).filter(
    ({ kind }) => kind === 'school',
  );
  expect(event).toMatchObject({ by: 'grade' });
});

it('names releases from prison that are expected within a year', () => {
  const father = (date: string) => born('father', null, { precision: 'month', date });
  expect(told('release', father('2027-06'))).toEqual(['release father 2027-06-01 2027-06-30']);
  expect(told('release', father('2026-11'))).toEqual(['release father 2026-11-01 2026-11-30']);
  expect(ahead(father('2026-10'), father('2027-12'))).toEqual([]);
});
