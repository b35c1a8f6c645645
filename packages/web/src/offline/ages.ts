import type { Input } from './waiting-rule.ts';

/** From when the answers are that pages were given by the device. */
export interface Ages {
  /** `savedAt` is null for an answer of now. */
  tell(name: string, input: Input, savedAt: string | null): void;
  /** The oldest among these, or null when all are of now. */
  oldest(keys: readonly (readonly unknown[])[]): string | null;
  subscribe(listener: () => void): () => void;
}

export function answerAges(): Ages {
  const ages = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    tell(name, input, savedAt) {
      const key = JSON.stringify([name, input]);
      if (savedAt === null) ages.delete(key);
      else ages.set(key, savedAt);
      for (const listener of [...listeners]) listener();
    },
    oldest: (keys) =>
      keys.flatMap((key) => ages.get(JSON.stringify(key)) ?? []).toSorted()[0] ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
