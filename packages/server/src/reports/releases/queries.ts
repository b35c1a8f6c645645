import type { SignedInActor } from '@tirek/domain/access';
import {
  AnalysisPlan,
  type EarlierRelease,
  type PublicRelease,
  ReleaseCertificate,
  type Report,
  type ReportAudience,
  type ReportRelease,
} from '@tirek/domain/reports';
import { CampaignSettings } from '@tirek/domain/surveys';
import type { Language } from '@tirek/domain/text';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** Approvals wait for each other on this number and the programme's, so that numbers have no gaps and no two clash unseen. */
const APPROVAL_LOCK = 749_2026;

function releasesOf(tx: Tx) {
  return tx
    .selectFrom('reportRelease')
    .leftJoin('reportReleaseDecision', 'reportReleaseDecision.releaseId', 'reportRelease.id')
    .leftJoin('reportReleaseWithdrawal', 'reportReleaseWithdrawal.releaseId', 'reportRelease.id')
    .innerJoinLateral(
      sql<{
        preparedByName: string;
        decidedByName: string | null;
        waveTitle: ReportRelease['waveTitle'];
      }>`release_names(report_release.id)`.as('names'),
      (join) => join.onTrue(),
    )
    .select([
      'reportRelease.id',
      'reportRelease.waveId',
      'reportRelease.audience',
      'reportRelease.plan',
      'reportRelease.reason',
      'reportRelease.preparedBy',
      'reportRelease.preparedAt',
      'reportRelease.snapshot',
      'reportRelease.programVersion',
      'reportRelease.certificate',
      sql<number>`(report_release.reports -> 'ru' -> 'responses')::int`.as('responses'),
      'names.waveTitle',
      'names.preparedByName',
      'names.decidedByName',
      'reportReleaseDecision.kind',
      'reportReleaseDecision.number',
      'reportReleaseDecision.decidedBy',
      'reportReleaseDecision.decidedAt',
      'reportReleaseDecision.reason as decisionReason',
      'reportReleaseWithdrawal.withdrawnAt',
      'reportReleaseWithdrawal.reason as withdrawalReason',
    ]);
}
type Row = Awaited<ReturnType<ReturnType<typeof releasesOf>['execute']>>[number];

/** Those that the asker may read, newest first. */
export async function listReleases(tx: Tx): Promise<ReportRelease[]> {
  const rows = await releasesOf(tx).orderBy('reportRelease.preparedAt', 'desc').execute();
  return rows.map(releaseOf);
}

/** The release, or null when there is none that the asker may read. */
export async function findRelease(tx: Tx, releaseId: string): Promise<ReportRelease | null> {
  const row = await releasesOf(tx).where('reportRelease.id', '=', releaseId).executeTakeFirst();
  return row ? releaseOf(row) : null;
}

/** The report as it was frozen. */
export async function findFrozenReport(
  tx: Tx,
  releaseId: string,
  language: Language,
): Promise<Report | null> {
  const row = await tx
    .selectFrom('reportRelease')
    .select(sql<Report | null>`reports -> ${language}`.as('report'))
    .where('id', '=', releaseId)
    .executeTakeFirst();
  return row?.report ?? null;
}

/** Whose log a release belongs in. */
export async function programmeOfRelease(tx: Tx, releaseId: string): Promise<string> {
  const row = await tx
    .selectFrom('reportRelease')
    .select('programmeId')
    .where('id', '=', releaseId)
    .executeTakeFirstOrThrow();
  return row.programmeId;
}

/** What was approved of a wave so far, withdrawn releases too. */
export async function listEarlier(tx: Tx, waveId: string): Promise<EarlierRelease[]> {
  const rows = await tx
    .selectFrom('reportRelease')
    .innerJoin('reportReleaseDecision', 'reportReleaseDecision.releaseId', 'reportRelease.id')
    .select([
      'reportRelease.audience',
      'reportRelease.plan',
      'reportRelease.snapshot',
      'reportReleaseDecision.number',
      sql<Report>`report_release.reports -> 'ru'`.as('report'),
    ])
    .where('reportRelease.waveId', '=', waveId)
    .where('reportReleaseDecision.kind', '=', 'approved')
    .orderBy('reportReleaseDecision.number')
    .execute();
  return rows.map(({ audience, plan, snapshot, number, report }) => ({
    audience: audience as ReportAudience,
    population: z.parse(AnalysisPlan, plan).population,
    snapshot,
    number: number ?? 0,
    report,
  }));
}

/** A release of another wave. */
export interface ReleaseElsewhere extends EarlierRelease {
  readonly waveId: string;
  /** Whether it is known who answered in both waves. */
  readonly isSamePanel: boolean;
}

/** What outsiders were told of the programme's other waves, withdrawn releases too; oldest first. */
export async function listElsewhere(tx: Tx, waveId: string): Promise<ReleaseElsewhere[]> {
  const rows = await tx
    .selectFrom('reportRelease')
    .innerJoin('reportReleaseDecision', 'reportReleaseDecision.releaseId', 'reportRelease.id')
    .innerJoin(
      sql<{ waveId: string; isSamePanel: boolean }>`waves_beside(${waveId})`.as('beside'),
      'beside.waveId',
      'reportRelease.waveId',
    )
    .select([
      'reportRelease.waveId',
      'reportRelease.audience',
      'reportRelease.plan',
      'reportRelease.snapshot',
      'reportReleaseDecision.number',
      sql<Report>`report_release.reports -> 'ru'`.as('report'),
      'beside.isSamePanel',
    ])
    .where('reportReleaseDecision.kind', '=', 'approved')
    .where('reportRelease.audience', '<>', 'internal')
    .orderBy('reportReleaseDecision.number')
    .execute();
  return rows.map(({ audience, plan, number, ...row }) => ({
    ...row,
    audience: audience as ReportAudience,
    population: z.parse(AnalysisPlan, plan).population,
    number: number ?? 0,
  }));
}

/** What the newest approved release was when a release was prepared; what came later it was not held against. */
export async function lastNumberBefore(tx: Tx, releaseId: string): Promise<number> {
  const { lastNumber } = await tx
    .selectFrom('reportRelease')
    .select('lastNumber')
    .where('id', '=', releaseId)
    .executeTakeFirstOrThrow();
  return lastNumber;
}

/** Responses of one person, of the other wave and of this one; by random ids. */
export async function listPairs(
  tx: Tx,
  { waveId, otherWaveId }: { waveId: string; otherWaveId: string },
): Promise<[then: string, now: string][]> {
  const { rows } = await sql<{ responseId: string; otherResponseId: string }>`
    select response_id, other_response_id from responses_in_both(${waveId}, ${otherWaveId})`.execute(
    tx,
  );
  return rows.map(({ responseId, otherResponseId }) => [otherResponseId, responseId]);
}

export async function insertRelease(
  tx: Tx,
  actor: SignedInActor,
  given: {
    id: string;
    plan: AnalysisPlan;
    reason: string;
    snapshot: string;
    programVersion: string;
    reports: Readonly<Partial<Record<Language, Report>>>;
    certificate: ReleaseCertificate;
    lastNumber: number;
    now: string;
  },
): Promise<void> {
  const { id, plan, reason, snapshot, programVersion, reports, certificate, now } = given;
  await tx
    .insertInto('reportRelease')
    .values({
      id,
      programmeId: actor.programmeId,
      waveId: plan.waveId,
      audience: plan.audience,
      plan: JSON.stringify(plan),
      reason,
      snapshot,
      programVersion,
      reports: JSON.stringify(reports),
      certificate: JSON.stringify(certificate),
      lastNumber: given.lastNumber,
      preparedBy: actor.accountId,
      preparedAt: now,
    })
    .execute();
}

/** Waits until no other approval of the programme is under way; held to the end of the transaction. */
export async function waitForApprovals(tx: Tx, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${APPROVAL_LOCK}::int, hashtext(${programmeId}))`.execute(
    tx,
  );
}

/** The number of the newest approved release, 0: none. The next one is known only under `waitForApprovals`. */
export async function lastNumber(tx: Tx): Promise<number> {
  const { last } = await tx
    .selectFrom('reportReleaseDecision')
    .select((row) => row.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

export async function insertDecision(
  tx: Tx,
  actor: SignedInActor,
  given: {
    release: ReportRelease;
    kind: 'approved' | 'refused';
    number: number | null;
    reason: string | null;
    now: string;
  },
): Promise<void> {
  await tx
    .insertInto('reportReleaseDecision')
    .values({
      releaseId: given.release.id,
      programmeId: actor.programmeId,
      preparedBy: given.release.preparedBy,
      kind: given.kind,
      number: given.number,
      decidedBy: actor.accountId,
      decidedAt: given.now,
      reason: given.reason,
    })
    .execute();
}

export async function insertWithdrawal(
  tx: Tx,
  actor: SignedInActor,
  given: { releaseId: string; reason: string; now: string },
): Promise<void> {
  await tx
    .insertInto('reportReleaseWithdrawal')
    .values({
      releaseId: given.releaseId,
      programmeId: actor.programmeId,
      reason: given.reason,
      withdrawnBy: actor.accountId,
      withdrawnAt: given.now,
    })
    .execute();
}

/** Everything that anybody may read. */
export async function listPublic(tx: Tx): Promise<PublicRelease[]> {
  const { rows } = await sql<{
    id: string;
    number: number;
    settings: unknown;
    releasedAt: string;
    withdrawnAt: string | null;
    withdrawnReason: string | null;
  }>`select * from public_releases()`.execute(tx);
  return rows.map(({ id, number, settings, releasedAt, withdrawnAt, withdrawnReason }) => ({
    id,
    number,
    title: z.parse(CampaignSettings, settings).title,
    releasedAt,
    withdrawal: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
  }));
}

/** The report of a release for everybody; null when there is none, or when it was withdrawn. */
export async function findPublicReport(
  tx: Tx,
  releaseId: string,
  language: Language,
): Promise<Report | null> {
  const { rows } = await sql<{ report: Report | null }>`
    select public_release_report(${releaseId}, ${language}) as report`.execute(tx);
  return rows[0]?.report ?? null;
}

function releaseOf(row: Row): ReportRelease {
  const { kind, number, decidedBy, decidedAt, decidedByName, decisionReason } = row;
  const isDecided = kind !== null && decidedBy !== null && decidedAt !== null;
  return {
    id: row.id,
    waveId: row.waveId,
    waveTitle: row.waveTitle,
    audience: row.audience as ReportAudience,
    plan: z.parse(AnalysisPlan, row.plan),
    reason: row.reason,
    preparedBy: row.preparedBy,
    preparedByName: row.preparedByName,
    preparedAt: row.preparedAt,
    snapshot: row.snapshot,
    programVersion: row.programVersion,
    responses: row.responses,
    certificate: row.certificate === null ? null : z.parse(ReleaseCertificate, row.certificate),
    decision: isDecided
      ? {
          kind: kind as 'approved' | 'refused',
          number,
          decidedBy,
          decidedByName: decidedByName ?? '',
          decidedAt,
          reason: decisionReason,
        }
      : null,
    withdrawal:
      row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawalReason ?? '' },
  };
}
