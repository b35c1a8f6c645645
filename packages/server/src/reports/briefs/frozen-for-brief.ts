import type { PublicRelease, Report, ReportRelease } from '@tirek/domain/reports';
import type { BriefReceipt } from '@tirek/domain/reports/brief';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { programmeDay } from '../../programmes/index.ts';
import { VERSION } from '../../version.ts';
import { getFrozen, stampedReport } from '../releases/stamped-report.ts';

/**
 * The report of a release for a brief, and what stands under it. The receipt names the release, so that no line above everything
 * does, but for one that was withdrawn.
 */
export async function frozenForBrief(
  tx: Tx,
  release: ReportRelease,
  language: Language,
): Promise<{ readonly report: Report; readonly receipt: BriefReceipt }> {
  const { decision, withdrawal, preparedAt, snapshot } = release;
  const isOut = decision?.kind === 'approved';
  return {
    report: withdrawal
      ? await stampedReport(tx, release, language)
      : await getFrozen(tx, release.id, language),
    receipt: {
      version: VERSION,
      // The day of the numbers, not of the file.
      madeOn: programmeDay(isOut ? decision.decidedAt : preparedAt),
      snapshot,
      release: isOut ? { number: decision.number } : null,
    },
  };
}

/** Everybody is told which release it is and when it came out, not from which answers. */
export function receiptOfPublic({ number, releasedAt }: PublicRelease): BriefReceipt {
  return {
    version: VERSION,
    madeOn: programmeDay(releasedAt),
    snapshot: null,
    release: { number },
  };
}
