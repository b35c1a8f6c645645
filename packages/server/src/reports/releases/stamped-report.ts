import { Problem } from '@tirek/domain/problem';
import { type Report, type ReportRelease, stampRelease } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { findFrozenReport } from './queries.ts';

/** The frozen report with a line on what release it is. */
export async function stampedReport(
  tx: Tx,
  release: ReportRelease,
  language: Language,
): Promise<Report> {
  const report = await findFrozenReport(tx, release.id, language);
  if (!report) throw new Problem('not-found', { releaseId: release.id });
  return stampRelease(report, {
    number: release.decision?.number ?? null,
    releasedAt: release.decision?.kind === 'approved' ? release.decision.decidedAt : null,
    withdrawnAt: release.withdrawal?.at ?? null,
    snapshot: release.snapshot,
  });
}
