import { type Actor, may } from '@tirek/domain/access';
import { liveCount } from '@tirek/domain/reports';
import type { CampaignSummary, WaveProgress } from '@tirek/domain/surveys';

/** Whoever runs the survey must see that one code was used; whoever reads its answers gets exact numbers anyway. */
const seesExactCounts = (actor: Actor) =>
  may(actor, 'campaign.manage') || may(actor, 'report.read');

const rounded = (count: number) => liveCount(count, 'network');

/** How far a wave has come, for the one who asks: others are told whole groups, and neither days nor languages. */
export function progressFor(actor: Actor, progress: Omit<WaveProgress, 'isRounded'>): WaveProgress {
  if (seesExactCounts(actor)) return { ...progress, isRounded: false };
  const { waveId, answers, codes } = progress;
  return {
    waveId,
    answers: rounded(answers),
    waiting: 0,
    byDay: [],
    byLanguage: [],
    // How many were printed tells of nobody.
    codes: codes && { issued: codes.issued, used: rounded(codes.used) },
    carriedDrafts: 0,
    isRounded: true,
  };
}

/** The same for the list of campaigns. */
export function summariesFor(
  actor: Actor,
  campaigns: readonly CampaignSummary[],
): CampaignSummary[] {
  if (seesExactCounts(actor)) return [...campaigns];
  return campaigns.map((campaign) => ({
    ...campaign,
    waves: campaign.waves.map((wave) => ({ ...wave, answers: rounded(wave.answers) })),
  }));
}
