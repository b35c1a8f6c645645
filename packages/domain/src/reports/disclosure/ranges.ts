import { furthest, type PossibleChanges, possibleChanges } from './possible-changes.ts';
import { isSecret, type Suppression } from './suppress.ts';
import type { Statement, System } from './system.ts';

/** What somebody has to reckon with who is told what is told: both ends may be reached; no end is Infinity. */
export type Range = { readonly low: number; readonly high: number };

/** Least and greatest value of a statement, by linear programming. */
export function rangeOf(changes: PossibleChanges, statement: Statement): Range {
  const { counts } = changes.system;
  const value = statement.terms.reduce((sum, [kind, weight]) => sum + weight * counts[kind]!, 0);
  const most = 10 * (value + counts.reduce((a, b) => a + b, 0)) + 1_000;
  const up = furthest(changes, statement, { direction: 1, most }).by;
  const down = furthest(changes, statement, { direction: -1, most }).by;
  return {
    low: tidy(value - down),
    high: up >= most ? Number.POSITIVE_INFINITY : tidy(value + up),
  };
}

/**
 * The audit of a suppression as an attacker with a solver would make it: the range of every secret
 * statement. Slower than `verifyProofs`, which says whether the ranges are wide enough; this says how wide.
 */
export function auditRanges(system: System, { told }: Suppression): Map<number, Range> {
  const changes = possibleChanges(system, told);
  return new Map(
    [...system.statements.keys()]
      .filter((index) => isSecret(system, index))
      .map((index) => [index, rangeOf(changes, system.statements[index]!)]),
  );
}

function tidy(x: number): number {
  return Math.abs(x - Math.round(x)) < 1e-6 ? Math.round(x) : x;
}
