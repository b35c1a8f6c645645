import type { Language } from '@tirek/domain/text';
import { useAct } from '../api/use-write.ts';

/**
 * Keeps the chosen language with the account, so that other devices and messages speak it too. Should that not work now,
 * the page speaks it all the same.
 */
export function useAccountLanguage(): (language: Language) => void {
  const { mutate } = useAct('changeLanguage');
  return (language) => mutate({ language });
}
