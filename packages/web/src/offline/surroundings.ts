import type { Connection } from '../api/connection.ts';
import type { TirekApi } from '../api.ts';

/** What the store on the device needs of the world; handed in by `main.tsx`. */
export interface Surroundings {
  /** Waits for a sign-in where one is needed. */
  readonly api: Pick<TirekApi, 'call'>;
  /** Never waits. */
  readonly plainApi: Pick<TirekApi, 'call'>;
  readonly connection: Pick<Connection, 'isReached'>;
  readonly now: () => string;
  readonly newId: () => string;
  /** 32 random bytes, as the server takes them. */
  readonly newSecret: () => string;
  /** Remembers whose stores there are: opaque ids. */
  readonly local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The other tabs of this browser. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;
  /** Runs one piece of work at a time under this name, in all tabs. */
  readonly alone: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;
  /** Keeps the pages themselves on the device, so that they open without signal, and no longer. */
  readonly keepShell: () => Promise<void>;
  readonly dropShell: () => Promise<void>;
  /** The device was reported lost, or the account was closed: nothing that was not sent may stay here. */
  readonly onEnded: (accountId: string) => void;
  /** What pages show may be another than before. */
  readonly onChange: () => void;
}
