import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useSyncExternalStore } from 'react';
import type { Ages } from './ages.ts';
import type { Along, AlongStanding, Ways } from './along.ts';
import type { PlacedWrite } from './outbox.ts';
import type { WaitingRules } from './waiting-rule.ts';

/** What pages need of the store on the device. Made once, in `main.tsx`. */
export interface AlongSurroundings {
  readonly along: Along;
  readonly ages: Ages;
  readonly rules: WaitingRules;
  readonly newId: () => string;
  /** Told whenever a write is kept to be sent later. */
  readonly onKept: (listener: () => void) => () => void;
  /** What the browser gives: so much is used, so much there is, and whether it may be taken away again. */
  readonly room: () => Promise<Room>;
}

export interface Room {
  readonly used: number;
  readonly whole: number;
  readonly isPersistent: boolean;
}

export const AlongContext = createContext<AlongSurroundings | null>(null);

export function useAlong(): AlongSurroundings & { readonly standing: AlongStanding } {
  const surroundings = use(AlongContext);
  if (!surroundings) throw new Error('outside of AlongContext');
  const standing = useSyncExternalStore(surroundings.along.subscribe, surroundings.along.standing);
  return { ...surroundings, standing };
}

export const isUnsent = ({ state }: PlacedWrite) => state.kind !== 'sent';
export const isStuck = ({ state }: PlacedWrite) =>
  state.kind === 'refused' || state.kind === 'conflict';

/** From when the oldest thing on this page is, as far as the device gave it. */
export function useOldestShown(): string | null {
  const { ages } = useAlong();
  const queries = useQueryClient();
  return useSyncExternalStore(ages.subscribe, () =>
    ages.oldest(
      queries
        .getQueryCache()
        .findAll({ type: 'active' })
        .map(({ queryKey }) => queryKey),
    ),
  );
}

/** An answer as the device has it, without asking the server or its log. */
export function useKept<Output>(name: string, input: Readonly<Record<string, unknown>> | null) {
  const { along } = useAlong();
  return useQuery({
    queryKey: ['kept', name, input],
    queryFn: async () =>
      ((input && (await along.store()?.answers.read(name, input)))?.output ??
        null) as Output | null,
  });
}

/** With what the stores open that may be opened here; undefined until it is known. */
export function useWays(): Ways | undefined {
  const { along, standing } = useAlong();
  const whose = standing.kind === 'closed' ? standing.accountId : standing.kind;
  return useQuery({
    queryKey: ['ways', whose],
    queryFn: () => along.ways(),
    networkMode: 'always',
    gcTime: 0,
  }).data;
}

export function useRoom() {
  const { room } = useAlong();
  return useQuery({ queryKey: ['room'], queryFn: room }).data;
}
