import { createContext, use, useSyncExternalStore } from 'react';
import type { Draft, Drafts } from './drafts.ts';

export const DraftsContext = createContext<Drafts | null>(null);

/** What whoever is signed in has typed and not sent, what was typed last first. */
export function useDrafts(): readonly Draft[] {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error('outside of DraftsContext');
  return useSyncExternalStore(drafts.subscribe, drafts.list);
}
