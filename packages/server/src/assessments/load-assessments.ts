import type { SignedInActor } from '@tirek/domain/access';
import type { Assessment } from '@tirek/domain/assessments';
import type { Tx } from '../db/database.ts';
import type { KeyFor } from '../people/index.ts';
import { listAssessmentRows } from './queries.ts';
import { openAnswers } from './sealed-answers.ts';

/** Everything that some people within reach ever answered, with the answers, the oldest first. */
export async function loadAssessments(
  {
    tx,
    actor,
    keyFor,
  }: { readonly tx: Tx; readonly actor: SignedInActor; readonly keyFor: KeyFor },
  people: readonly string[],
): Promise<Assessment[]> {
  const rows = await listAssessmentRows(tx, actor, people);
  const opened = await openAnswers(tx, rows, keyFor);
  return rows.map(({ recordId: _, ...row }, at) => ({ ...row, sealed: opened[at] ?? null }));
}
