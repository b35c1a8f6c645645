import { type ReferralState, type ReferralTexts, referralTexts } from '@tirek/domain/referrals';
import { useMemo } from 'react';
import { useLanguage } from '../text/language.tsx';

/** Items, states and reasons of referrals in the reader's language. */
export function useReferralWords(): ReferralTexts {
  const { language } = useLanguage();
  return useMemo(() => referralTexts(language), [language]);
}

type Tone = 'going' | 'waiting' | 'over' | 'bad';
const TONES: Readonly<Record<ReferralState, Tone>> = {
  draft: 'waiting',
  sent: 'waiting',
  received: 'waiting',
  accepted: 'going',
  appointment: 'going',
  attended: 'going',
  'no-show': 'bad',
  'in-service': 'going',
  completed: 'going',
  discontinued: 'bad',
  feedback: 'waiting',
  declined: 'bad',
  expired: 'bad',
  closed: 'over',
  redirected: 'over',
  revoked: 'over',
};
export const toneOf = (state: ReferralState): Tone => TONES[state];
