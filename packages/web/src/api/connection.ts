/** Whether the server can be reached, as far as this tab knows. */
export interface Connection {
  isReached(): boolean;
  subscribe(listener: () => void): () => void;
  /** What a call has found. */
  found(isReached: boolean): void;
}

/** Starts from what the browser says, and believes calls more than the browser, which only knows of cables. */
export function connection(browser: {
  readonly isOnline: () => boolean;
  readonly onChange: (listener: () => void) => void;
}): Connection {
  let isReached = browser.isOnline();
  const listeners = new Set<() => void>();
  const found = (reached: boolean) => {
    if (reached === isReached) return;
    isReached = reached;
    for (const listener of listeners) listener();
  };
  browser.onChange(() => found(browser.isOnline()));
  return {
    isReached: () => isReached,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    found,
  };
}
