import type { ReportRelease } from '@tirek/domain/reports';

/** `out`: approved and not withdrawn. */
export type ReleaseState = 'waiting' | 'out' | 'refused' | 'withdrawn';

export function releaseState({
  decision,
  withdrawal,
}: Pick<ReportRelease, 'decision' | 'withdrawal'>): ReleaseState {
  if (!decision) return 'waiting';
  if (decision.kind === 'refused') return 'refused';
  return withdrawal ? 'withdrawn' : 'out';
}
