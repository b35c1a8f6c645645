import { type Population, populationOfUnits, type Unit } from './population.ts';
import { type TableSpec, totalOf } from './table-spec.ts';

/**
 * Invented children for tests and measurements: families of one to six, unevenly spread over regions,
 * so that a table by region, sex and age has about as many cells of one to four as published ones of
 * such programmes have. Made by a seeded generator; no real count has gone into it.
 */
export function sparseTwin({
  regions,
  ages,
  children,
  seed,
}: {
  regions: number;
  ages: number;
  children: number;
  seed: number;
}): Population {
  const chance = generator(seed);
  const named = (word: string, n: number) =>
    Array.from({ length: n }, (_, i) => `${word}-${i + 1}`);
  const variables = {
    region: named('region', regions),
    sex: ['girl', 'boy'],
    age: named('age', ages),
  };
  const pick = (values: readonly string[], steepness: number) =>
    values[Math.floor(values.length * chance() ** steepness)]!;
  // Most families live in a few regions; the others have two to ten children each.
  const crowded = variables.region.slice(0, Math.ceil(0.45 * regions));
  const quiet = variables.region.slice(crowded.length);
  const units: Unit[] = [];
  for (let family = 1; units.length < children; family += 1) {
    const isCrowded = chance() < 0.93;
    const region = pick(isCrowded ? crowded : quiet, 1.2);
    const size = Math.min(1 + Math.floor(6 * chance() ** 1.5), children - units.length);
    for (let child = 0; child < size; child += 1) {
      units.push({
        family: `family-${family}`,
        values: { region, sex: pick(variables.sex, 1), age: pick(variables.age, 1.1) },
      });
    }
  }
  return populationOfUnits({ snapshot: `twin-${seed}`, variables, places: ['region'] }, units);
}

/** Region by sex by age with all its margins. */
export function twinTable(
  population: Population,
  dimensions = ['region', 'sex', 'age'],
): TableSpec {
  return {
    id: dimensions.join('-by-'),
    dimensions: dimensions.map((variable) => ({
      variable,
      ...(variable === 'region' ? { place: 'region' as const } : {}),
      categories: [
        ...population.variables[variable]!.map((value) => ({ id: value, values: [value] })),
        totalOf(population, variable),
      ],
    })),
    filters: [],
    visible: ['region', 'sex', 'age'],
    hasMeans: false,
  };
}

/** Mulberry32 (Ettinger 2017): the same numbers from the same seed everywhere, 0 to below 1. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}
