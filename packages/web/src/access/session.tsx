import { type Actor, actorOfSession, may, type Permission } from '@tirek/domain/access';
import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { TirekApi } from '../api.ts';
import type { ProofStore } from './proof-store.ts';
import type { SessionStore, SignedIn, Standing } from './session-store.ts';

interface SessionSurroundings {
  readonly store: SessionStore;
  /** The plain client, for calls that are themselves part of a sign-in. */
  readonly api: TirekApi;
  readonly now: () => string;
  readonly proofs: ProofStore;
}

export const SessionContext = createContext<SessionSurroundings | null>(null);

export function useSession(): SessionSurroundings {
  const session = use(SessionContext);
  if (!session) throw new Error('outside of SessionContext');
  return session;
}

export function useStanding(): Standing {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, store.standing);
}

/** Whoever these pages belong to. Only inside of the gate, where there is somebody. */
export function useHolder(): SignedIn {
  const { holder } = useStanding();
  if (!holder) throw new Error('nobody has signed in');
  return holder;
}

/** The same question that the server asks, for showing only what will not be refused. */
export function useMay(): (permission: Permission) => boolean {
  const holder = useHolder();
  const withheld = use(Withheld);
  return useCallback(
    (permission) => !withheld.includes(permission) && may(actorOf(holder), permission),
    [holder, withheld],
  );
}

const Withheld = createContext<readonly Permission[]>([]);

/** Around what is only looked at: these verbs are not offered there, though the holder has them elsewhere. */
export const WithoutVerbs = Withheld.Provider;

const actorOf = (holder: SignedIn): Actor => actorOfSession(holder);
