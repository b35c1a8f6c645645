import { suggestThemes } from '@tirek/domain/reports/themes';
import type { Language } from '@tirek/domain/text';
import { useText } from '../../text/language.tsx';
import styles from './coder.module.css';

/** Themes that words of the excerpt speak of. They tick nothing by themselves. */
export function Hints({ text: said, language }: { text: string; language: Language }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const hints = suggestThemes(said, language);
  if (hints.length === 0) return null;
  return (
    <div className={styles.hints}>
      <p className={styles.hintsTitle}>{text('code.proposed')}</p>
      <ul>
        {hints.map(({ theme, words }) => (
          <li key={theme}>
            {text('code.because', { theme: codebook(`theme.${theme}`), words: words.join(', ') })}
          </li>
        ))}
      </ul>
    </div>
  );
}
