import { type Refusal, refuse } from './refusal.ts';

/** One person with what tables may be made of, and the family that he or she belongs to. */
export type Unit = {
  readonly family: string;
  readonly values: Readonly<Record<string, string>>;
};

/** People alike in every variable, already counted, with the families they come from. */
export type Profile = {
  readonly values: Readonly<Record<string, string>>;
  readonly count: number;
  readonly families: readonly string[];
};

/** The people that tables are made of, as they were at one moment. */
export type Population = {
  /** Names the moment: two releases with the same snapshot count the same people. */
  readonly snapshot: string;
  /** Every value that each variable may have, also those that nobody has. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** Variables that say where somebody lives. */
  readonly places: readonly string[];
  readonly profiles: readonly Profile[];
  /** Combinations that everybody knows to be empty. */
  readonly impossible: ReadonlyArray<Readonly<Record<string, readonly string[]>>>;
};

type Frame = Pick<Population, 'snapshot' | 'variables'> &
  Partial<Pick<Population, 'places' | 'impossible'>>;

/** A population from rows, one a person; every row has a value of every variable. */
export function populationOfUnits(
  { snapshot, variables, places = [], impossible = [] }: Frame,
  units: readonly Unit[],
): Population {
  const names = Object.keys(variables);
  const profiles = new Map<
    string,
    { values: Unit['values']; count: number; families: Set<string> }
  >();
  for (const { family, values } of units) {
    const key = JSON.stringify(names.map((name) => values[name]));
    const profile = profiles.get(key) ?? { values, count: 0, families: new Set() };
    profile.count += 1;
    profile.families.add(family);
    profiles.set(key, profile);
  }
  return {
    snapshot,
    variables,
    places,
    impossible,
    profiles: [...profiles.values()].map(({ values, count, families }) => ({
      values,
      count,
      families: [...families],
    })),
  };
}

/** Looks for what cannot be: unknown variables and values, counts that are no counts, people without a family. */
export function checkPopulation(population: Population): Refusal | null {
  const { variables, profiles, places, impossible, snapshot } = population;
  const names = Object.keys(variables);
  const wrong = new Set<string>();
  if (snapshot === '') wrong.add('snapshot');
  for (const name of names) {
    const values = variables[name]!;
    if (values.length === 0 || new Set(values).size < values.length) wrong.add(name);
  }
  for (const place of places) if (!names.includes(place)) wrong.add(place);
  for (const { values, count, families } of profiles) {
    for (const name of names) if (!variables[name]!.includes(values[name] ?? '')) wrong.add(name);
    for (const name of Object.keys(values)) if (!names.includes(name)) wrong.add(name);
    if (!Number.isInteger(count) || count < 1) wrong.add('count');
    const distinct = new Set(families).size;
    if (distinct === 0 || distinct !== families.length || distinct > count) wrong.add('families');
    const isImpossible = impossible.some((rule) =>
      Object.entries(rule).every(([name, list]) => list.includes(values[name] ?? '')),
    );
    if (isImpossible) wrong.add('impossible');
  }
  for (const rule of impossible) {
    for (const [name, list] of Object.entries(rule)) {
      if (list.some((value) => !variables[name]?.includes(value))) wrong.add('impossible');
    }
    if (Object.keys(rule).length === 0) wrong.add('impossible');
  }
  return wrong.size > 0 ? refuse('population-unreadable', { details: [...wrong].sort() }) : null;
}
