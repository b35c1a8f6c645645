import type { Texts } from '@tirek/domain/consents';
import type { Language } from '@tirek/domain/text';
import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import type { TableRows } from './made-up/rows.ts';

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

/** Whether anything is written of anybody's papers. */
export async function hasPapers(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('paper')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Whether anything is written of how anybody lives. */
export async function hasCircumstances(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('circumstance')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Whether anybody made up was referred already. */
export async function hasReferrals(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('referral')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Whether anybody's competence to ask a questionnaire is written down. */
export async function hasCompetences(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('competence')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

export async function hasSupport(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('supportCourse')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Whether anything of a questionnaire was translated. */
export async function hasTranslations(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('translationStep')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

export async function hasPupils(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('pupil')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

export async function hasPeerMatches(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('peerMatch')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

export async function hasDirectory(database: Database, programmeId: string): Promise<boolean> {
  return await asOwner(database, async (tx) => {
    const row = await tx
      .selectFrom('provider')
      .select('id')
      .where('programmeId', '=', programmeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** So many rows go in one statement. */
const ROWS_AT_ONCE = 5000;

/** Writes rows of any table as its owner. */
export async function insertRows(tx: Tx, { table, rows }: TableRows): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const given = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE).map(inJson));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${given}::jsonb)`.execute(
      tx,
    );
  }
}

/** Says when something last happened in some files, and when their purpose was confirmed. */
export async function keepFileDays(
  tx: Tx,
  files: readonly { familyId: string; activeAt: string; confirmedAt: string }[],
): Promise<void> {
  for (const { familyId, ...days } of files) {
    await tx.updateTable('familyFile').set(days).where('familyId', '=', familyId).execute();
  }
}

/** Bytes as PostgreSQL reads them out of text. */
const inJson = (row: TableRows['rows'][number]) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
