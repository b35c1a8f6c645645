import { Problem } from '@tirek/domain/problem';
import { type Report, type ReportRelease, stampRelease } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { programmeDay } from '../../surveys/index.ts';
import { findFrozenReport } from './queries.ts';

/** The frozen report with a line on what release it is. */
export async function stampedReport(
  tx: Tx,
  release: ReportRelease,
  language: Language,
): Promise<Report> {
  const report = await findFrozenReport(tx, release.id, language);
  if (!report) throw new Problem('not-found', { releaseId: release.id });
  const { decision, withdrawal } = release;
  return stampRelease(report, {
    number: decision?.number ?? null,
    releasedOn: decision?.kind === 'approved' ? programmeDay(decision.decidedAt) : null,
    withdrawnOn: withdrawal && programmeDay(withdrawal.at),
    snapshot: release.snapshot,
  });
}
