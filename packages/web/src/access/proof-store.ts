/** Somebody waits for the holder to prove herself; however many wait, she is asked once. */
export interface ProofStore {
  isAsked(): boolean;
  subscribe(listener: () => void): () => void;
  ask(): Promise<boolean>;
  settle(isGiven: boolean): void;
}

export function proofStore(): ProofStore {
  const listeners = new Set<() => void>();
  let waiting: Array<(isGiven: boolean) => void> = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    isAsked: () => waiting.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask() {
      return new Promise((resolve) => {
        waiting = [...waiting, resolve];
        tell();
      });
    },
    settle(isGiven) {
      const answered = waiting;
      waiting = [];
      for (const resolve of answered) resolve(isGiven);
      tell();
    },
  };
}
