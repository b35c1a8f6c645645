import type { SignedInActor } from '@tirek/domain/access';
import { type StandingStep, type Step, standingStep } from '@tirek/domain/pathways';
import type { Tx } from '../../db/database.ts';
import { listDecisionRows } from './queries.ts';

/** The step of care that stands for each of some people within reach, as a named human decided last; nobody else is in it. */
export async function listStandingSteps(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<({ readonly personId: string } & Pick<StandingStep, 'step' | 'since'>)[]> {
  const rows = await listDecisionRows(tx, actor, people);
  return [...Map.groupBy(rows, ({ personId }) => personId)].flatMap(([personId, decided]) => {
    const standing = standingStep(
      decided.map((row) => ({ ...row, step: row.step as Step | null })),
    );
    return standing ? [{ personId, step: standing.step, since: standing.since }] : [];
  });
}
