import { describe, expect, it } from 'vitest';
import { bandOf, bandsBetween, categoriesOf } from './bands.ts';
import { policyFor, readPolicy } from './policy.ts';
import { type Population, populationOfUnits, type Unit } from './population.ts';
import {
  type Mark,
  type Protection,
  type ProtectionRequest,
  protectTables,
  publishedCell,
} from './protect-tables.ts';
import type { Refusal } from './refusal.ts';
import { sparseTwin, twinTable } from './sparse-twin.ts';
import { type TableSpec, totalOf } from './table-spec.ts';

const VARIABLES = {
  town: ['north', 'south', 'west'],
  sex: ['girl', 'boy'],
  school: ['yes', 'no'],
};

/** So many children in each place, each of a family of its own unless said otherwise. */
function children(
  given: ReadonlyArray<readonly [town: string, sex: string, school: string, count: number]>,
  { families = Number.POSITIVE_INFINITY } = {},
): Population {
  const units = given.flatMap(([town, sex, school, count], line) =>
    Array.from(
      { length: count },
      (_, i): Unit => ({
        family: `${line}-${Math.min(i, families - 1)}`,
        values: { town, sex, school },
      }),
    ),
  );
  return populationOfUnits({ snapshot: 'autumn', variables: VARIABLES }, units);
}

const PLENTY = children([
  ['north', 'girl', 'yes', 12],
  ['north', 'girl', 'no', 8],
  ['north', 'boy', 'yes', 14],
  ['north', 'boy', 'no', 9],
  ['south', 'girl', 'yes', 11],
  ['south', 'girl', 'no', 3],
  ['south', 'boy', 'yes', 13],
  ['south', 'boy', 'no', 10],
  ['west', 'girl', 'yes', 15],
  ['west', 'girl', 'no', 7],
  ['west', 'boy', 'yes', 16],
  ['west', 'boy', 'no', 6],
]);

function by(population: Population, ...variables: string[]): TableSpec {
  return {
    id: variables.join('-by-'),
    dimensions: variables.map((variable) => ({
      variable,
      categories: [
        ...population.variables[variable]!.map((value) => ({ id: value, values: [value] })),
        totalOf(population, variable),
      ],
    })),
    filters: [],
    visible: ['town', 'sex'],
    hasMeans: false,
  };
}

const request = (population: Population, ...tables: TableSpec[]): ProtectionRequest => ({
  population,
  tables,
  policy: policyFor('network'),
  ledger: [],
  seed: null,
});

function passed(outcome: Protection | Refusal): Protection {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function markAt(outcome: Protection | Refusal, ...categories: string[]): Mark | undefined {
  return passed(outcome)
    .tables.flatMap(({ cells }) => cells)
    .find((cell) => cell.categories.join() === categories.join())?.mark;
}

describe('a table for the network', () => {
  it('tells a table without small groups whole', () => {
    const outcome = passed(protectTables(request(PLENTY, by(PLENTY, 'town', 'sex'))));
    expect(outcome.account).toMatchObject({ cells: 12, told: 12, keptShare: 1, proved: 0 });
    expect(markAt(outcome, 'north', 'girl')).toEqual({ kind: 'shown', count: 20 });
  });

  it('hides the three girls of the south who are not at school, and what would give them away', () => {
    const outcome = passed(protectTables(request(PLENTY, by(PLENTY, 'town', 'sex', 'school'))));
    expect(markAt(outcome, 'south', 'girl', 'no')).toEqual({
      kind: 'hidden',
      by: 'primary',
      reason: 'few-people',
    });
    expect(markAt(outcome, 'south', 'girl', 'yes')).toEqual({
      kind: 'hidden',
      by: 'complementary',
      reason: 'derivable',
    });
    expect(outcome.account.complementary).toBeGreaterThanOrEqual(3);
    expect(outcome.account.told).toBeGreaterThanOrEqual(28);
  });

  it('tells its own caseload everything', () => {
    const outcome = protectTables({
      ...request(PLENTY, by(PLENTY, 'town', 'sex', 'school')),
      policy: policyFor('caseload'),
    });
    expect(markAt(outcome, 'south', 'girl', 'no')).toEqual({ kind: 'shown', count: 3 });
  });

  it('counts families: seven children of two mothers are two', () => {
    const twoMothers = children([['north', 'girl', 'no', 7]], { families: 2 });
    const others = PLENTY.profiles.filter(
      ({ values }) => !(values.town === 'north' && values.sex === 'girl' && values.school === 'no'),
    );
    const population = { ...PLENTY, profiles: [...others, ...twoMothers.profiles] };
    const outcome = protectTables(request(population, by(population, 'town', 'sex', 'school')));
    expect(markAt(outcome, 'north', 'girl', 'no')).toMatchObject({ reason: 'few-families' });
  });

  it('hides that everybody in a group has something, and that nobody has', () => {
    const population = children([
      ['north', 'girl', 'yes', 20],
      ['south', 'girl', 'yes', 15],
      ['south', 'girl', 'no', 12],
      ['west', 'girl', 'yes', 14],
      ['west', 'girl', 'no', 13],
    ]);
    const outcome = protectTables(request(population, by(population, 'town', 'school')));
    expect(markAt(outcome, 'north', 'yes')).toMatchObject({ reason: 'everybody' });
    expect(markAt(outcome, 'north', 'no')).toMatchObject({ reason: 'nobody' });
    expect(markAt(outcome, 'north', 'total')).toEqual({ kind: 'shown', count: 20 });
  });

  it('tells that nobody is where nobody can be', () => {
    const population: Population = {
      ...children([
        ['north', 'girl', 'yes', 20],
        ['south', 'girl', 'yes', 15],
        ['south', 'boy', 'yes', 12],
        ['west', 'girl', 'yes', 15],
        ['west', 'boy', 'yes', 12],
      ]),
      impossible: [{ town: ['north'], sex: ['boy'] }],
    };
    const outcome = protectTables(request(population, by(population, 'town', 'sex')));
    expect(markAt(outcome, 'north', 'boy')).toEqual({ kind: 'shown', count: 0 });
    expect(passed(outcome).account.told).toBe(12);
  });

  it('wants as many people for a mean as means need', () => {
    const table = { ...by(PLENTY, 'town', 'school'), hasMeans: true };
    const few = children([
      ['north', 'girl', 'yes', 12],
      ['north', 'girl', 'no', 30],
      ['south', 'girl', 'yes', 9],
      ['south', 'girl', 'no', 30],
      ['west', 'girl', 'yes', 20],
      ['west', 'girl', 'no', 30],
    ]);
    expect(markAt(protectTables(request(few, table)), 'south', 'yes')).toMatchObject({
      reason: 'few-people',
    });
    expect(
      markAt(protectTables(request(few, { ...table, hasMeans: false })), 'south', 'yes'),
    ).toEqual({ kind: 'shown', count: 9 });
  });

  it('hides groups that only two linked tables together give away', () => {
    // By town and in all, there are enough; the ages 0 to 11 less those of 0 to 5 are two children.
    const ages = bandsBetween([0, 6, 12]);
    const units = [3, 8, 14].flatMap((age, i) =>
      Array.from(
        { length: [20, 2, 30][i]! },
        (_, n): Unit => ({
          family: `${age}-${n}`,
          values: { age: bandOf(ages, age)!.id },
        }),
      ),
    );
    const population = populationOfUnits(
      { snapshot: 'autumn', variables: { age: ages.map(({ id }) => id) } },
      units,
    );
    const table = (id: string, last: number): TableSpec => ({
      id,
      dimensions: [
        {
          variable: 'age',
          categories: [{ id, values: categoriesOf(ages.slice(0, last)).map((c) => c.id) }],
        },
      ],
      filters: [],
      visible: ['age'],
      hasMeans: false,
    });
    const outcome = passed(protectTables(request(population, table('to-5', 1), table('to-11', 2))));
    const marks = outcome.tables.flatMap(({ cells }) => cells.map(({ mark }) => mark.kind));
    expect(marks.toSorted()).toEqual(['hidden', 'shown']);
  });

  it('gives the same answer to the same question', () => {
    const asked = request(PLENTY, by(PLENTY, 'town', 'sex', 'school'));
    expect(protectTables(asked)).toEqual(protectTables(asked));
  });

  it('prints no reason, since a reason tells a small number from any other', () => {
    const outcome = passed(protectTables(request(PLENTY, by(PLENTY, 'town', 'sex', 'school'))));
    const printed = outcome.tables.flatMap(({ cells }) => cells.map(publishedCell));
    expect(new Set(printed.filter((cell) => typeof cell !== 'number'))).toEqual(
      new Set(['hidden']),
    );
  });
});

describe('rounding', () => {
  const policy = { ...policyFor('network'), rounding: 5 };
  const asked = {
    ...request(PLENTY, by(PLENTY, 'town', 'sex')),
    policy,
    seed: 'a secret of this house',
  };

  it('rounds the same cell the same way in every table', () => {
    const one = markAt(protectTables(asked), 'north', 'total');
    const other = markAt(protectTables({ ...asked, tables: [by(PLENTY, 'town')] }), 'north');
    expect(one).toMatchObject({ kind: 'rounded', base: 5 });
    expect(other).toEqual(one);
  });

  it('stays less than the base away from the truth', () => {
    for (const { cells } of passed(protectTables(asked)).tables) {
      for (const { mark, categories } of cells) {
        const exact = markAt(
          protectTables(request(PLENTY, by(PLENTY, 'town', 'sex'))),
          ...categories,
        );
        if (mark.kind !== 'rounded' || exact?.kind !== 'shown') throw new Error('hidden');
        expect(mark.count % 5).toBe(0);
        expect(Math.abs(mark.count - exact.count)).toBeLessThan(5);
      }
    }
  });

  it('is refused without the secret that keeps it from being computed', () => {
    expect(protectTables({ ...asked, seed: null })).toMatchObject({ code: 'seed-missing' });
    expect(protectTables({ ...asked, seed: 'short' })).toMatchObject({ code: 'seed-missing' });
  });
});

describe('a setting that is wrong', () => {
  const asked = request(PLENTY, by(PLENTY, 'town'));
  it.each([
    ['nothing', undefined],
    ['an empty one', {}],
    ['a word for a number', { ...policyFor('network'), people: 'five' }],
    ['not a number', { ...policyFor('network'), people: Number.NaN }],
    ['a threshold of nobody', { ...policyFor('network'), people: 0 }],
    ['a setting that does not exist', { ...policyFor('network'), threshold: 5 }],
    ['an unknown audience', { ...policyFor('network'), audience: 'everyone' }],
    ['a caseload with thresholds', { ...policyFor('caseload'), people: 5 }],
  ])('%s hides everything', (_what, policy) => {
    expect(protectTables({ ...asked, policy })).toMatchObject({
      kind: 'refused',
      code: 'policy-unreadable',
    });
  });

  it.each([
    ['people', { people: 4, width: 5 }],
    ['families', { families: 1 }],
    ['width', { people: 8, width: 6 }],
    ['meanPeople', { meanPeople: 2 }],
    ['zeros', { zeros: 'told' }],
    ['extremes', { extremes: 'told' }],
    ['finestPlace', { finestPlace: 'district' }],
  ])('protects less by %s than the network gets: refused', (setting, weaker) => {
    expect(readPolicy({ ...policyFor('network'), ...weaker })).toMatchObject({
      code: 'policy-too-weak',
      details: [setting],
    });
  });

  it('may protect more', () => {
    expect(readPolicy({ ...policyFor('network'), people: 8, width: 8 }).kind).toBe('policy');
  });
});

describe('a table that cannot be told', () => {
  it.each<[string, Partial<TableSpec>]>([
    [
      'asks for a variable that is not there',
      { dimensions: [{ variable: 'faith', categories: [{ id: 'a', values: ['b'] }] }] },
    ],
    [
      'asks for a value that is not there',
      { dimensions: [{ variable: 'sex', categories: [{ id: 'a', values: ['b'] }] }] },
    ],
    ['filters by a value that is not there', { filters: [{ variable: 'sex', values: ['b'] }] }],
    ['has the same variable twice', { dimensions: [...by(PLENTY, 'sex', 'sex').dimensions] }],
    ['is not of this shape', { dimensions: 'sex' as never }],
  ])('%s', (_what, part) => {
    expect(protectTables(request(PLENTY, { ...by(PLENTY, 'sex'), ...part }))).toMatchObject({
      code: 'table-unreadable',
    });
  });

  it('is about three girls, and passes without the filter that makes them three', () => {
    const few: TableSpec = {
      ...by(PLENTY, 'sex'),
      filters: [
        { variable: 'school', values: ['no'] },
        { variable: 'town', values: ['south'] },
      ],
    };
    const girls = {
      ...few,
      dimensions: [],
      filters: [...few.filters, { variable: 'sex', values: ['girl'] }],
    };
    expect(protectTables(request(PLENTY, girls))).toEqual({
      kind: 'refused',
      code: 'base-too-small',
      table: 'sex',
      details: [],
      changes: [{ kind: 'drop-filter', table: 'sex', variable: 'school' }],
    });
  });

  it('shows single towns to the public, and passes without them', () => {
    const twin = sparseTwin({ regions: 6, ages: 4, children: 400, seed: 4 });
    const outcome = protectTables({
      ...request(twin, twinTable(twin, ['region', 'sex'])),
      policy: policyFor('public'),
    });
    expect(outcome).toMatchObject({
      code: 'place-too-fine',
      details: ['region'],
      changes: [{ kind: 'drop-dimension', table: 'region-by-sex', variable: 'region' }],
    });
  });

  it('does not say how fine its places are', () => {
    const twin = sparseTwin({ regions: 6, ages: 4, children: 400, seed: 4 });
    const table = twinTable(twin, ['region']);
    const [{ place: _, ...dimension }] = table.dimensions as [TableSpec['dimensions'][number]];
    expect(protectTables(request(twin, { ...table, dimensions: [dimension] }))).toMatchObject({
      code: 'place-too-fine',
    });
  });

  it('would keep next to nothing', () => {
    const thin = children([
      ['north', 'girl', 'yes', 3],
      ['north', 'boy', 'no', 2],
      ['south', 'girl', 'yes', 1],
      ['south', 'boy', 'no', 2],
      ['west', 'girl', 'no', 2],
      ['west', 'boy', 'yes', 1],
    ]);
    const policy = { ...policyFor('network'), keptAtLeast: 0.5 };
    const asked = { ...request(thin, by(thin, 'town', 'sex', 'school')), policy };
    expect(protectTables(asked)).toMatchObject({ code: 'little-left' });
  });

  it('is too large to be proved', () => {
    const variables = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`v${i}`, ['a', 'b', 'c', 'd']]),
    );
    const population = populationOfUnits({ snapshot: 'autumn', variables }, [
      { family: '1', values: Object.fromEntries(Object.keys(variables).map((v) => [v, 'a'])) },
    ]);
    const table = { ...by(population, ...Object.keys(variables)), visible: [] };
    expect(protectTables(request(population, table))).toMatchObject({ code: 'too-large' });
  });

  it.each<[string, Partial<Population>]>([
    [
      'a count that is none',
      { profiles: [{ values: PLENTY.profiles[0]!.values, count: -1, families: ['a'] }] },
    ],
    [
      'more families than children',
      { profiles: [{ values: PLENTY.profiles[0]!.values, count: 1, families: ['a', 'b'] }] },
    ],
    [
      'a child without a family',
      { profiles: [{ values: PLENTY.profiles[0]!.values, count: 1, families: [] }] },
    ],
    [
      'a child of an unknown town',
      {
        profiles: [
          { values: { town: 'moon', sex: 'girl', school: 'no' }, count: 1, families: ['a'] },
        ],
      },
    ],
    ['somebody where nobody can be', { impossible: [{ town: ['north'] }] }],
  ])('counts from people with %s', (_what, part) => {
    const population = { ...PLENTY, ...part };
    expect(protectTables(request(population, by(population, 'sex')))).toMatchObject({
      code: 'population-unreadable',
    });
  });
});
