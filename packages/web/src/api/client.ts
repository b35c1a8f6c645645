import { createContext, use } from 'react';
import type { TirekApi } from '../api.ts';
import type { Connection } from './connection.ts';

/** How pages reach the server, and what time it is. Made once, in `main.tsx`. */
export interface Client {
  readonly api: TirekApi;
  readonly connection: Connection;
  /** UTC instant. */
  readonly now: () => string;
  /** So many bytes of chance. */
  readonly random: (bytes: number) => Uint8Array;
}

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('outside of ClientContext');
  return client;
}
