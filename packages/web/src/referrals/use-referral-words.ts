import { type ReferralState, type ReferralTexts, referralTexts } from '@tirek/domain/referrals';
import { useMemo } from 'react';
import { useLanguage } from '../text/language.tsx';

/** Items, states and reasons of referrals in the reader's language. */
export function useReferralWords(): ReferralTexts {
  const { language } = useLanguage();
  return useMemo(() => referralTexts(language), [language]);
}

const TONES = {
  ...{ draft: 'waiting', sent: 'waiting', received: 'waiting', accepted: 'going' },
  ...{ appointment: 'going', attended: 'going', 'no-show': 'bad', 'in-service': 'going' },
  ...{ completed: 'going', discontinued: 'bad', feedback: 'waiting', declined: 'bad' },
  ...{ expired: 'bad', closed: 'over', redirected: 'over', revoked: 'over' },
} as const satisfies Record<ReferralState, string>;
export const toneOf = (state: ReferralState) => TONES[state];
