import type { ReportRelease } from '@tirek/domain/reports';
import { useText } from '../../text/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { type ReleaseState, releaseState } from './release-state.ts';

const TONES = {
  waiting: 'waiting',
  out: 'going',
  refused: 'bad',
  withdrawn: 'over',
} as const satisfies Record<ReleaseState, string>;

export function ReleaseMark({ release }: { release: ReportRelease }) {
  const text = useText('releases');
  const state = releaseState(release);
  return <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />;
}
