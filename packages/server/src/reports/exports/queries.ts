import type { SignedInActor } from '@tirek/domain/access';
import { EXPORT_DAYS, ExportCost, type WaveExport } from '@tirek/domain/reports';
import { CampaignSettings } from '@tirek/domain/surveys';
import type { Language } from '@tirek/domain/text';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

const DAY_MILLISECONDS = 86_400_000;

function exportsOf(tx: Tx) {
  return tx
    .selectFrom('waveExport')
    .innerJoin('surveyWave', 'surveyWave.id', 'waveExport.waveId')
    .innerJoin('surveyCampaign', 'surveyCampaign.id', 'surveyWave.campaignId')
    .leftJoin('waveExportDecision', 'waveExportDecision.exportId', 'waveExport.id')
    .leftJoinLateral(
      sql<{
        requestedByName: string;
        decidedByName: string | null;
      }>`wave_export_names(wave_export.id)`.as('names'),
      (join) => join.onTrue(),
    )
    .select([
      'waveExport.id',
      'waveExport.waveId',
      'waveExport.language',
      'waveExport.k',
      'waveExport.l',
      'waveExport.reason',
      'waveExport.cost',
      'waveExport.requestedBy',
      'waveExport.requestedAt',
      'surveyCampaign.settings',
      'names.requestedByName',
      'names.decidedByName',
      'waveExportDecision.kind',
      'waveExportDecision.decidedBy',
      'waveExportDecision.decidedAt',
      'waveExportDecision.reason as decisionReason',
    ]);
}
type Row = Awaited<ReturnType<ReturnType<typeof exportsOf>['execute']>>[number];

/** Every request of the programme, newest first. */
export async function listExports(tx: Tx): Promise<WaveExport[]> {
  const rows = await exportsOf(tx).orderBy('waveExport.requestedAt', 'desc').execute();
  return rows.map(exportOf);
}

/** The request, or null when there is none that the asker may see. */
export async function findExport(tx: Tx, exportId: string): Promise<WaveExport | null> {
  const row = await exportsOf(tx).where('waveExport.id', '=', exportId).executeTakeFirst();
  return row ? exportOf(row) : null;
}

/** Whose log a fetched export belongs in. */
export async function programmeOfExport(tx: Tx, exportId: string): Promise<string> {
  const row = await tx
    .selectFrom('waveExport')
    .select('programmeId')
    .where('id', '=', exportId)
    .executeTakeFirstOrThrow();
  return row.programmeId;
}

export async function insertExport(
  tx: Tx,
  actor: SignedInActor,
  given: {
    id: string;
    waveId: string;
    language: Language;
    k: number;
    l: number;
    reason: string;
    cost: ExportCost;
    now: string;
  },
): Promise<void> {
  const { now, cost, ...request } = given;
  await tx
    .insertInto('waveExport')
    .values({
      ...request,
      cost: JSON.stringify(cost),
      programmeId: actor.programmeId,
      requestedBy: actor.accountId,
      requestedAt: now,
    })
    .execute();
}

export async function insertDecision(
  tx: Tx,
  actor: SignedInActor,
  given: {
    request: WaveExport;
    kind: 'approved' | 'refused';
    reason: string | null;
    now: string;
  },
): Promise<void> {
  await tx
    .insertInto('waveExportDecision')
    .values({
      exportId: given.request.id,
      programmeId: actor.programmeId,
      requestedBy: given.request.requestedBy,
      kind: given.kind,
      decidedBy: actor.accountId,
      decidedAt: given.now,
      reason: given.reason,
    })
    .execute();
}

function exportOf({
  settings,
  cost,
  kind,
  decidedBy,
  decidedAt,
  decisionReason,
  requestedByName,
  decidedByName,
  ...row
}: Row): WaveExport {
  const isDecided = kind !== null && decidedBy !== null && decidedAt !== null;
  return {
    ...row,
    requestedByName: requestedByName ?? '',
    language: row.language as Language,
    k: row.k as WaveExport['k'],
    cost: cost === null ? null : z.parse(ExportCost, cost),
    waveTitle: z.parse(CampaignSettings, settings).title,
    decision: isDecided
      ? {
          kind: kind as 'approved' | 'refused',
          decidedBy,
          decidedByName: decidedByName ?? '',
          decidedAt,
          reason: decisionReason,
          fetchUntil: kind === 'approved' ? fetchUntil(decidedAt) : null,
        }
      : null,
  };
}

function fetchUntil(decidedAt: string): string {
  return new Date(Date.parse(decidedAt) + EXPORT_DAYS * DAY_MILLISECONDS).toISOString();
}
