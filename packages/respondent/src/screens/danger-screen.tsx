import { Heading } from '../ui/heading.tsx';
import { HelpContacts } from '../ui/help-contacts.tsx';
import { KeptNote } from '../ui/kept-note.tsx';
import { ReadAloudButton } from '../ui/read-aloud-button.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** After an answer that may mean danger: what nobody can see, and whom she can call now. No alarm, and nothing to fill in. */
export function DangerScreen() {
  const { survey, say } = useSurvey();
  const parts = [
    say('danger.title'),
    say('danger.matters'),
    say('danger.honest'),
    say('danger.trust'),
  ] as const;
  const [title, matters, honest, trust] = parts;
  return (
    <div class="end">
      <Heading>{title}</Heading>
      <p class="lead">{matters}</p>
      <p>{honest}</p>
      <ReadAloudButton parts={parts} />
      <HelpContacts title={say('danger.now')}>
        <p>{trust}</p>
        <p class="hint">{say('danger.call-kept')}</p>
      </HelpContacts>
      <div class="stack">
        <KeptNote />
        <button type="button" class="main" onClick={survey.goOnward}>
          {say('danger.go-on')}
        </button>
        <button type="button" class="plain" onClick={survey.goBack}>
          {say('danger.change')}
        </button>
      </div>
    </div>
  );
}
