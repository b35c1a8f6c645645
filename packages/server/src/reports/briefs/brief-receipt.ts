import type { ReportAudience, WaveFacts } from '@tirek/domain/reports';
import type { BriefReceipt } from '@tirek/domain/reports/brief';
import { programmeDay } from '../../programmes/index.ts';
import { VERSION } from '../../version.ts';
import { snapshotOf } from '../releases/snapshot.ts';

/** What stands under a brief that is made now and is no release; the answers' fingerprint is for their own analysts. */
export function briefReceipt(
  facts: WaveFacts,
  { audience, now }: { audience: ReportAudience; now: string },
): BriefReceipt {
  return {
    version: VERSION,
    madeOn: programmeDay(now),
    snapshot: audience === 'internal' ? snapshotOf(facts) : null,
    release: null,
  };
}
