import type { SignedInActor } from '@tirek/domain/access';
import type { FamilyMember } from '@tirek/domain/people';
import { type FamilyGraph, graphOfFacts, RecordedFact } from '@tirek/domain/people/family-graph';
import { asOne, graphAsOne, type StandIns } from '@tirek/domain/people/merging';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { listFamilyRowsById } from '../caseload/queries.ts';
import { listMergedRecords } from '../merging/queries.ts';
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
  const merged = await listMergedRecords(tx, people);
  const standIns = new Map(merged.map(({ mergedId, personId }) => [mergedId, personId]));
  const rows = rowsAsOne(await listNewestFacts(tx, { familyId, people }), standIns);
  const facts = rows.flatMap(({ fact, value }) =>
    value === null ? [] : [RecordedFact.parse({ fact, value })],
  );
  const persons = members.map(({ personId, sex, birth }) => ({ id: personId, sex, birth }));
  return { members, rows, graph: graphAsOne(graphOfFacts(persons, facts), standIns) };
}

/**
 * Facts with the ids that stand. Where a life stands is told by the record that stands; another record's word counts while it
 * has none, as something that nobody has written about her yet: version 0.
 */
function rowsAsOne(rows: readonly FactRow[], standIns: StandIns): FactRow[] {
  if (standIns.size === 0) return [...rows];
  const isOfMerged = ({ fact, subjectId }: FactRow) => fact === 'life' && standIns.has(subjectId);
  const own = rows.filter((row) => !isOfMerged(row)).map((row) => asOne(row, standIns));
  const told = new Set(own.flatMap(({ fact, subjectId }) => (fact === 'life' ? [subjectId] : [])));
  const others = rows
    .filter((row) => isOfMerged(row) && row.value !== null)
    .flatMap((row) => {
      const life = { ...asOne(row, standIns), version: 0 };
      if (told.has(life.subjectId)) return [];
      told.add(life.subjectId);
      return [life];
    });
  return [...own, ...others];
}

/** Whom the log says a look at the family was about. */
export const aboutGraph = (familyId: string, { members }: LoadedGraph): string[] => [
  familyId,
  ...members.map(({ personId }) => personId),
];
