import type { PeerTerms } from '@tirek/domain/people/peers';
import { useFormat } from '../../text/use-format.ts';
import { usePeerWords } from './use-peer-words.ts';

/** What was agreed, as names and values. */
export function useTermFacts(): (terms: PeerTerms) => (readonly [name: string, value: string])[] {
  const t = usePeerWords();
  const format = useFormat();
  return ({ setting, means, rhythm, nextOn }) => [
    [t('setting'), t(`setting.${setting}`)],
    [t('means'), t(`means.${means}`)],
    [t('rhythm'), t(`rhythm.${rhythm}`)],
    ...(nextOn ? [[t('nextOn'), format.date(nextOn)] as const] : []),
  ];
}
