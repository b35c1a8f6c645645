import type { SignedInActor } from '@tirek/domain/access';
import type { Score } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import { CampaignSettings } from '@tirek/domain/surveys';
import type { ImportTable } from '@tirek/domain/surveys/answer-import';
import {
  AnswerImport,
  type DryRun,
  type ImportedResponse,
  ImportMapping,
} from '@tirek/domain/surveys/answer-import';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Database, Tx } from '../../db/database.ts';

/** What an import is read with. */
export interface UploadedImport {
  readonly id: string;
  readonly state: AnswerImport['state'];
  readonly tables: readonly ImportTable[];
  readonly settings: CampaignSettings;
}

/** @throws Problem `not-found` when the campaign is not of the actor's programme. */
export async function getCampaignSettings(tx: Tx, campaignId: string): Promise<CampaignSettings> {
  const row = await tx
    .selectFrom('surveyCampaign')
    .select('settings')
    .where('id', '=', campaignId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { campaignId });
  return z.parse(CampaignSettings, row.settings);
}

export async function insertImport(
  tx: Tx,
  actor: SignedInActor,
  upload: {
    id: string;
    campaignId: string;
    fileNames: readonly string[];
    tables: readonly ImportTable[];
  },
): Promise<void> {
  await tx
    .insertInto('answerImport')
    .values({
      id: upload.id,
      programmeId: actor.programmeId,
      campaignId: upload.campaignId,
      uploadedBy: actor.accountId,
      fileNames: [...upload.fileNames],
      tables: JSON.stringify(upload.tables),
      total: upload.tables.reduce((sum, table) => sum + table.rows.length, 0),
    })
    .execute();
}

/** @throws Problem `not-found` when the actor has no such import; `import-not-waiting` when its tables are gone. */
export async function getUploadedImport(tx: Tx, importId: string): Promise<UploadedImport> {
  const row = await tx
    .selectFrom('answerImport')
    .innerJoin('surveyCampaign', 'surveyCampaign.id', 'answerImport.campaignId')
    .select(['answerImport.id', 'state', 'tables', 'surveyCampaign.settings'])
    .where('answerImport.id', '=', importId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { importId });
  if (row.tables === null) throw new Problem('import-not-waiting', { importId });
  return {
    id: row.id,
    state: row.state as AnswerImport['state'],
    tables: row.tables as ImportTable[],
    settings: z.parse(CampaignSettings, row.settings),
  };
}

/** @throws Problem `not-found` when the actor has no such import. */
export async function getImport(tx: Tx, importId: string): Promise<AnswerImport> {
  const row = await tx
    .selectFrom('answerImport')
    .select(['id', 'campaignId', 'fileNames', 'state', 'done', 'total', 'waveId', 'result'])
    .where('id', '=', importId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { importId });
  return z.parse(AnswerImport, row);
}

/** Hands an import to the job. @throws Problem `import-not-waiting` unless it waits, `not-found` for somebody else's. */
export async function startImport(
  tx: Tx,
  importId: string,
  start: { mapping: ImportMapping; opensOn: string; closesOn: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('answerImport')
    .set({
      state: 'running',
      mapping: JSON.stringify(start.mapping),
      opensOn: start.opensOn,
      closesOn: start.closesOn,
      done: 0,
      result: null,
    })
    .where('id', '=', importId)
    .where('state', 'in', ['uploaded', 'refused'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await refuseUnlessThere(tx, importId);
}

/** @throws Problem `import-not-waiting` unless it waits, `not-found` for somebody else's. */
export async function cancelImport(tx: Tx, importId: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('answerImport')
    .set({ state: 'cancelled', tables: null })
    .where('id', '=', importId)
    .where('state', 'in', ['uploaded', 'refused'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await refuseUnlessThere(tx, importId);
}

/** What one may not see does not exist; what one may see was not waiting. */
async function refuseUnlessThere(tx: Tx, importId: string): Promise<never> {
  await getImport(tx, importId);
  throw new Problem('import-not-waiting', { importId });
}

export async function keepMapping(
  tx: Tx,
  actor: SignedInActor,
  kept: { id: string; name: string; mapping: ImportMapping },
): Promise<void> {
  await tx
    .insertInto('importMapping')
    .values({
      id: kept.id,
      programmeId: actor.programmeId,
      name: kept.name,
      mapping: JSON.stringify(kept.mapping),
      keptBy: actor.accountId,
    })
    .execute();
}

/** The newest mapping of each name, newest first. */
export async function listMappings(
  tx: Tx,
): Promise<{ id: string; name: string; mapping: ImportMapping }[]> {
  const rows = await tx
    .selectFrom('importMapping')
    .distinctOn('name')
    .select(['id', 'name', 'mapping', 'keptAt'])
    .orderBy('name')
    .orderBy('keptAt', 'desc')
    .execute();
  return rows
    .sort((a, b) => b.keptAt.localeCompare(a.keptAt))
    .map(({ id, name, mapping }) => ({ id, name, mapping: z.parse(ImportMapping, mapping) }));
}

/** The consent was given where the answers were collected; no text of this program was read. */
const CONSENT_ELSEWHERE = 'given-elsewhere';

/** Parts the locks of imports from other advisory locks. */
const IMPORT_LOCK = 30;

/** Tells whoever looks how far an import has come; in a transaction of its own, so that it shows at once. */
export async function tellProgress(
  database: Database,
  importId: string,
  done: number,
  total: number,
): Promise<void> {
  await database.jobs
    .updateTable('answerImport')
    .set({ done, total })
    .where('id', '=', importId)
    .where('state', '=', 'running')
    .execute();
}

/** Where imported answers go. */
export interface ImportTarget {
  readonly programmeId: string;
  readonly campaignId: string;
  readonly settings: CampaignSettings;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Null for the command line. */
  readonly uploadedBy: string | null;
}

/** An import that the job has taken, with everything it needs. */
export interface TakenImport extends ImportTarget {
  readonly id: string;
  readonly tables: readonly ImportTable[];
  readonly mapping: ImportMapping;
}

/**
 * Takes the oldest import that is to be run. An advisory lock, held until the transaction ends, keeps other processes
 * from it; the row itself stays free, so that progress can be told meanwhile.
 */
export async function takeRunningImport(tx: Tx): Promise<TakenImport | null> {
  const row = await tx
    .selectFrom('answerImport')
    .innerJoin('surveyCampaign', 'surveyCampaign.id', 'answerImport.campaignId')
    .select([
      'answerImport.id',
      'answerImport.programmeId',
      'answerImport.campaignId',
      'uploadedBy',
      'tables',
      'mapping',
      'opensOn',
      'closesOn',
      'surveyCampaign.settings',
    ])
    .where('state', '=', 'running')
    .orderBy('uploadedAt')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.opensOn === null || row.closesOn === null) return null;
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${row.id}, ${IMPORT_LOCK})) as taken`.execute(
    tx,
  );
  if (!rows[0]?.taken) return null;
  return {
    ...row,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    tables: row.tables as ImportTable[],
    mapping: z.parse(ImportMapping, row.mapping),
    settings: z.parse(CampaignSettings, row.settings),
  };
}

/** Stores one closed wave with all its answers, in an order that is not the file's. Returns the number of the wave. */
export async function insertImportedWave(
  tx: Tx,
  target: ImportTarget,
  wave: { id: string; slug: string; eventId: string; rows: readonly ImportedRow[] },
): Promise<void> {
  await tx
    .insertInto('surveyWave')
    .values({
      id: wave.id,
      campaignId: target.campaignId,
      programmeId: target.programmeId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from survey_wave where campaign_id = ${target.campaignId})`,
      slug: wave.slug,
      status: 'closed',
      opensOn: target.opensOn,
      closesOn: target.closesOn,
      isImported: true,
    })
    .execute();
  await tx
    .insertInto('surveyWaveEvent')
    .values({
      id: wave.eventId,
      waveId: wave.id,
      programmeId: target.programmeId,
      kind: 'imported',
      opensOn: target.opensOn,
      closesOn: target.closesOn,
      byAccount: target.uploadedBy,
    })
    .execute();
  const versions = JSON.stringify(
    Object.fromEntries(target.settings.forms.map(({ code, version }) => [code, version])),
  );
  await sql`
    insert into survey_response
      (wave_id, id, language, consent_version, consent_language, received_on, answers, scores, form_versions)
    select ${wave.id}, row.id, row.language, ${CONSENT_ELSEWHERE}, row.language, row.received_on,
      row.answers, row.scores, ${versions}::jsonb
    from jsonb_to_recordset(${JSON.stringify(wave.rows)}::jsonb)
      as row (id uuid, language text, received_on date, answers jsonb, scores jsonb)
    order by row.id`.execute(tx);
}

export interface ImportedRow {
  readonly id: string;
  readonly language: string;
  readonly received_on: string;
  readonly answers: ImportedResponse['answers'];
  readonly scores: Readonly<Record<string, readonly Score[]>>;
}

/** Ends an import: `done` with its wave, or `refused` with the reasons, the tables kept so that she can mend the mapping. */
export async function endImport(
  tx: Tx,
  importId: string,
  end: { state: 'done'; waveId: string; answers: number } | { state: 'refused'; result: DryRun },
): Promise<void> {
  const set =
    end.state === 'done'
      ? {
          state: end.state,
          waveId: end.waveId,
          tables: null,
          result: null,
          done: end.answers,
          total: end.answers,
        }
      : { state: end.state, result: JSON.stringify(end.result), done: 0 };
  await tx.updateTable('answerImport').set(set).where('id', '=', importId).execute();
}

/** Throws away the tables of imports that nobody has finished within a day. */
export async function forgetOldImports(database: Database, before: string): Promise<void> {
  await database.jobs
    .updateTable('answerImport')
    .set({ state: 'cancelled', tables: null })
    .where('state', 'in', ['uploaded', 'refused'])
    .where('uploadedAt', '<', before)
    .execute();
}

/** A campaign that answers can be imported into. */
export interface ImportableCampaign {
  readonly id: string;
  readonly programmeId: string;
  readonly settings: CampaignSettings;
}

/** Every campaign of every programme, newest first; only for the owner of the tables. */
export async function listImportableCampaigns(tx: Tx): Promise<ImportableCampaign[]> {
  const rows = await tx
    .selectFrom('surveyCampaign')
    .select(['id', 'programmeId', 'settings'])
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, settings: z.parse(CampaignSettings, row.settings) }));
}
