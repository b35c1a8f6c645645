/** What people have typed and not yet sent, by form. Survives a change of page, a sign-in on top and, where told, more than that. */
export interface KeptForms {
  read<Values>(key: string): Values | undefined;
  keep<Values>(key: string, values: Values, place?: KeepingPlace): void;
  drop(key: string): void;
  /** What was found on the device when somebody came back; where she has typed since, that stays. */
  found(forms: readonly { readonly key: string; readonly values: unknown }[]): void;
  /** Another person sits down here: forgets everything, and leaves what is sealed where it is. */
  dropAll(): void;
  /** Whether what was typed in a form would still be there after a reload. */
  isSafe(key: string): boolean;
  /** Whether closing the tab now would lose text. */
  wouldLoseText(): boolean;
  subscribe(listener: () => void): () => void;
}

/**
 * - `device`: sealed on the device until it is sent, whatever happens to the tab. For anything about a person.
 * - `tab`: also survives a reload of this tab, in clear. For settings and texts of the programme.
 * - `memory`: gone with the tab. For what would be out of date by then.
 */
export type KeepingPlace = 'memory' | 'tab' | 'device';

/** The device, as far as forms know of it. */
export interface SealedPlace {
  keep(key: string, values: unknown): void;
  drop(key: string): void;
  isKept(key: string): boolean;
  subscribe(listener: () => void): void;
}

const PREFIX = 'tirek.form.';

export function keptForms(tab: Storage, device: SealedPlace): KeptForms {
  const memory = new Map<string, unknown>();
  const inTab = new Set<string>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  device.subscribe(tell);
  const isSafe = (key: string) => inTab.has(key) || device.isKept(key);
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
      if (place === 'device') device.keep(key, values);
      tell();
    },
    drop(key) {
      memory.delete(key);
      inTab.delete(key);
      tab.removeItem(PREFIX + key);
      device.drop(key);
      tell();
    },
    found(forms) {
      for (const { key, values } of forms) if (!memory.has(key)) memory.set(key, values);
      tell();
    },
    dropAll() {
      memory.clear();
      inTab.clear();
      for (const key of keysOf(tab).filter((name) => name.startsWith(PREFIX))) tab.removeItem(key);
      tell();
    },
    isSafe,
    wouldLoseText: () => [...memory.keys()].some((key) => !isSafe(key)),
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
