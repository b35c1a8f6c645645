import type { WavePhase } from '@tirek/domain/surveys';
import { useText } from '../text/language.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

const TONES = {
  draft: 'waiting',
  'not-yet': 'waiting',
  accepting: 'going',
  over: 'waiting',
  closed: 'over',
} as const satisfies Record<WavePhase, string>;

/** Where a wave stands today. */
export function WavePhaseMark({ phase }: { phase: WavePhase }) {
  const text = useText('surveys');
  return <StatusMark tone={TONES[phase]} label={text(`phase.${phase}`)} />;
}
