import type { Suppression } from './suppress.ts';
import { isSecret } from './suppress.ts';
import { isIndistinguishable, movedBy, type System } from './system.ts';

/**
 * Checks a suppression without trusting how it was made: for every secret there must be two worlds in
 * whole numbers in which everything told is the same and the secret differs by its width. Plain
 * additions only; no linear program is asked.
 *
 * @returns secrets without such a proof; empty when the suppression holds
 */
export function verifyProofs(system: System, { told, proofs }: Suppression): number[] {
  return [...system.statements.keys()].filter((index) => {
    if (!isSecret(system, index)) return false;
    const statement = system.statements[index]!;
    const proof = proofs.get(index);
    if (!proof || told.has(index)) return true;
    if (!isIndistinguishable(system, proof.low, told)) return true;
    if (!isIndistinguishable(system, proof.high, told)) return true;
    return movedBy(statement, proof.high) - movedBy(statement, proof.low) < statement.width - 1e-9;
  });
}
