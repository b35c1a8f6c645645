/** What people have typed and not yet sent, by form. Survives a change of page, a sign-in on top and, where told, a reload. */
export interface KeptForms {
  read<Values>(key: string): Values | undefined;
  keep<Values>(key: string, values: Values, place?: KeepingPlace): void;
  drop(key: string): void;
  /** Forgets everything: another person sits down here. */
  dropAll(): void;
  /** Whether closing the tab now would lose text. */
  wouldLoseText(): boolean;
  subscribe(listener: () => void): () => void;
}

/**
 * - `memory`: gone with the tab. For anything about a person: nothing of it is written to the disk.
 * - `tab`: also survives a reload of this tab. For settings and texts of the programme.
 */
export type KeepingPlace = 'memory' | 'tab';

const PREFIX = 'tirek.form.';

export function keptForms(tab: Storage): KeptForms {
  const memory = new Map<string, unknown>();
  const inTab = new Set<string>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    read<Values>(key: string) {
      if (!memory.has(key)) {
        const text = tab.getItem(PREFIX + key);
        if (text === null) return undefined;
        memory.set(key, JSON.parse(text));
        inTab.add(key);
      }
      return memory.get(key) as Values;
    },
    keep(key, values, place = 'memory') {
      memory.set(key, values);
      if (place === 'tab' && wasWritten(tab, PREFIX + key, values)) inTab.add(key);
      tell();
    },
    drop(key) {
      memory.delete(key);
      inTab.delete(key);
      tab.removeItem(PREFIX + key);
      tell();
    },
    dropAll() {
      memory.clear();
      inTab.clear();
      for (const key of keysOf(tab).filter((name) => name.startsWith(PREFIX))) tab.removeItem(key);
      tell();
    },
    wouldLoseText: () => [...memory.keys()].some((key) => !inTab.has(key)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A full or forbidden storage is no reason to stop typing: the form then lives in memory and the tab warns on closing. */
function wasWritten(tab: Storage, key: string, values: unknown): boolean {
  try {
    tab.setItem(key, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}

const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '');
