import type { SignedInActor } from '@tirek/domain/access';
import {
  type CaseEntry,
  type CaseSettings,
  type FamilyCase,
  type FamilyLife,
  foldCase,
  type LearningStanding,
  NO_LIFE,
} from '@tirek/domain/cases';
import type { Family } from '@tirek/domain/people';
import { newestPapers, type Paper } from '@tirek/domain/people/papers';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import {
  aboutFamily,
  type KeyFor,
  listFamilyRowsById,
  listLearning,
  listPapers,
  withMembers,
} from '../people/index.ts';
import { loadLives } from './load-life.ts';
import { findCaseSettings, listBareEntries, listEntries } from './queries.ts';
import { bareEntry, openEntries } from './sealed-words.ts';

export interface LoadedCase {
  readonly family: Family;
  readonly entries: readonly CaseEntry[];
  readonly familyCase: FamilyCase;
  readonly life: FamilyLife;
  readonly settings: CaseSettings;
  /** Who has died, of all families that were loaded. */
  readonly gone: ReadonlySet<string>;
  /** Of its members, the newest version of each. */
  readonly papers: readonly Paper[];
  readonly learning: readonly LearningStanding[];
}

interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly today: string;
}

/**
 * A family within reach with all that was written into its case, and what happens in its life.
 * @throws Problem `not-found`
 */
export async function loadCase(asking: Asking, familyId: string): Promise<LoadedCase> {
  const [loaded] = await loadCases(asking, [familyId]);
  if (!loaded) throw new Problem('not-found');
  return loaded;
}

/** Those of some families that are within reach, each with all that was written into its case. */
export async function loadCases(
  asking: Asking,
  familyIds: readonly string[],
): Promise<LoadedCase[]> {
  return await load(asking, familyIds, async (ids) => {
    const rows = await listEntries(asking.tx, asking.actor, ids);
    const entries = await openEntries(asking.tx, rows, asking.keyFor);
    return Map.groupBy(entries, (_, at) => rows[at]?.familyId ?? '');
  });
}

/**
 * The same without a word of what was written: how a case stands, and what may be written into it, hangs on none of them.
 * @throws Problem `not-found`
 */
export async function loadBareCase(asking: Asking, familyId: string): Promise<LoadedCase> {
  const [loaded] = await loadBareCases(asking, [familyId]);
  if (!loaded) throw new Problem('not-found');
  return loaded;
}

/** Those of some families that are within reach, each with how its case stands and no word of what was written. */
export async function loadBareCases(
  asking: Asking,
  familyIds: readonly string[],
): Promise<LoadedCase[]> {
  return await load(asking, familyIds, async (ids) => {
    const rows = await listBareEntries(asking.tx, asking.actor, ids);
    const byFamily = Map.groupBy(rows, ({ familyId }) => familyId);
    return new Map([...byFamily].map(([id, own]) => [id, own.map(bareEntry)]));
  });
}

async function load(
  { tx, actor, keyFor, today }: Asking,
  familyIds: readonly string[],
  entriesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, CaseEntry[]>>,
): Promise<LoadedCase[]> {
  const families = await withMembers(tx, await listFamilyRowsById(tx, actor, familyIds), keyFor);
  const byFamily = await entriesOf(families.map(({ id }) => id));
  const { settings } = await findCaseSettings(tx, actor);
  const { lives, gone } = await loadLives(tx, { families, today });
  const papersOf = await loadPapers(tx, actor, families);
  const learningOf = await loadLearning(tx, actor, families);
  return families.map((family) => {
    const entries = byFamily.get(family.id) ?? [];
    const familyCase = foldCase(entries, settings.reviewMonths);
    const life = lives.get(family.id) ?? NO_LIFE;
    const papers = family.members.flatMap(({ personId }) => papersOf.get(personId) ?? []);
    const learning = family.members.flatMap(({ personId }) => learningOf.get(personId) ?? []);
    return { family, entries, familyCase, life, settings, papers, learning, gone };
  });
}

/** The newest version of each paper of the members of some families, by person. */
export async function loadPapers(
  tx: Tx,
  actor: SignedInActor,
  families: readonly Family[],
): Promise<ReadonlyMap<string, Paper[]>> {
  const people = families.flatMap(({ members }) => members.map(({ personId }) => personId));
  const papers = newestPapers(await listPapers(tx, actor, [...new Set(people)]));
  return Map.groupBy(papers, ({ personId }) => personId);
}

/** Which members of some families are on the way to help in learning, by person. */
export async function loadLearning(
  tx: Tx,
  actor: SignedInActor,
  families: readonly Family[],
): Promise<ReadonlyMap<string, LearningStanding[]>> {
  const people = families.flatMap(({ members }) => members.map(({ personId }) => personId));
  const learning = await listLearning(tx, actor, [...new Set(people)]);
  return Map.groupBy(learning, ({ personId }) => personId);
}

/** Whom the log says a look at a case was about. */
export const aboutCase = ({ family }: LoadedCase): string[] => aboutFamily(family);
