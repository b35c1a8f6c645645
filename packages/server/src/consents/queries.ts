import type { SignedInActor } from '@tirek/domain/access';
import { type ConsentVersion, SURVEY_CONSENTS_1 } from '@tirek/domain/consents';
import type { Tx } from '../db/database.ts';

/** A programme's own texts, in the order in which they were added. */
export async function listOwnConsents(tx: Tx, programmeId: string): Promise<ConsentVersion[]> {
  const rows = await tx
    .selectFrom('consentText')
    .select(['version', 'linkages', 'words'])
    .where('programmeId', '=', programmeId)
    .orderBy('addedAt')
    .execute();
  return rows.map(
    ({ version, linkages, words }) =>
      ({ version, linkages, words, isBuiltIn: false }) as ConsentVersion,
  );
}

/** Every text that a campaign of the programme may choose: those of the program first. */
export async function listConsents(tx: Tx, programmeId: string): Promise<ConsentVersion[]> {
  return [...SURVEY_CONSENTS_1, ...(await listOwnConsents(tx, programmeId))];
}

/** One of them by version, or null. */
export async function findConsent(
  tx: Tx,
  programmeId: string,
  version: string,
): Promise<ConsentVersion | null> {
  const all = await listConsents(tx, programmeId);
  return all.find((one) => one.version === version) ?? null;
}

export async function insertConsent(
  tx: Tx,
  actor: SignedInActor,
  text: Pick<ConsentVersion, 'version' | 'linkages' | 'words'>,
): Promise<void> {
  await tx
    .insertInto('consentText')
    .values({
      programmeId: actor.programmeId,
      version: text.version,
      linkages: text.linkages,
      words: JSON.stringify(text.words),
    })
    .execute();
}
