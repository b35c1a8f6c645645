/** A clock that stands still until a test moves it. */
export interface SettableClock {
  (): Date;
  /** The instant it shows, UTC ISO. */
  now(): string;
  /** Moves on by so many minutes (fractions allowed). */
  advance(minutes: number): void;
  set(instant: string): void;
}

export function settableClock(start: string): SettableClock {
  let time = Date.parse(start);
  const clock = () => new Date(time);
  return Object.assign(clock, {
    now: () => new Date(time).toISOString(),
    advance(minutes: number) {
      time += minutes * 60_000;
    },
    set(instant: string) {
      time = Date.parse(instant);
    },
  });
}
