/** What the watch is given, so that it can be tested without waiting. */
export interface IdleSurroundings {
  /** Milliseconds of a wall clock: it must go on while the machine sleeps. */
  readonly now: () => number;
  /** The time of the last touch in any tab, shared between the tabs of this browser. */
  readonly lastTouch: { read(): number; write(at: number): void };
  readonly lockAfter: number;
  /** How long the server may hear nothing while somebody types: well below its own limit. */
  readonly keepAliveAfter: number;
  readonly onIdle: () => void;
  readonly keepAlive: () => void;
}

export interface IdleWatch {
  touched(): void;
  /** To be asked every few seconds, and when the tab is looked at again. */
  look(): void;
}

/** Writing the time of every mouse movement would be waste; a second is exact enough. */
const TOUCH_GRAIN = 1000;

/** Notices that nobody has touched anything for a while; while somebody does, keeps the server's session from running out. */
export function idleWatch(surroundings: IdleSurroundings): IdleWatch {
  const { now, lastTouch, lockAfter, keepAliveAfter } = surroundings;
  let lastSign = now();
  lastTouch.write(now());
  return {
    touched() {
      if (now() - lastTouch.read() < TOUCH_GRAIN) return;
      // After a sleep the first movement of the mouse comes before the timer: it must not count as presence.
      if (now() - lastTouch.read() >= lockAfter) return surroundings.onIdle();
      lastTouch.write(now());
    },
    look() {
      const touch = lastTouch.read();
      if (now() - touch >= lockAfter) return surroundings.onIdle();
      if (touch > lastSign && now() - lastSign >= keepAliveAfter) {
        lastSign = now();
        surroundings.keepAlive();
      }
    },
  };
}
