import { expect, it } from 'vitest';
import type { Birth } from '../people/index.ts';
import { aheadIn } from './index.ts';

const TODAY = '2026-11-29';
const born = (personId: string, birth: Birth | null, release: Birth | null = null) => ({
  ...{ personId, birth, release },
});
const ahead = (...people: ReturnType<typeof born>[]) =>
  aheadIn(people, TODAY).map(({ kind, personId, from, to }) => `${kind} ${personId} ${from} ${to}`);

it('names the children who turn twelve within a year, today and in a year to the day included', () => {
  const day = (date: string): Birth => ({ precision: 'day', date });
  expect(
    ahead(
      born('today', day('2014-11-29')),
      born('yesterday', day('2014-11-28')),
      born('in a year', day('2015-11-29')),
      born('later', day('2015-11-30')),
      born('nobody knows', null),
    ),
  ).toEqual([
    'turns-twelve today 2026-11-29 2026-11-29',
    'turns-twelve in a year 2027-11-29 2027-11-29',
  ]);
});

it('takes every day into account that a date may mean', () => {
  expect(
    ahead(
      born('Хамза', { precision: 'year', date: '2015' }),
      born('Айым', { precision: 'about', date: '2017' }),
    ),
  ).toEqual([
    'turns-twelve Хамза 2027-01-01 2027-12-31',
    'turns-twelve Айым 2027-01-01 2031-12-31',
  ]);
});

it('names releases from prison that are expected within a year', () => {
  const father = (date: string) => born('father', null, { precision: 'month', date });
  expect(ahead(father('2027-06'))).toEqual(['release father 2027-06-01 2027-06-30']);
  expect(ahead(father('2026-11'))).toEqual(['release father 2026-11-01 2026-11-30']);
  expect(ahead(father('2026-10'), father('2027-12'))).toEqual([]);
});
