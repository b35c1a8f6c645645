import { type Group, groupOfFilters, identityOf, type TableCell } from './group.ts';
import { buildLattice, differencesOf, type Lattice } from './lattice.ts';
import type { DisclosurePolicy } from './policy.ts';
import type { Population } from './population.ts';
import { type Refusal, refuse } from './refusal.ts';
import { changedByFew, type Release } from './release.ts';
import { fewOf, type Risk, riskOf, tally } from './risks.ts';
import { suppress } from './suppress.ts';
import type { Statement, System } from './system.ts';
import type { TableSpec } from './table-spec.ts';
import { verifyProofs } from './verify-proofs.ts';

type Guarded = {
  readonly kind: 'guarded';
  /** Identities of groups that these readers must not be told, with the reason. */
  readonly hidden: ReadonlyMap<string, Risk | 'derivable'>;
  readonly counts: ReadonlyMap<string, number>;
  readonly proved: number;
  readonly givenAway: number;
};

type SpecCell = TableCell & { readonly spec: TableSpec };

/**
 * Holds tables against one sort of readers: what they have seen, what small groups all of it together
 * would let them work out, and what has to be hidden so that they cannot.
 *
 * @param hidden groups that are hidden already, for the sake of other readers
 */
export function guard({
  population,
  policy,
  seen,
  hidden: hiddenBefore,
  cells,
}: {
  population: Population;
  policy: DisclosurePolicy;
  seen: readonly Release[];
  hidden: ReadonlySet<string>;
  cells: readonly SpecCell[];
}): Guarded | Refusal {
  const nameOf = (group: Group) => identityOf(group, population);
  const known = seen
    .filter(({ snapshot }) => snapshot === population.snapshot)
    .flatMap(({ told }) => told);
  if (known.some(({ group }) => !isOf(group, population))) return refuse('ledger-differs');
  const groups = [...cells, ...known].map(({ group }) => group);
  const lattice = buildLattice(population, groups);
  if (lattice === null)
    return refuse('too-large', { details: [...new Set(cells.map((c) => c.table))] });
  const tallyOf = (group: Group) => tally(lattice, lattice.kindsOf(group));
  if (known.some(({ group, count }) => tallyOf(group).count !== count))
    return refuse('ledger-differs');
  const small = smallBase(cells, lattice, policy);
  if (small !== null) return refuse('base-too-small', { table: small });

  const entries = new Map<string, Entry>();
  for (const { group } of known) {
    entries.set(nameOf(group), { group, state: 'known', risk: null, loss: 1 });
  }
  const risks = new Map<string, Risk>();
  for (const cell of cells) {
    const name = nameOf(cell.group);
    const whole = groupOfFilters(cell.spec.filters);
    const risk =
      riskOf(cell.group, { lattice, policy, table: cell.spec, whole }) ??
      (changedByFew({ ...cell, ...tallyOf(cell.group) }, seen, { population, policy })
        ? 'changed-by-few'
        : null);
    if (risk) risks.set(name, risk);
    const entry = entries.get(name);
    if (entry?.state === 'known') continue;
    const state = hiddenBefore.has(name) ? 'latent' : 'open';
    const loss = Math.max(entry?.loss ?? 0, lossOf(cell, tallyOf(cell.group).count, population));
    entries.set(name, { group: cell.group, state, risk: risks.get(name) ?? null, loss });
  }
  for (const group of [...differencesOf(population, groups), ...lattice.groups]) {
    const name = nameOf(group);
    const risk = fewOf(tallyOf(group), policy);
    if (!entries.has(name) && risk) entries.set(name, { group, state: 'latent', risk, loss: 1 });
  }

  const list = [...entries];
  const system: System = {
    counts: lattice.counts,
    impossible: lattice.impossible,
    statements: list.map(([, entry]) => statementOf(entry, lattice, policy)),
  };
  const suppression = suppress(system);
  const doubtful = verifyProofs(system, suppression).filter((i) => !suppression.given.includes(i));
  if (doubtful.length > 0) return refuse('not-proven');
  const derivable = [...suppression.complementary].map((i) => [list[i]![0], 'derivable'] as const);
  return {
    kind: 'guarded',
    hidden: new Map<string, Risk | 'derivable'>([...derivable, ...risks]),
    counts: new Map(list.map(([name, { group }]) => [name, tallyOf(group).count])),
    proved: suppression.proofs.size,
    givenAway: suppression.given.length,
  };
}

type Entry = {
  readonly group: Group;
  readonly state: Statement['state'];
  readonly risk: Risk | null;
  readonly loss: number;
};

function statementOf(
  { group, state, risk, loss }: Entry,
  lattice: Lattice,
  policy: DisclosurePolicy,
): Statement {
  return {
    terms: lattice.kindsOf(group).map((kind) => [kind, 1]),
    state,
    width: risk === null ? 0 : policy.width,
    loss,
  };
}

/** A larger number says more, and a total is what most readers look for. */
function lossOf({ group, spec }: SpecCell, count: number, { variables }: Population): number {
  const totals = spec.dimensions.filter(
    ({ variable }) => group[variable]?.length === variables[variable]!.length,
  ).length;
  return (1 + Math.log2(1 + count)) * 2 ** totals;
}

/** A table about fewer people or families than may be told, whatever it is split by. */
function smallBase(
  cells: readonly SpecCell[],
  lattice: Lattice,
  policy: DisclosurePolicy,
): string | null {
  const specs = new Set(cells.map(({ spec }) => spec));
  const small = [...specs].find(({ filters }) => {
    const base = tally(lattice, lattice.kindsOf(groupOfFilters(filters)));
    return base.count === 0 || fewOf(base, policy) !== null;
  });
  return small?.id ?? null;
}

/** Whether a group of the ledger is one of this population's variables and values. */
function isOf(group: Group, { variables }: Population): boolean {
  return Object.entries(group).every(([variable, values]) =>
    values.every((value) => variables[variable]?.includes(value)),
  );
}
