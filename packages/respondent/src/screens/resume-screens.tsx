import { formatDate } from '@tirek/domain/text';
import { useEffect, useState } from 'preact/hooks';
import { groupsOfFour } from '../codes/resume-code.ts';
import type { CarryResult, ResumeResult } from '../session/create-survey.ts';
import { CodeWritten } from '../ui/code-written.tsx';
import { Heading } from '../ui/heading.tsx';
import { Sure } from '../ui/sure.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** Unfinished answers are on this phone: shown only to somebody who asks to go on. */
export function BackScreen() {
  const { survey, say } = useSurvey();
  return (
    <div>
      <Heading>{say('back.title')}</Heading>
      <p class="lead">{say('back.text')}</p>
      <div class="stack">
        <button type="button" class="main" onClick={survey.continueKept}>
          {say('back.continue')}
        </button>
        <Sure
          label={say('back.delete')}
          question={say('back.delete-sure')}
          yes={say('back.delete-yes')}
          no={say('action.cancel')}
          onYes={survey.deleteKept}
        />
      </div>
    </div>
  );
}

/** A code from this phone or another one. */
export function ResumeScreen() {
  const { survey, say } = useSurvey();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<ResumeResult>('resumed');
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        setResult(await survey.resumeWithCode(typed));
        setBusy(false);
      }}
    >
      <Heading>{say('resume.title')}</Heading>
      <label class="field code-field">
        <span class="label">{say('resume.label')}</span>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-invalid={result !== 'resumed'}
          aria-describedby="resume-wrong"
          onInput={({ currentTarget }) => {
            currentTarget.value = groupsOfFour(currentTarget.value.replace(/\D/g, '').slice(0, 16));
            setTyped(currentTarget.value);
          }}
        />
      </label>
      <p id="resume-wrong" class="problems" role="alert">
        {result !== 'resumed' && <span class="wrong">{say(`resume.${result}`)}</span>}
      </p>
      <div class="bar">
        <div class="pair">
          <button type="button" class="plain" onClick={() => survey.show('consent')}>
            {say('action.back')}
          </button>
          <button type="submit" class="main" disabled={isBusy}>
            {say(isBusy ? 'access.wait' : 'resume.open')}
          </button>
        </div>
      </div>
    </form>
  );
}

/** Locks the answers under a code and leaves them with the server, for another phone. */
export function CarryScreen() {
  const { survey, say, language } = useSurvey();
  const [result, setResult] = useState<CarryResult | 'busy'>('busy');
  const carry = () => {
    setResult('busy');
    void survey.carry().then(setResult);
  };
  useEffect(carry, []);
  return (
    <div>
      <Heading>{say('carry.title')}</Heading>
      <p class="help-text">{say('carry.text')}</p>
      <div class="told" role="status">
        {result === 'busy' && <p class="lead">{say('carry.wait')}</p>}
        {result === null && <p class="warning">{say('carry.no-signal')}</p>}
        {result !== null && result !== 'busy' && (
          <>
            <p>{say('carry.ready')}</p>
            <CodeWritten code={result.code} />
            <p class="warning">{say('carry.lost')}</p>
            <p class="hint">
              {say('carry.until', { date: formatDate(result.keptUntil, language) })}
            </p>
          </>
        )}
      </div>
      <div class="stack">
        {result === null && (
          <button type="button" class="main" onClick={carry}>
            {say('action.try-again')}
          </button>
        )}
        <button
          type="button"
          class={result === null ? 'plain' : 'main'}
          onClick={() => survey.show('question')}
        >
          {say('carry.stay')}
        </button>
        {result !== null && result !== 'busy' && (
          <Sure
            label={say('carry.finish-here')}
            question={say('back.delete-sure')}
            yes={say('back.delete-yes')}
            no={say('action.cancel')}
            onYes={survey.stopHere}
          />
        )}
      </div>
    </div>
  );
}

/** Carried away: nothing is left on this phone. */
export function LeftScreen() {
  const { say } = useSurvey();
  return (
    <div class="end">
      <Heading>{say('carry.left-title')}</Heading>
      <p class="lead">{say('carry.left')}</p>
    </div>
  );
}

/** Another tab answers. */
export function ElsewhereScreen() {
  const { survey, say } = useSurvey();
  return (
    <div>
      <Heading>{say('elsewhere.title')}</Heading>
      <p class="lead">{say('elsewhere.text')}</p>
      <div class="stack">
        <button type="button" class="main" onClick={survey.takeOver}>
          {say('elsewhere.continue')}
        </button>
      </div>
    </div>
  );
}
