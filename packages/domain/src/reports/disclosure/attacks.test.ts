import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf, type Printed, workOut } from './attacker.ts';
import { type Audience, type DisclosurePolicy, policyFor } from './policy.ts';
import { type Population, populationOfUnits, type Unit } from './population.ts';
import { type Protection, protectTables, publishedCell } from './protect-tables.ts';
import type { Release } from './release.ts';
import { generator, sparseTwin, twinTable } from './sparse-twin.ts';
import { type TableSpec, totalOf } from './table-spec.ts';

/** The true number of people and families of a group, counted anew. */
function truthOf({ profiles }: Population, group: Printed['group']) {
  const inside = profiles.filter(({ values }) =>
    Object.entries(group).every(([name, list]) => list.includes(values[name]!)),
  );
  return {
    count: inside.reduce((sum, { count }) => sum + count, 0),
    families: new Set(inside.flatMap(({ families }) => families)).size,
  };
}

const printedOf = ({ tables }: Protection): Printed[] =>
  tables.flatMap(({ cells }) =>
    cells.map((cell) => ({ group: cell.group, number: publishedCell(cell) })),
  );

/** Small groups that the attacker knows, or knows within fewer numbers than the policy leaves open. */
function recovered(population: Population, printed: readonly Printed[], policy: DisclosurePolicy) {
  const { variables } = population;
  const groups = new Map<string, Printed['group']>();
  const known = workOut(printed, variables);
  for (const { group } of printed) groups.set(nameOf(group, variables), group);
  return [...known].flatMap(([name, { low, high }]) => {
    const group = groups.get(name) ?? groupNamed(name, variables);
    const { count, families } = truthOf(population, group);
    expect(low).toBeLessThanOrEqual(count);
    expect(high).toBeGreaterThanOrEqual(count);
    const isSmall = count > 0 && (count < policy.people || families < policy.families);
    return isSmall && high - low < policy.width ? [{ name, count, low, high }] : [];
  });
}

function groupNamed(name: string, variables: Population['variables']): Printed['group'] {
  const parts = name.split(' / ');
  return Object.fromEntries(
    Object.keys(variables)
      .sort()
      .flatMap((variable, i) => (parts[i] === '*' ? [] : [[variable, parts[i]!.split('+')]])),
  );
}

function protect(
  population: Population,
  tables: readonly TableSpec[],
  { audience = 'network', ledger = [] }: { audience?: Audience; ledger?: readonly Release[] } = {},
): Protection {
  const policy = { ...policyFor(audience), keptAtLeast: 0 };
  const outcome = protectTables({ population, tables, policy, ledger, seed: null });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const release = (id: string, { release: told }: Protection): Release => ({ id, ...told });

const TWIN = sparseTwin({ regions: 16, ages: 4, children: 522, seed: 3 });
const POLICY = policyFor('network');

describe('a table of 16 regions by sex and four ages, as sparse as they come', () => {
  const inner = 16 * 2 * 4;
  const small = TWIN.profiles.filter(({ count }) => count < 5).length;
  const outcome = protect(TWIN, [twinTable(TWIN)]);

  it('has a quarter of its cells between one and four', () => {
    expect(small / inner).toBeGreaterThan(0.24);
    expect(small / inner).toBeLessThan(0.3);
  });

  it('printed whole would give every one of them away', () => {
    const printed = outcome.tables.flatMap(({ cells }) =>
      cells.map(({ group }) => ({ group, number: truthOf(TWIN, group).count })),
    );
    expect(recovered(TWIN, printed, POLICY).length).toBeGreaterThanOrEqual(small);
  });

  it('with only its small cells left out would give most of them away', () => {
    const printed = outcome.tables.flatMap(({ cells }) =>
      cells.map(({ group, mark }) => ({
        group,
        number:
          mark.kind === 'hidden' && mark.by === 'primary'
            ? ('hidden' as const)
            : truthOf(TWIN, group).count,
      })),
    );
    expect(recovered(TWIN, printed, POLICY).length).toBeGreaterThan(0);
  });

  it('loses no cell to the attacker and keeps most of what may be told', () => {
    expect(recovered(TWIN, printedOf(outcome), POLICY)).toEqual([]);
    const { keptShare, told, cells, primary, complementary } = outcome.account;
    expect({ cells, primary }).toEqual({ cells: 255, primary: 131 });
    expect(told + complementary).toBe(124);
    expect(keptShare).toBeGreaterThan(0.8);
  });

  it('told again to the public by sex and age adds nothing for the network', () => {
    const second = protect(TWIN, [twinTable(TWIN, ['sex', 'age'])], {
      audience: 'public',
      ledger: [release('first', outcome)],
    });
    expect(recovered(TWIN, [...printedOf(outcome), ...printedOf(second)], POLICY)).toEqual([]);
  });
});

describe('a table with regions inside groups of regions inside the country', () => {
  const regions = TWIN.variables.region!;
  const sex = twinTable(TWIN, ['sex']).dimensions;
  const table: TableSpec = {
    ...twinTable(TWIN, ['sex']),
    id: 'levels',
    dimensions: [
      ...sex,
      {
        variable: 'region',
        place: 'region',
        categories: [
          ...regions.map((value) => ({ id: value, values: [value] })),
          ...[0, 4, 8, 12].map((from) => ({
            id: `group-${from}`,
            values: regions.slice(from, from + 4),
          })),
          totalOf(TWIN, 'region'),
        ],
      },
    ],
  };

  it('gives away no region through its group and no group through the country', () => {
    const outcome = protect(TWIN, [table]);
    expect(recovered(TWIN, printedOf(outcome), POLICY)).toEqual([]);
    expect(outcome.account.keptShare).toBeGreaterThan(0.75);
  });
});

describe('somebody who collects what was told', () => {
  it('learns no small group from a second table with other borders', () => {
    const population = sparseTwin({ regions: 5, ages: 12, children: 300, seed: 8 });
    const ages = population.variables.age!;
    const table = (id: string, ...cuts: number[]): TableSpec => ({
      id,
      dimensions: [
        {
          variable: 'age',
          categories: cuts.map((from, i) => ({
            id: `from-${from}`,
            values: ages.slice(from, cuts[i + 1] ?? ages.length),
          })),
        },
        {
          variable: 'region',
          place: 'region',
          categories: [
            ...population.variables.region!.map((value) => ({ id: value, values: [value] })),
            totalOf(population, 'region'),
          ],
        },
      ],
      filters: [],
      visible: ['region', 'age'],
      hasMeans: false,
    });
    const first = protect(population, [table('by-threes', 0, 3, 6, 9)]);
    const second = protect(population, [table('by-fours', 0, 4, 8)], {
      ledger: [release('first', first)],
    });
    const together = [...printedOf(first), ...printedOf(second)];
    expect(recovered(population, together, POLICY)).toEqual([]);
    const careless = [
      ...printedOf(first),
      ...printedOf(protect(population, [table('x', 0, 4, 8)])),
    ];
    expect(recovered(population, careless, POLICY).length).toBeGreaterThan(0);
  });

  it('learns nothing from a filter that leaves out a few', () => {
    const population = sparseTwin({ regions: 4, ages: 3, children: 160, seed: 21 });
    const [quiet] = [...population.variables.region!].sort(
      (a, b) =>
        truthOf(population, { region: [a] }).count - truthOf(population, { region: [b] }).count,
    );
    const others = population.variables.region!.filter((value) => value !== quiet);
    const all = twinTable(population, ['sex']);
    const without: TableSpec = {
      ...all,
      id: 'without',
      filters: [{ variable: 'region', place: 'region', values: others }],
    };
    const first = protect(population, [all]);
    const second = protect(population, [without], { ledger: [release('first', first)] });
    expect(recovered(population, [...printedOf(first), ...printedOf(second)], POLICY)).toEqual([]);
  });

  it('does not see that one child came between two reports', () => {
    const before = sparseTwin({ regions: 3, ages: 3, children: 150, seed: 5 });
    const first = protect(before, [twinTable(before, ['sex'])]);
    const [profile, ...rest] = before.profiles;
    const after: Population = {
      ...before,
      snapshot: 'a month later',
      profiles: [
        { ...profile!, count: profile!.count + 1, families: [...profile!.families, 'new'] },
        ...rest,
      ],
    };
    const second = protect(after, [twinTable(after, ['sex'])], {
      ledger: [release('first', first)],
    });
    const { sex } = profile!.values;
    const marks = second.tables[0]!.cells.map(({ categories, mark }) => [categories[0], mark]);
    expect(marks).toContainEqual([
      sex,
      { kind: 'hidden', by: 'primary', reason: 'changed-by-few' },
    ]);
    expect(marks).toContainEqual([
      'total',
      { kind: 'hidden', by: 'primary', reason: 'changed-by-few' },
    ]);
  });

  it('is told the same again when nothing has changed', () => {
    const first = protect(TWIN, [twinTable(TWIN, ['region', 'sex'])]);
    const again = protect(TWIN, [twinTable(TWIN, ['region', 'sex'])], {
      ledger: [release('first', first)],
    });
    expect(printedOf(again)).toEqual(printedOf(first));
  });

  it('cannot make the ledger lie: a count that does not fit refuses everything', () => {
    const first = release('first', protect(TWIN, [twinTable(TWIN, ['sex'])]));
    const [told, ...others] = first.told;
    const wrong = { ...first, told: [{ ...told!, count: told!.count + 1 }, ...others] };
    const asked = {
      population: TWIN,
      tables: [twinTable(TWIN, ['sex'])],
      policy: POLICY,
      seed: null,
    };
    expect(protectTables({ ...asked, ledger: [wrong] })).toMatchObject({ code: 'ledger-differs' });
    expect(protectTables({ ...asked, ledger: [{ id: 'x' }] })).toMatchObject({
      code: 'ledger-unreadable',
    });
  });
});

describe('random people, random tables, one after the other', () => {
  const CUTS = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });

  it.each(['network', 'public'] as const)(
    'lose no small group to the attacker (%s)',
    (audience) => {
      fc.assert(
        fc.property(
          fc.record({
            seed: fc.nat(1_000_000),
            people: fc.integer({ min: 40, max: 200 }),
            towns: fc.integer({ min: 2, max: 4 }),
            cuts: fc.tuple(CUTS, CUTS),
            split: fc.tuple(fc.boolean(), fc.boolean()),
          }),
          ({ seed, people, towns, cuts, split }) => {
            const chance = generator(seed);
            const variables = {
              town: Array.from({ length: towns }, (_, i) => `t${i}`),
              age: ['a0', 'a1', 'a2', 'a3', 'a4'],
            };
            const units = Array.from(
              { length: people },
              (_, i): Unit => ({
                family: `f${Math.floor(i / (1 + 3 * chance()))}`,
                values: {
                  town: variables.town[Math.floor(towns * chance() ** 2)]!,
                  age: variables.age[Math.floor(5 * chance() ** 1.7)]!,
                },
              }),
            );
            const population = populationOfUnits({ snapshot: 's', variables }, units);
            const tables = cuts.map((list, n): TableSpec => {
              const ends = [0, ...list.toSorted((a, b) => a - b), 5];
              const bands = ends.slice(1).map((to, i) => ({
                id: `b${i}`,
                values: variables.age.slice(ends[i], to),
              }));
              const ages = { variable: 'age', categories: [...bands, totalOf(population, 'age')] };
              const town = {
                variable: 'town',
                categories: [
                  ...variables.town.map((value) => ({ id: value, values: [value] })),
                  totalOf(population, 'town'),
                ],
              };
              return {
                id: `table-${n}`,
                dimensions: split[n] ? [ages, town] : [ages],
                filters: [],
                visible: ['town', 'age'],
                hasMeans: false,
              };
            });
            const policy = policyFor(audience);
            const first = protect(population, tables.slice(0, 1), { audience });
            const second = protect(population, tables.slice(1), {
              audience,
              ledger: [release('first', first)],
            });
            const printed = [...printedOf(first), ...printedOf(second)];
            expect(recovered(population, printed, policy)).toEqual([]);
            expect(second.account.givenAwayBefore).toBe(0);
          },
        ),
        { numRuns: 30, seed: 2 },
      );
    },
    20_000,
  );
});
