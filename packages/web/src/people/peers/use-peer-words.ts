import { type PeerTexts, peerTexts } from '@tirek/domain/people/peers';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.tsx';

/** The words of the domain about meetings with a peer provider. */
export function usePeerWords(): PeerTexts {
  const { language } = useLanguage();
  return useMemo(() => peerTexts(language), [language]);
}
