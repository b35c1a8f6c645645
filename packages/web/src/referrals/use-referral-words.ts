import {
  type KnownReferral,
  type ReferralState,
  type ReferralTexts,
  referralTexts,
} from '@tirek/domain/referrals';
import { useMemo } from 'react';
import { useServiceWords } from '../services/index.ts';
import { useLanguage } from '../text/language.tsx';

/** Items, states and reasons of referrals in the reader's language. */
export function useReferralWords(): ReferralTexts {
  const { language } = useLanguage();
  return useMemo(() => referralTexts(language), [language]);
}

/** Who receives it: a specialist by name, a provider as it is called in the reader's language. */
export function useReceiverName(): (known: KnownReferral) => string {
  const { named } = useServiceWords();
  return ({ referral, receiver, provider }) => (referral.isToAccount ? receiver : named(provider));
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
