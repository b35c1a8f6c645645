import type { SignedInActor } from '@tirek/domain/access';
import {
  type ConsentReceiver,
  type ConsentSettings,
  PERSONAL_CONSENTS_1,
  type PurposeText,
} from '@tirek/domain/consents';
import type { Tx } from '../../db/database.ts';

export interface SettingsVersion {
  readonly version: number;
  readonly settings: ConsentSettings;
}

/** The newest settings of the programme, or null where nobody has set any. */
export async function findSettings(tx: Tx, actor: SignedInActor): Promise<SettingsVersion | null> {
  const row = await tx
    .selectFrom('consentSettings')
    .select(['version', 'settings'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { version: row.version, settings: row.settings as unknown as ConsentSettings }
    : null;
}

export async function insertSettings(
  tx: Tx,
  actor: SignedInActor,
  { id, version, settings, now }: SettingsVersion & { id: string; now: string },
): Promise<void> {
  await tx
    .insertInto('consentSettings')
    .values({
      id,
      programmeId: actor.programmeId,
      version,
      settings: JSON.stringify(settings),
      setBy: actor.accountId,
      setAt: now,
    })
    .execute();
}

/** Every text of every purpose: those of the program first, then the programme's own in the order of adding. */
export async function listPurposeTexts(tx: Tx, actor: SignedInActor): Promise<PurposeText[]> {
  const rows = await tx
    .selectFrom('consentPurposeText')
    .select(['version', 'purpose', 'givenToOthers', 'sentAbroad', 'published', 'words'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('addedAt')
    .orderBy('version')
    .execute();
  const own = rows.map((row) => ({ ...row, isBuiltIn: false }) as unknown as PurposeText);
  return [...PERSONAL_CONSENTS_1, ...own];
}

export async function insertPurposeText(
  tx: Tx,
  actor: SignedInActor,
  { text, now }: { text: Omit<PurposeText, 'isBuiltIn'>; now: string },
): Promise<void> {
  await tx
    .insertInto('consentPurposeText')
    .values({
      ...text,
      programmeId: actor.programmeId,
      words: JSON.stringify(text.words),
      addedBy: actor.accountId,
      addedAt: now,
    })
    .execute();
}

/** The bodies to which people may be passed on, in the order of adding. */
export async function listReceivers(tx: Tx, actor: SignedInActor): Promise<ConsentReceiver[]> {
  return await tx
    .selectFrom('consentReceiver')
    .select(['id', 'name'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
}

export async function insertReceiver(
  tx: Tx,
  actor: SignedInActor,
  { now, ...receiver }: ConsentReceiver & { now: string },
): Promise<void> {
  await tx
    .insertInto('consentReceiver')
    .values({
      ...receiver,
      programmeId: actor.programmeId,
      addedBy: actor.accountId,
      addedAt: now,
    })
    .execute();
}
