import type { SignedInActor } from '@tirek/domain/access';
import {
  CONSENT_STATE_PAGE,
  type ConsentEntry,
  type ConsentLastWord,
  type ConsentPurpose,
} from '@tirek/domain/consents';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf } from '../../people/index.ts';

/** An entry as it lies in the database, with what is sealed of it. */
export interface StoredEntry extends ConsentEntry {
  /** The record it was said of: its key opens what is sealed. */
  readonly personId: string;
  readonly sealed: Buffer | null;
}

/** Everything that was said about somebody within reach, under whichever of her records, the newest first. */
export async function listEntries(
  tx: Tx,
  actor: SignedInActor,
  personId: string,
): Promise<StoredEntry[]> {
  return await listEntriesOf(tx, actor, [personId]);
}

/** The same of some people. */
export async function listEntriesOf(
  tx: Tx,
  actor: SignedInActor,
  personIds: readonly string[],
): Promise<StoredEntry[]> {
  const rows = await tx
    .selectFrom('consent')
    .select([
      'id',
      'personId',
      'purpose',
      'receiverId',
      'party',
      'decision',
      'needs',
      'mode',
      'language',
      'textVersion',
      'givenOn',
      'standsUntil',
      'recordedAt',
      'sealed',
    ])
    .where('personId', '=', recordsOf(personIds))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('givenOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows as StoredEntry[];
}

export async function insertEntries(
  tx: Tx,
  actor: SignedInActor,
  {
    settingsVersion,
    entries,
  }: {
    readonly settingsVersion: number;
    readonly entries: readonly (StoredEntry & { readonly isWitnessed: boolean })[];
  },
): Promise<void> {
  await tx
    .insertInto('consent')
    .values(
      entries.map((entry) => ({
        ...entry,
        settingsVersion,
        programmeId: actor.programmeId,
        recordedBy: actor.accountId,
      })),
    )
    .execute();
}

/** The last word of each party about each topic, for a page of people, without anything that is sealed. */
export async function listLastWords(
  tx: Tx,
  actor: SignedInActor,
  { purpose, after }: { readonly purpose: ConsentPurpose | null; readonly after: string | null },
): Promise<ConsentLastWord[]> {
  const { rows } = await sql<ConsentLastWord>`
    select distinct on (person_id, purpose, receiver_id, party)
      person_id, purpose, receiver_id, party, decision, mode, language, text_version, given_on, stands_until, is_witnessed
    from consent
    where programme_id = ${actor.programmeId} and (select may('consent.oversee'))
      and (${purpose}::text is null or purpose = ${purpose})
      and person_id in (
        select distinct person_id from consent
        where programme_id = ${actor.programmeId} and (${purpose}::text is null or purpose = ${purpose})
          and (${after}::uuid is null or person_id > ${after}::uuid)
        order by person_id limit ${CONSENT_STATE_PAGE})
    order by person_id, purpose, receiver_id, party, given_on desc, recorded_at desc, id desc`.execute(
    tx,
  );
  return rows;
}
