import { ONE_TIME_LENGTH, panelId, printCode, readCode } from '@tirek/domain/surveys/phone';
import { useState } from 'preact/hooks';
import { Heading } from '../ui/heading.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** The browser's own, seen through the narrower eyes of `panelId`. */
type Subtle = Parameters<typeof panelId>[0];

/** What opens this survey for her: the code of her sheet, or her card and PIN. */
export function AccessScreen() {
  const { state } = useSurvey();
  return state.model.linkage === 'panel' ? <PanelAccess /> : <CodeAccess />;
}

function CodeAccess() {
  const { survey, state, say } = useSurvey();
  const [typed, setTyped] = useState(state.scanned ? printCode(state.scanned) : '');
  const [wrong, setWrong] = useState<'incomplete' | 'mistyped' | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const read = readCode(typed, ONE_TIME_LENGTH);
        if (read.kind === 'code') void survey.giveAccess({ code: read.code });
        else setWrong(read.kind);
      }}
    >
      <Heading>{say('access.code-title')}</Heading>
      <p class="help-text">{say('access.code-text')}</p>
      <label class="field code-field">
        <span class="label">{say('access.code')}</span>
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          value={typed}
          aria-invalid={wrong !== null}
          aria-describedby="code-wrong"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      {state.scanned && <p class="hint">{say('access.code-read')}</p>}
      <p id="code-wrong" class="problems" role="alert">
        {wrong && (
          <span class="wrong">
            {say(wrong === 'mistyped' ? 'access.code-mistyped' : 'access.code-wrong')}
          </span>
        )}
      </p>
      <div class="stack">
        <button type="submit" class="main">
          {say('action.continue')}
        </button>
      </div>
    </form>
  );
}

function PanelAccess() {
  const { survey, say } = useSurvey();
  return (
    <CardAndPin
      title={say('access.panel-title')}
      text={say('access.panel-text')}
      label={say('action.continue')}
      onPanel={(panel) => survey.giveAccess({ panel })}
    />
  );
}

/** Asks for card and PIN and hands on what is worked out from them; neither leaves this screen. */
export function CardAndPin({
  title,
  text,
  label,
  onPanel,
}: {
  title: string;
  text: string;
  label: string;
  onPanel: (panel: string) => Promise<void>;
}) {
  const { state, say } = useSurvey();
  const [card, setCard] = useState('');
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<
    'access.card-wrong' | 'access.card-mistyped' | 'access.pin-wrong' | null
  >(null);
  const isCardWrong = wrong === 'access.card-wrong' || wrong === 'access.card-mistyped';
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        setWrong(null);
        const made = await panelId(crypto.subtle as unknown as Subtle, {
          card,
          pin,
          campaign: state.model.panel ?? '',
        });
        if (made.kind === 'panel') await onPanel(made.panel);
        else if (made.kind === 'pin-malformed') setWrong('access.pin-wrong');
        else setWrong(made.kind === 'card-mistyped' ? 'access.card-mistyped' : 'access.card-wrong');
        setBusy(false);
      }}
    >
      <Heading>{title}</Heading>
      <p class="help-text">{text}</p>
      <label class="field code-field">
        <span class="label">{say('access.card')}</span>
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          value={card}
          aria-invalid={isCardWrong}
          aria-describedby="access-wrong"
          onInput={({ currentTarget }) => setCard(currentTarget.value)}
        />
      </label>
      <label class="field pin">
        <span class="label">{say('access.pin')}</span>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          aria-invalid={wrong === 'access.pin-wrong'}
          aria-describedby="access-wrong"
          onInput={({ currentTarget }) => setPin(currentTarget.value.replace(/\D/g, ''))}
        />
      </label>
      <p id="access-wrong" class="problems" role="alert">
        {wrong && <span class="wrong">{say(wrong)}</span>}
      </p>
      <div class="stack">
        <button type="submit" class="main" disabled={isBusy}>
          {isBusy ? say('access.wait') : label}
        </button>
      </div>
    </form>
  );
}
