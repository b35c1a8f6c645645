const DAY = 86_400_000;

/** The earlier of two days. */
export const earlierDay = (one: string, other: string): string => [one, other].sort()[0] ?? one;

/** Every day from the first to the last, both included, as `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(from);
  const days = Math.round((Date.parse(to) - first) / DAY) + 1;
  return Array.from({ length: Math.max(0, days) }, (_, day) =>
    new Date(first + day * DAY).toISOString().slice(0, 10),
  );
}
