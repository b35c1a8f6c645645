import type { WaveExport } from '@tirek/domain/reports';

/**
 * - `ready`: whoever reads this asked for it and can fetch it
 * - `approved`: somebody else can fetch it
 * - `expired`: the days for fetching are over
 */
export type ExportState = 'waiting' | 'ready' | 'approved' | 'expired' | 'refused';

/** Where a request stands for the one who looks at it. */
export function exportState(
  { decision }: Pick<WaveExport, 'decision'>,
  { isOwn, now }: { readonly isOwn: boolean; readonly now: string },
): ExportState {
  if (!decision) return 'waiting';
  if (decision.kind === 'refused') return 'refused';
  if (decision.fetchUntil === null || decision.fetchUntil <= now) return 'expired';
  return isOwn ? 'ready' : 'approved';
}
