import { useState } from 'preact/hooks';
import { withdrawAnswers } from '../sending/withdraw-answers.ts';
import { Heading } from '../ui/heading.tsx';
import { HelpContacts } from '../ui/help-contacts.tsx';
import { useSurvey } from '../ui/survey-context.ts';
import { CardAndPin } from './access-screen.tsx';

export function ThanksScreen() {
  const { state, say } = useSurvey();
  // For everybody who was asked about danger, so that the page does not tell who said yes.
  const isHelpFirst = state.model.emergency !== undefined;
  return (
    <div class="end">
      <Heading>{say('thanks.title')}</Heading>
      {isHelpFirst && <HelpContacts />}
      <p class="lead">{say('thanks.text')}</p>
      <h2>{say('thanks.next-title')}</h2>
      <p>{say('thanks.next')}</p>
      {!isHelpFirst && <HelpContacts />}
    </div>
  );
}

export function DeclinedScreen() {
  const { survey, say } = useSurvey();
  return (
    <div class="end">
      <Heading>{say('declined.title')}</Heading>
      <p class="lead">{say('declined.text')}</p>
      <div class="stack">
        <button type="button" class="plain" onClick={() => survey.show('consent')}>
          {say('declined.again')}
        </button>
      </div>
      <HelpContacts />
    </div>
  );
}

export function StoppedScreen() {
  const { say } = useSurvey();
  return (
    <div class="end">
      <Heading>{say('stopped.title')}</Heading>
      <p class="lead">{say('stopped.text')}</p>
      <HelpContacts />
    </div>
  );
}

/** Panel mode: everything she has ever sent, erased. */
export function WithdrawScreen() {
  const { survey, state, say, sayRefusal } = useSurvey();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div>
      <CardAndPin
        title={say('withdraw.title')}
        text={say('withdraw.text')}
        label={say('withdraw.do')}
        onPanel={async (panel) => {
          const result = await withdrawAnswers(state.model.slug, panel);
          if (result.kind === 'done') return survey.show('withdrawn');
          setProblem(
            result.kind === 'later' ? say('withdraw.no-signal') : sayRefusal(result.code, {}),
          );
        }}
      />
      <p class="problems" role="alert">
        {problem && <span class="wrong">{problem}</span>}
      </p>
      <div class="stack">
        <button type="button" class="plain" onClick={() => survey.show('consent')}>
          {say('action.back')}
        </button>
      </div>
    </div>
  );
}

export function WithdrawnScreen() {
  const { say } = useSurvey();
  return (
    <div class="end">
      <Heading>{say('withdraw.done-title')}</Heading>
      <p class="lead">{say('withdraw.done')}</p>
      <HelpContacts />
    </div>
  );
}
