/** Chance that can be repeated: the same seed, the same throws. */
export type Dice = {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffle: <T>(from: readonly T[]) => T[];
  /** `parts` whole numbers, none under 4, with the sum `whole`. */
  readonly split: (whole: number, parts: number) => number[];
};

/** Mulberry32, by Tommy Ettinger: enough for made-up figures. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number],
    shuffle: (from) => {
      const mixed = [...from];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = between(0, at);
        [mixed[at], mixed[other]] = [mixed[other] as never, mixed[at] as never];
      }
      return mixed;
    },
    split: (whole, parts) => {
      const weights = Array.from({ length: parts }, () => between(1, 12));
      const heavy = weights.reduce((sum, weight) => sum + weight, 0);
      const made = weights.map((weight) => Math.max(4, Math.floor((weight * whole) / heavy)));
      const rest = whole - made.reduce((sum, part) => sum + part, 0);
      const largest = made.indexOf(Math.max(...made));
      made[largest] = (made[largest] ?? 0) + rest;
      return made;
    },
  };
}
