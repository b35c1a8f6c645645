import type { Texts } from '@tirek/domain/consents';
import type { Language } from '@tirek/domain/text';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';

/** The code that marks the made-up programme; a real programme never bears it. */
export const DEMO_PROGRAMME = 'demo';

/** As it stands on every page. */
export const DEMO_PROGRAMME_NAME = {
  kk: 'Отбасыларды қолдау бағдарламасы (көрсетілім)',
  ru: 'Программа поддержки семей (демонстрация)',
  en: 'Family support programme (demonstration)',
};

/** Two programs that start at once on one database: the second waits, and then finds everything made. */
export async function oneAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return await asOwner(database, async (tx) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(hashtextextended('demonstration', 0))`.execute(tx);
    return await work();
  });
}

/** Whether anybody has an account outside the made-up programme. */
export async function hasRealAccounts(database: Database): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const { rows } = await sql<{ has: boolean }>`select exists (
      select from account join programme on programme.id = account.programme_id where programme.code <> ${DEMO_PROGRAMME}
    ) as has`.execute(tx);
    return rows[0]?.has ?? false;
  });
}

/** Whether a made-up campaign is there already. */
export async function hasCampaign(database: Database, id: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('surveyCampaign')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** The first closed wave of a campaign; null when it has none. */
export async function findClosedWave(
  database: Database,
  campaignId: string,
): Promise<string | null> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('surveyWave')
      .select('id')
      .where('campaignId', '=', campaignId)
      .where('status', '=', 'closed')
      .orderBy('opensOn')
      .executeTakeFirst();
    return row?.id ?? null;
  });
}

/** How far a made-up release is. */
export async function findReleaseState(
  database: Database,
  id: string,
): Promise<'none' | 'waiting' | 'decided'> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('reportRelease')
      .leftJoin('reportReleaseDecision', 'reportReleaseDecision.releaseId', 'reportRelease.id')
      .select('reportReleaseDecision.kind')
      .where('reportRelease.id', '=', id)
      .executeTakeFirst();
    if (!row) return 'none';
    return row.kind === null ? 'waiting' : 'decided';
  });
}

/** Whether a made-up note is there already. */
export async function hasThemeNote(database: Database, id: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('themeNote')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Which of some made-up people are registered already. */
export async function listRegistered(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await asOwner(database, (tx) =>
    tx
      .selectFrom('person')
      .select('id')
      .where('id', 'in', [...ids])
      .execute(),
  );
  return new Set(rows.map(({ id }) => id));
}

export async function hasConsentSettings(
  database: Database,
  programmeId: string,
): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('consentSettings')
      .select('id')
      .where('programmeId', '=', programmeId)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Surveys open to anybody who has the address; those by code are not among them. */
export async function listOpenSurveys(
  database: Database,
  programmeId: string,
  language: Language,
): Promise<{ title: string; path: string }[]> {
  const rows = await asOwner(database, (tx) =>
    tx
      .selectFrom('surveyWave')
      .innerJoin('surveyCampaign', 'surveyCampaign.id', 'surveyWave.campaignId')
      .select(['surveyWave.slug', 'surveyCampaign.settings'])
      .where('surveyWave.programmeId', '=', programmeId)
      .where('surveyWave.status', 'in', ['open', 'reopened'])
      .where(sql<string>`survey_campaign.settings ->> 'linkage'`, '=', 'open')
      .orderBy('surveyWave.opensOn', 'desc')
      .execute(),
  );
  return rows.map(({ slug, settings }) => ({
    title: (settings as { title: Texts }).title[language],
    path: `/s/${slug}`,
  }));
}

/** Whether anything was written into a case of the programme. */
export async function hasCases(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('caseEntry')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}
