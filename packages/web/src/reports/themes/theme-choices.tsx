import { GOALS, type ThemeId, themesOf } from '@tirek/domain/reports/themes';
import { useId } from 'react';
import { useText } from '../../text/language.tsx';
import styles from './coder.module.css';
import { keySign } from './theme-keys.ts';

interface ThemeChoicesProps {
  readonly ticked: readonly ThemeId[];
  readonly onToggle: (theme: ThemeId) => void;
}

/** The codebook as boxes to tick, goal by goal, each with what counts as the theme. */
export function ThemeChoices({ ticked, onToggle }: ThemeChoicesProps) {
  const codebook = useText('codebook');
  const id = useId();
  return (
    <div className={styles.goals}>
      {GOALS.map((goal) => (
        <fieldset key={goal} className={styles.goal}>
          <legend>{codebook(`goal.${goal}`)}</legend>
          {themesOf(goal).map((theme) => (
            <label key={theme} className={styles.theme}>
              <input
                type="checkbox"
                checked={ticked.includes(theme)}
                aria-describedby={`${id}-${theme}`}
                onChange={() => onToggle(theme)}
              />
              <span className={styles.name}>{codebook(`theme.${theme}`)}</span>
              <span className={styles.key} aria-hidden="true">
                {keySign(theme)}
              </span>
              <span id={`${id}-${theme}`} className={styles.definition}>
                {codebook(`definition.${theme}`)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
