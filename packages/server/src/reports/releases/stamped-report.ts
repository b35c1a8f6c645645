import { Problem } from '@tirek/domain/problem';
import { type Report, type ReportRelease, stampRelease } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findFrozenReport, findRelease } from './queries.ts';

/** @throws Problem `not-found` when there is none that the asker may read */
export async function getRelease(tx: Tx, releaseId: string): Promise<ReportRelease> {
  const found = await findRelease(tx, releaseId);
  if (!found) throw new Problem('not-found', { releaseId });
  return found;
}

/** The report as it was frozen, without a line on what release it is. */
export async function getFrozen(tx: Tx, releaseId: string, language: Language): Promise<Report> {
  const report = await findFrozenReport(tx, releaseId, language);
  if (!report) throw new Problem('not-found', { releaseId });
  return report;
}

/** The frozen report with a line on what release it is. */
export async function stampedReport(
  tx: Tx,
  release: ReportRelease,
  language: Language,
): Promise<Report> {
  const report = await getFrozen(tx, release.id, language);
  const { decision, withdrawal } = release;
  return stampRelease(report, {
    number: decision?.number ?? null,
    releasedOn: decision?.kind === 'approved' ? programmeDay(decision.decidedAt) : null,
    withdrawnOn: withdrawal && programmeDay(withdrawal.at),
    snapshot: release.snapshot,
  });
}
