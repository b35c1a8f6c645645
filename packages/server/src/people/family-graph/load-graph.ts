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

interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
}

/**
 * A family within reach with all that holds of it today.
 * @throws Problem `not-found`
 */
export async function loadGraph(asking: Asking, familyId: string): Promise<LoadedGraph> {
  const loaded = (await loadGraphs(asking, [familyId])).get(familyId);
  if (!loaded) throw new Problem('not-found');
  return loaded;
}

/** Those of some families that are within reach, each with all that holds of it today. */
export async function loadGraphs(
  { tx, actor, keyFor }: Asking,
  familyIds: readonly string[],
): Promise<ReadonlyMap<string, LoadedGraph>> {
  const families = await withMembers(tx, await listFamilyRowsById(tx, actor, familyIds), keyFor);
  const people = families.flatMap(({ members }) => members.map(({ personId }) => personId));
  const merged = await listMergedRecords(tx, people);
  const all = await listNewestFacts(tx, { families: families.map(({ id }) => id), people });
  const ofFamily = Map.groupBy(
    all.filter(({ fact }) => fact !== 'life'),
    ({ familyId }) => familyId,
  );
  const lives = Map.groupBy(
    all.filter(({ fact }) => fact === 'life'),
    ({ subjectId }) => subjectId,
  );
  return new Map(
    families.map(({ id, members }) => {
      const own = new Set(members.map(({ personId }) => personId));
      const others = merged.filter(({ personId }) => own.has(personId));
      const standIns = new Map(others.map(({ mergedId, personId }) => [mergedId, personId]));
      const told = [...own, ...standIns.keys()].flatMap((record) => lives.get(record) ?? []);
      const rows = rowsAsOne([...told, ...(ofFamily.get(id) ?? [])], standIns);
      const facts = rows.flatMap(({ fact, value }) =>
        value === null ? [] : [RecordedFact.parse({ fact, value })],
      );
      const persons = members.map(({ personId, sex, birth }) => ({ id: personId, sex, birth }));
      return [id, { members, rows, graph: graphAsOne(graphOfFacts(persons, facts), standIns) }];
    }),
  );
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
