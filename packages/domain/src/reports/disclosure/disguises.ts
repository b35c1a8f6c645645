import { type Change, movedBy, type System } from './system.ts';

/**
 * Two worlds that nobody who reads what is told can tell from the true one; in them the secret
 * statement differs by at least its width. An empty change is the true world.
 */
export type Proof = { readonly low: Change; readonly high: Change };

/** Changes that nobody can tell from the truth, with what each secret makes of them. Grows in place. */
export type Disguises = {
  readonly system: System;
  readonly changes: Set<Change>;
  /** For each secret the changes in which it falls and rises furthest, as far as known. */
  readonly best: Map<number, Proof>;
};

const NOTHING: Change = new Map();

export function noDisguises(system: System, secrets: readonly number[]): Disguises {
  const best = new Map(secrets.map((secret) => [secret, { low: NOTHING, high: NOTHING }]));
  return { system, changes: new Set(), best };
}

/** Adds a change; every secret takes it where it reaches further. */
export function addDisguise({ system, changes, best }: Disguises, change: Change): void {
  changes.add(change);
  for (const [secret, proof] of best) {
    const better = improved(system, secret, { proof, change });
    if (better !== proof) best.set(secret, better);
  }
}

/** Over how many values the changes spread a secret. */
export function spreadOf({ system, best }: Disguises, secret: number): number {
  const statement = system.statements[secret]!;
  const proof = best.get(secret);
  return proof ? movedBy(statement, proof.high) - movedBy(statement, proof.low) : 0;
}

export function isDisguised(disguises: Disguises, secret: number): boolean {
  return spreadOf(disguises, secret) >= disguises.system.statements[secret]!.width - 1e-9;
}

/** The changes that are left when one statement more is told. */
export function disguisesUnder(disguises: Disguises, told: number): Disguises {
  const { system, changes, best } = disguises;
  const statement = system.statements[told]!;
  const lost = new Set(
    [...changes].filter((change) => Math.abs(movedBy(statement, change)) > 1e-9),
  );
  const left = {
    system,
    changes: new Set([...changes].filter((change) => !lost.has(change))),
    best: new Map(best),
  };
  for (const [secret, { low, high }] of best) {
    if (!lost.has(low) && !lost.has(high)) continue;
    let proof: Proof = { low: NOTHING, high: NOTHING };
    for (const change of left.changes) proof = improved(system, secret, { proof, change });
    left.best.set(secret, proof);
  }
  return left;
}

/** Only the changes that some secret rests on. */
export function inUse({ system, best }: Disguises): Disguises {
  const changes = new Set([...best.values()].flatMap(({ low, high }) => [low, high]));
  changes.delete(NOTHING);
  return { system, changes, best };
}

function improved(
  { statements }: System,
  secret: number,
  { proof, change }: { proof: Proof; change: Change },
): Proof {
  const statement = statements[secret]!;
  const by = movedBy(statement, change);
  if (by < 0 && by < movedBy(statement, proof.low)) return { ...proof, low: change };
  if (by > 0 && by > movedBy(statement, proof.high)) return { ...proof, high: change };
  return proof;
}
