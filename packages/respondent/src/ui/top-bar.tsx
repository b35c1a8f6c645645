import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { ExitIcon } from './icons.tsx';
import { useSurvey } from './survey-context.ts';

/** Language and quick exit: always in the same place, on every screen. */
export function TopBar() {
  const { survey, state, say } = useSurvey();
  const { languages } = state.model;
  return (
    <header class="top">
      {languages.length > 1 && state.stage !== 'consent' && (
        <div class="languages" role="group" aria-label={say('language.choose')}>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              title={LANGUAGE_NAMES[language]}
              aria-pressed={language === state.language}
              onClick={() => survey.setLanguage(language)}
            >
              {LANGUAGE_NAMES[language].slice(0, 3)}
            </button>
          ))}
        </div>
      )}
      <button type="button" class="exit" title={say('exit.text')} onClick={survey.quickExit}>
        <ExitIcon />
        {say('exit.label')}
      </button>
    </header>
  );
}

/** What she should know at any time: no signal, a language that could not be fetched. */
export function Announcements() {
  const { state, say } = useSurvey();
  const isRefused = state.languageRefused !== null;
  // The screen of sending tells of the signal itself, and there is nothing left to answer.
  const isAnswering = state.draft !== null && state.stage !== 'sending';
  return (
    <div class="announcements" role="status">
      {isRefused && <p>{say('language.no-signal')}</p>}
      {!isRefused && !state.isOnline && isAnswering && <p>{say('screen.offline')}</p>}
    </div>
  );
}
