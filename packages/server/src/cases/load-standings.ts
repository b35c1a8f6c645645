import type { SignedInActor } from '@tirek/domain/access';
import { type FamilyCase, foldCase } from '@tirek/domain/cases';
import type { Tx } from '../db/database.ts';
import { findCaseSettings, listBareEntries } from './queries.ts';
import { bareEntry } from './sealed-words.ts';

/** Where the support of a family stands, without a word of what was written. */
export interface CaseStandingOf extends Pick<FamilyCase, 'status' | 'attention' | 'nextReviewOn'> {
  readonly openNeeds: number;
}

/** Where the support of each of some families within reach stands. */
export async function loadStandings(
  tx: Tx,
  actor: SignedInActor,
  familyIds: readonly string[],
): Promise<ReadonlyMap<string, CaseStandingOf>> {
  const { settings } = await findCaseSettings(tx, actor);
  const rows = Map.groupBy(await listBareEntries(tx, actor, familyIds), ({ familyId }) => familyId);
  return new Map(
    familyIds.map((id) => {
      const entries = (rows.get(id) ?? []).map(bareEntry);
      const { status, attention, nextReviewOn, needs } = foldCase(entries, settings.reviewMonths);
      const openNeeds = needs.filter(({ newest }) => newest.state === 'open').length;
      return [id, { status, attention, nextReviewOn, openNeeds }];
    }),
  );
}
