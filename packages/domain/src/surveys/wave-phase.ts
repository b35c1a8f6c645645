import type { WavePhase, WaveStatus } from './campaign.ts';

/**
 * Minutes between UTC and the wall clock of the programme. All of Kazakhstan has kept UTC+5 since 1 March 2024
 * (Asia/Almaty in tzdata 2024a); a fixed number does not depend on how old a machine's time zone data are.
 */
export const PROGRAMME_UTC_OFFSET_MINUTES = 300;

/** Where a wave stands on a day of the programme's calendar (`YYYY-MM-DD`). First and last day are both included. */
export function wavePhase(
  wave: { readonly status: WaveStatus; readonly opensOn: string; readonly closesOn: string },
  today: string,
): WavePhase {
  if (wave.status === 'draft' || wave.status === 'closed') return wave.status;
  if (today < wave.opensOn) return 'not-yet';
  return today > wave.closesOn ? 'over' : 'accepting';
}
