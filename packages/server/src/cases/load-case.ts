import type { SignedInActor } from '@tirek/domain/access';
import { type CaseEntry, type FamilyCase, foldCase } from '@tirek/domain/cases';
import type { Family } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { type KeyFor, listFamilyRowsById, withMembers } from '../people/index.ts';
import { listEntries } from './queries.ts';
import { openEntries } from './sealed-words.ts';

export interface LoadedCase {
  readonly family: Family;
  readonly entries: readonly CaseEntry[];
  readonly familyCase: FamilyCase;
}

/**
 * A family within reach with all that was written into its case.
 * @throws Problem `not-found`
 */
export async function loadCase(
  { tx, actor, keyFor }: { tx: Tx; actor: SignedInActor; keyFor: KeyFor },
  familyId: string,
): Promise<LoadedCase> {
  const rows = await listFamilyRowsById(tx, actor, [familyId]);
  const [family] = await withMembers(tx, rows, keyFor);
  if (!family) throw new Problem('not-found');
  const entries = await openEntries(tx, await listEntries(tx, actor, [familyId]), keyFor);
  return { family, entries, familyCase: foldCase(entries) };
}

/** Whom the log says a look at a case was about. */
export const aboutCase = ({ family }: LoadedCase): string[] => [
  family.id,
  ...family.members.map(({ personId }) => personId),
];
