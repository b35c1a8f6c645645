import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { Heading } from '../ui/heading.tsx';
import { ReadAloudButton } from '../ui/read-aloud-button.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** First of all, what she agrees to. Nothing is kept before she does. */
export function ConsentScreen() {
  const { survey, state, say } = useSurvey();
  const { consent, title, languages, linkage } = state.model;
  const isRenewed = state.draft !== null;
  return (
    <div class="consent">
      {languages.length > 1 && (
        <nav class="languages-wide" aria-label={say('language.choose')}>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={language === state.language}
              onClick={() => survey.setLanguage(language)}
            >
              {LANGUAGE_NAMES[language]}
            </button>
          ))}
        </nav>
      )}
      {isRenewed && (
        <div class="warning">
          <p>
            <strong>{say('consent.changed-title')}</strong> {say('consent.changed')}
          </p>
        </div>
      )}
      <p class="section">{title}</p>
      <Heading>{consent.title}</Heading>
      <ReadAloudButton
        parts={[consent.title, ...consent.points.flatMap(({ heading, text }) => [heading, text])]}
      />
      <dl class="points">
        {consent.points.map(({ heading, text }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div class="stack">
        <button type="button" class="main" onClick={survey.agree}>
          {consent.agree}
        </button>
        <button type="button" class="plain" onClick={survey.decline}>
          {consent.decline}
        </button>
      </div>
      {!isRenewed && (
        <div class="stack">
          {survey.canLock() && (
            <button type="button" class="quiet" onClick={() => survey.show('resume')}>
              {say('consent.have-code')}
            </button>
          )}
          {linkage === 'panel' && survey.canLock() && (
            <button type="button" class="quiet" onClick={() => survey.show('withdraw')}>
              {say('withdraw.link')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
