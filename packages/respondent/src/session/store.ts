/** A value that tells its listener when it is replaced. */
export interface Store<T> {
  get(): T;
  set(change: Partial<T>): void;
  listen(listener: () => void): void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  let listener: () => void = () => undefined;
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      listener();
    },
    listen(next) {
      listener = next;
    },
  };
}
