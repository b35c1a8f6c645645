/** A value that tells its listener when it was replaced: once for all changes of one tap, before the next frame. */
export interface Store<T> {
  get(): T;
  set(change: Partial<T>): void;
  listen(listener: () => void): void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  let listener: (() => void) | null = null;
  let isTold = true;
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      if (!isTold || !listener) return;
      isTold = false;
      queueMicrotask(() => {
        isTold = true;
        listener?.();
      });
    },
    listen(next) {
      listener = next;
    },
  };
}
