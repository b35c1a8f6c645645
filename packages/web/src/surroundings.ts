import { createContext, use } from 'react';
import type { TirekApi } from './api.ts';
import type { Connection } from './shell/connection.ts';
import type { KeptForms } from './ui/kept-forms.ts';

/** What enters the app from outside, once, in `main.tsx`: the client, the clock, the kept forms. */
export interface Surroundings {
  readonly api: TirekApi;
  /** UTC instant. */
  readonly now: () => string;
  readonly forms: KeptForms;
  readonly connection: Connection;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext);
  if (!surroundings) throw new Error('outside of SurroundingsContext');
  return surroundings;
}
