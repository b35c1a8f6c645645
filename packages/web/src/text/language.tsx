import { isLanguage, type Language, preferredLanguage } from '@tirek/domain/text';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from 'react';
import { loadText, type TextFeature, type TextOf } from './load-text.ts';

interface LanguageChoice {
  readonly language: Language;
  /** The texts of the new language are being fetched; the old ones still show. */
  readonly isChanging: boolean;
  chooseLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

const REMEMBERED = 'tirek.language';
/** What most offices of the programme write their papers in; asked only when a browser names none of ours. */
const FALLBACK: Language = 'ru';

/** The language of this browser: chosen here before, else the browser's own. */
export function firstLanguage(
  storage: Pick<Storage, 'getItem'>,
  browserLanguages: readonly string[],
): Language {
  const remembered = storage.getItem(REMEMBERED);
  return isLanguage(remembered)
    ? remembered
    : preferredLanguage(browserLanguages.join(','), FALLBACK);
}

/** Keeps the language of the page, of its `lang` attribute, and of the next visit. */
export function LanguageProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first);
  const [isChanging, startChange] = useTransition();
  const chooseLanguage = useCallback((chosen: Language) => {
    localStorage.setItem(REMEMBERED, chosen);
    startChange(() => setLanguage(chosen));
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({ language, isChanging, chooseLanguage }),
    [language, isChanging, chooseLanguage],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('outside of LanguageProvider');
  return choice;
}

/** The translator of one feature's texts in the language of the page. Suspends while they are fetched. */
export function useText<F extends TextFeature>(feature: F): TextOf<F> {
  return use(loadText(feature, useLanguage().language));
}
