import type { SignedInActor } from '@tirek/domain/access';
import type { FamilyMember } from '@tirek/domain/people';
import { type FamilyGraph, graphOfFacts, RecordedFact } from '@tirek/domain/people/family-graph';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { listFamilyRowsById } from '../caseload/queries.ts';
import { withMembers } from '../records/show-families.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';
import { type FactRow, listNewestFacts } from './queries.ts';

export interface LoadedGraph {
  readonly members: FamilyMember[];
  readonly graph: FamilyGraph;
  readonly rows: readonly FactRow[];
}

/**
 * A family within reach with all that holds of it today.
 * @throws Problem `not-found`
 */
export async function loadGraph(
  { tx, actor, keyFor }: { tx: Tx; actor: SignedInActor; keyFor: KeyFor },
  familyId: string,
): Promise<LoadedGraph> {
  const [family] = await withMembers(tx, await listFamilyRowsById(tx, actor, [familyId]), keyFor);
  if (!family) throw new Problem('not-found');
  const { members } = family;
  const people = members.map(({ personId }) => personId);
  const rows = await listNewestFacts(tx, { familyId, people });
  const facts = rows.flatMap(({ fact, value }) =>
    value === null ? [] : [RecordedFact.parse({ fact, value })],
  );
  const persons = members.map(({ personId, sex, birth }) => ({ id: personId, sex, birth }));
  return { members, rows, graph: graphOfFacts(persons, facts) };
}

/** Whom the log says a look at the family was about. */
export const aboutGraph = (familyId: string, { members }: LoadedGraph): string[] => [
  familyId,
  ...members.map(({ personId }) => personId),
];
