import { afterStep, type Draft, type Step } from '../answering/draft.ts';
import type { Lock } from '../codes/seal.ts';
import { forgetSealed, ownJournal, sealedJournal } from '../keeping/journal.ts';
import { createKeeper, type Keeper } from '../keeping/keeper.ts';
import { leaveNoTrace } from '../keeping/leave-no-trace.ts';
import type { OfflinePage } from '../keeping/offline-page.ts';
import { markOpenedHere } from '../keeping/opened-here.ts';
import type { SurveyState, Way } from './state.ts';
import type { Store } from './store.ts';

/** Changes the draft, and keeps every change in the way she has chosen. */
export interface DraftKeeping {
  /** A new draft: its first step is kept too. */
  start(draft: Draft, options: { way: Way; lock?: Lock | null }): void;
  /** A draft that is kept already; `next` is the number of its next step. */
  resume(draft: Draft, options: { way: Way; lock?: Lock | null; next?: number }): void;
  step(step: Step, options?: { isTyping: boolean }): void;
  settled(): Promise<void>;
  hurry(): void;
  /** The draft leaves the phone and this page. */
  forget(): Promise<void>;
  /** The draft stays on the phone and leaves this page: another tab goes on, or she leaves in a hurry. */
  letGo(): Promise<void>;
}

export function createDraftKeeping(
  store: Store<SurveyState>,
  { offlinePage, onForgotten }: { offlinePage: OfflinePage; onForgotten: () => void },
): DraftKeeping {
  const { slug } = store.get().model;
  let keeper: Keeper | null = null;
  let lock: Lock | null = null;

  function resume(draft: Draft, options: { way: Way; lock?: Lock | null; next?: number }): void {
    keeper?.stop();
    lock = options.lock ?? null;
    const journal = options.way === 'own' ? ownJournal() : lock ? sealedJournal(lock, draft) : null;
    keeper =
      journal &&
      createKeeper({
        slug,
        journal,
        next: options.next ?? 0,
        onState: (keeping) => {
          if (store.get().keeping !== keeping) store.set({ keeping });
        },
      });
    if (options.way === 'own') markOpenedHere(slug, true);
    store.set({ draft, way: options.way });
  }

  return {
    resume,
    start(draft, options) {
      resume(draft, options);
      keeper?.keep(['start', draft]);
    },
    step(step, options) {
      store.set({ draft: afterStep(store.get().draft, step) });
      keeper?.keep(step, options);
    },
    async settled() {
      await keeper?.settled();
    },
    hurry() {
      keeper?.hurry();
    },
    async forget() {
      keeper?.stop();
      keeper = null;
      const key = lock?.key;
      lock = null;
      store.set({ draft: null, way: null, code: null });
      if (key) await forgetSealed(key);
      await leaveNoTrace(slug, offlinePage);
      onForgotten();
    },
    async letGo() {
      await keeper?.settled();
      keeper?.stop();
      keeper = null;
      markOpenedHere(slug, false);
      store.set({ draft: null, way: null });
    },
  };
}
