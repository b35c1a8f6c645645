import type { SignedInActor } from '@tirek/domain/access';
import {
  type CaseEntry,
  type CaseSettings,
  type FamilyCase,
  type FamilyLife,
  foldCase,
  NO_LIFE,
} from '@tirek/domain/cases';
import type { Family } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { type KeyFor, listFamilyRowsById, withMembers } from '../people/index.ts';
import { loadLives } from './load-life.ts';
import { findCaseSettings, listEntries } from './queries.ts';
import { openEntries } from './sealed-words.ts';

export interface LoadedCase {
  readonly family: Family;
  readonly entries: readonly CaseEntry[];
  readonly familyCase: FamilyCase;
  readonly life: FamilyLife;
  readonly settings: CaseSettings;
}

/**
 * A family within reach with all that was written into its case, and what happens in its life.
 * @throws Problem `not-found`
 */
export async function loadCase(
  { tx, actor, keyFor, today }: { tx: Tx; actor: SignedInActor; keyFor: KeyFor; today: string },
  familyId: string,
): Promise<LoadedCase> {
  const rows = await listFamilyRowsById(tx, actor, [familyId]);
  const [family] = await withMembers(tx, rows, keyFor);
  if (!family) throw new Problem('not-found');
  const entries = await openEntries(tx, await listEntries(tx, actor, [familyId]), keyFor);
  const { settings } = await findCaseSettings(tx, actor);
  const { lives } = await loadLives(tx, { families: [family], today });
  const life = lives.get(family.id) ?? NO_LIFE;
  return { family, entries, familyCase: foldCase(entries, settings.reviewMonths), life, settings };
}

/** Whom the log says a look at a case was about. */
export const aboutCase = ({ family }: LoadedCase): string[] => [
  family.id,
  ...family.members.map(({ personId }) => personId),
];
