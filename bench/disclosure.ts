/**
 * How long disclosure control takes and how much it keeps: `node bench/disclosure.ts`. Tables of invented
 * children, from one like a small report's to more than any report prints, with all their margins; for
 * every one the processor time, what is hidden, the share that is kept of what carries no risk of its own,
 * and the narrowest range that an attacker with a solver can bound a hidden number to.
 */
import { policyFor } from '../packages/domain/src/reports/disclosure/policy.ts';
import { protectTables } from '../packages/domain/src/reports/disclosure/protect-tables.ts';
import { auditRanges } from '../packages/domain/src/reports/disclosure/ranges.ts';
import {
  generator,
  sparseTwin,
  twinTable,
} from '../packages/domain/src/reports/disclosure/sparse-twin.ts';
import { suppress } from '../packages/domain/src/reports/disclosure/suppress.ts';
import type { Statement, System } from '../packages/domain/src/reports/disclosure/system.ts';

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const columns = ['table', 'people', 'cells', 'told', 'small', 'complementary', 'kept', 'processor'];
console.log(columns.map((name, i) => (i === 0 ? name.padEnd(34) : name.padStart(14))).join(''));

for (const { name, regions, ages, children, dimensions } of [
  { name: 'region x sex', regions: 16, ages: 4, children: 522, dimensions: ['region', 'sex'] },
  { name: 'region x age', regions: 16, ages: 8, children: 522, dimensions: ['region', 'age'] },
  {
    name: 'region x sex x 4 ages, as published',
    regions: 16,
    ages: 4,
    children: 522,
    dimensions: ['region', 'sex', 'age'],
  },
  {
    name: 'region x sex x 8 ages',
    regions: 16,
    ages: 8,
    children: 522,
    dimensions: ['region', 'sex', 'age'],
  },
  {
    name: 'region x sex x 8 ages, a country',
    regions: 16,
    ages: 8,
    children: 6000,
    dimensions: ['region', 'sex', 'age'],
  },
]) {
  const population = sparseTwin({ regions, ages, children, seed: 3 });
  const start = processorMs();
  const outcome = protectTables({
    population,
    tables: [twinTable(population, dimensions)],
    policy: { ...policyFor('network'), keptAtLeast: 0 },
    ledger: [],
    seed: null,
  });
  const spent = processorMs() - start;
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  const { cells, told, primary, complementary, keptShare } = outcome.account;
  print(name, [
    children,
    cells,
    told,
    primary,
    complementary,
    `${(100 * (keptShare ?? 0)).toFixed(1)} %`,
    `${Math.round(spent)} ms`,
  ]);
}

console.log(
  '\nThe audit by linear programming: narrowest range of a hidden number, and how many were bounded',
);
for (const [rows, lines, layers] of [
  [5, 4, 1],
  [16, 8, 1],
  [16, 4, 2],
] as const) {
  const system = grid(rows, lines, layers);
  const suppression = suppress(system);
  const start = processorMs();
  const ranges = [...auditRanges(system, suppression).values()];
  const narrowest = Math.min(...ranges.map(({ low, high }) => high - low));
  const spent = Math.round(processorMs() - start);
  print(`${rows} x ${lines} x ${layers}`, [`${narrowest}`, `${ranges.length}`, `${spent} ms`]);
}

function print(name: string, values: readonly (string | number)[]): void {
  console.log(name.padEnd(34) + values.map((value) => String(value).padStart(14)).join(''));
}

/** Random counts in three directions with all sums; counts below five are secret. */
function grid(...sizes: readonly [number, number, number]): System {
  const chance = generator(7);
  const counts = Array.from({ length: sizes[0] * sizes[1] * sizes[2] }, () =>
    Math.floor(30 * chance() ** 3),
  );
  const statements: Statement[] = [];
  const choices = sizes.map((size) => [...Array(size).keys(), null]);
  for (const a of choices[0]!) {
    for (const b of choices[1]!) {
      for (const c of choices[2]!) {
        const kinds = [...counts.keys()].filter((kind) => {
          const at = [
            Math.floor(kind / (sizes[1] * sizes[2])),
            Math.floor(kind / sizes[2]) % sizes[1],
            kind % sizes[2],
          ];
          return [a, b, c].every((value, i) => value === null || value === at[i]);
        });
        const count = kinds.reduce((sum, kind) => sum + counts[kind]!, 0);
        statements.push({
          terms: kinds.map((kind) => [kind, 1]),
          state: 'open',
          width: count > 0 && count < 5 ? 5 : 0,
          loss: 1 + Math.log2(1 + count),
        });
      }
    }
  }
  return { counts, impossible: new Set(), statements };
}
