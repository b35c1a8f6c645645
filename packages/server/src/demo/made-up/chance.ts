export type Chance = () => number;

/** Chance that is the same at every run (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(list: readonly T[], random: Chance): T =>
  list[Math.floor(random() * list.length)] as T;

/** A whole number from the one to the other, both of them possible. */
export const between = (least: number, most: number, random: Chance): number =>
  least + Math.floor(random() * (most - least + 1));

/** One of the keys, each as likely as its number says. */
export function weighted<Key extends string>(
  weights: Readonly<Record<Key, number>>,
  random: Chance,
): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return (entries.at(-1) as [Key, number])[0];
}

/** An id out of chance, so that a programme is the same at every run (version 4, RFC 9562). */
export function madeUpUuid(random: Chance): string {
  const part = () => Math.floor(random() * 2 ** 32) >>> 0;
  const hex = [part(), part(), part(), part()]
    .map((each) => each.toString(16).padStart(8, '0'))
    .join('');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
