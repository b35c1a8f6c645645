import { useSyncExternalStore } from 'react';
import type { KeptForms } from './kept-forms.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

/** Warns before the tab is closed while something typed lives in memory only. */
export function useUnloadGuard(forms: KeptForms): void {
  useUnloadWarning(useSyncExternalStore(forms.subscribe, forms.wouldLoseText));
}
