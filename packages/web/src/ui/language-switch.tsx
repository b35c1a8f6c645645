import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useLanguage, useText } from '../text/language.tsx';
import styles from './language-switch.module.css';

/** As people here write them on signs; the full name is told beside it. */
const SHORT_NAMES: Record<Language, string> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

/** The language of the page, one press away, each named in itself. */
export function LanguageSwitch({ onChoose }: { onChoose?: (language: Language) => void }) {
  const { language, chooseLanguage } = useLanguage();
  const text = useText('ui');
  return (
    <div className={styles.switch} role="group" aria-label={text('language')}>
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.choice}
          aria-pressed={code === language}
          title={LANGUAGE_NAMES[code]}
          onClick={() => {
            chooseLanguage(code);
            onChoose?.(code);
          }}
        >
          {SHORT_NAMES[code]}
        </button>
      ))}
    </div>
  );
}
