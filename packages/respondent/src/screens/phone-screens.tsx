import { useState } from 'preact/hooks';
import { CodeWritten } from '../ui/code-written.tsx';
import { Heading } from '../ui/heading.tsx';
import { ReadAloudButton } from '../ui/read-aloud-button.tsx';
import { useSurvey } from '../ui/survey-context.ts';

interface Offer {
  readonly label: string;
  readonly text: string;
  readonly onClick: () => void;
}

/** Two ways to go on, each with what it means. */
function Offers({ offers, isBusy = false }: { offers: readonly Offer[]; isBusy?: boolean }) {
  return (
    <div class="offers">
      {offers.map(({ label, text, onClick }) => (
        <button key={label} type="button" class="offer" disabled={isBusy} onClick={onClick}>
          <strong>{label}</strong>
          <span>{text}</span>
        </button>
      ))}
    </div>
  );
}

/** Whose the phone is decides what may be kept on it. */
export function PhoneScreen() {
  const { survey, say } = useSurvey();
  const offers = [
    {
      label: say('phone.own'),
      text: say('phone.own-text'),
      onClick: () => survey.choosePhone('own'),
    },
    {
      label: say('phone.shared'),
      text: say('phone.shared-text'),
      onClick: () => survey.choosePhone('shared'),
    },
  ];
  return (
    <div>
      <Heading>{say('phone.title')}</Heading>
      <p class="help-text">{say('phone.text')}</p>
      <ReadAloudButton
        parts={[say('phone.title'), ...offers.flatMap(({ label, text }) => [label, text])]}
      />
      <Offers offers={offers} />
    </div>
  );
}

/** Shared phone: a code to come back with, or nothing at all. */
export function SharedScreen() {
  const { survey, say } = useSurvey();
  const [isBusy, setBusy] = useState(false);
  const withCode = {
    label: say('shared.code'),
    text: say('shared.code-text'),
    onClick: () => {
      setBusy(true);
      void survey.giveCode();
    },
  };
  const without = {
    label: say('shared.no-code'),
    text: say('shared.no-code-text'),
    onClick: survey.goWithoutCode,
  };
  const offers = survey.canLock() ? [withCode, without] : [without];
  return (
    <div>
      <Heading>{say('shared.title')}</Heading>
      <ReadAloudButton
        parts={[say('shared.title'), ...offers.flatMap(({ label, text }) => [label, text])]}
      />
      <Offers offers={offers} isBusy={isBusy} />
      <p class="hint" role="status">
        {isBusy && say('access.wait')}
      </p>
    </div>
  );
}

/** The code, once. */
export function CodeScreen() {
  const { survey, state, say } = useSurvey();
  return (
    <div>
      <Heading>{say('code.title')}</Heading>
      <CodeWritten code={state.code ?? ''} />
      <p class="help-text">{say('code.text')}</p>
      <p class="warning">{say('code.lost')}</p>
      <div class="stack">
        <button type="button" class="main" onClick={survey.codeNoted}>
          {say('code.noted')}
        </button>
      </div>
    </div>
  );
}
