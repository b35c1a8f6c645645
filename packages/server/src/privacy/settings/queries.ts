import type { SignedInActor } from '@tirek/domain/access';
import { PrivacySettings, USUAL_PRIVACY_SETTINGS } from '@tirek/domain/privacy/settings';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

export interface PrivacySettingsVersion {
  readonly version: number;
  readonly settings: PrivacySettings;
}

/** What the programme set last, or the usual, as version 0, where it set nothing. */
export async function findPrivacySettings(
  tx: Tx,
  actor: SignedInActor,
): Promise<PrivacySettingsVersion> {
  const row = await tx
    .selectFrom('privacySettings')
    .select(['version', 'settings'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { version: row.version, settings: settingsOf(row.settings) }
    : { version: 0, settings: USUAL_PRIVACY_SETTINGS };
}

/** What was set before there was a period more holds with the usual for that one. */
const settingsOf = (known: unknown): PrivacySettings =>
  z.parse(PrivacySettings, { ...USUAL_PRIVACY_SETTINGS, ...(known as object) });

/** The settings of every programme that has set something, for what runs by itself. */
export async function listPrivacySettings(tx: Tx): Promise<ReadonlyMap<string, PrivacySettings>> {
  const rows = await tx
    .selectFrom('privacySettings')
    .distinctOn('programmeId')
    .select(['programmeId', 'settings'])
    .orderBy('programmeId')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map(({ programmeId, settings }) => [programmeId, settingsOf(settings)]));
}

export async function insertPrivacySettings(
  tx: Tx,
  actor: SignedInActor,
  { id, version, settings, now }: PrivacySettingsVersion & { id: string; now: string },
): Promise<void> {
  await tx
    .insertInto('privacySettings')
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
