import { createContext, use, useCallback, useState, useSyncExternalStore } from 'react';
import type { KeepingPlace, KeptForms } from './kept-forms.ts';

export const KeptFormsContext = createContext<KeptForms | null>(null);

export interface KeptForm<Values> {
  readonly values: Values;
  /** True as soon as something was typed that has not been sent. */
  readonly isTouched: boolean;
  /** True when what was typed would still be there after a reload. */
  readonly isSafe: boolean;
  set<Name extends keyof Values>(name: Name, value: Values[Name]): void;
  change(values: Values): void;
  /** Sent, or given up on purpose. */
  drop(): void;
}

/** The values of a form, kept outside of the page, so that leaving the page by whatever way loses nothing. */
export function useKeptForm<Values extends object>(
  key: string,
  initial: Values | (() => Values),
  place: KeepingPlace = 'device',
): KeptForm<Values> {
  const forms = use(KeptFormsContext);
  if (!forms) throw new Error('outside of KeptFormsContext');
  const [start] = useState(initial);
  const kept = useSyncExternalStore(forms.subscribe, () => forms.read<Values>(key));
  const values = kept ?? start;
  const isSafe = useSyncExternalStore(forms.subscribe, () => forms.isSafe(key));
  const change = useCallback(
    (changed: Values) => forms.keep(key, changed, place),
    [forms, key, place],
  );
  return {
    values,
    isTouched: kept !== undefined,
    isSafe,
    change,
    set: (name, value) => change({ ...(forms.read<Values>(key) ?? start), [name]: value }),
    drop: useCallback(() => forms.drop(key), [forms, key]),
  };
}
