import { useState } from 'preact/hooks';
import { placeId } from '../answering/draft.ts';
import type { Place } from '../answering/places.ts';
import type { Sending } from '../session/state.ts';
import { Heading } from '../ui/heading.tsx';
import { HelpContacts } from '../ui/help-contacts.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { Sure } from '../ui/sure.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** On the way, waiting for signal, or refused: always with what she can do. */
export function SendingScreen({ places }: { places: readonly Place[] }) {
  const { state } = useSurvey();
  const { sending } = state;
  if (sending.kind === 'refused') return <Refused sending={sending} places={places} />;
  return sending.kind === 'trying' ? <Trying /> : <Waiting inBackground={sending.inBackground} />;
}

function Trying() {
  const { say } = useSurvey();
  return (
    <div class="end">
      <Heading>{say('send.sending')}</Heading>
      <progress aria-label={say('send.sending')} />
    </div>
  );
}

function Waiting({ inBackground }: { inBackground: boolean }) {
  const { survey, state, say } = useSurvey();
  const isOwn = state.way === 'own';
  const isKept = isOwn && state.keeping === 'kept';
  const text = isKept
    ? say(inBackground ? 'send.waiting-own' : 'send.waiting-open')
    : say(state.way === 'sealed' ? 'send.waiting-sealed' : 'send.waiting-memory');
  return (
    <div class="end">
      <Heading>{say(isKept ? 'send.waiting-title' : 'send.waiting-title-not-kept')}</Heading>
      <p class="lead" role="status">
        {isKept && <CheckIcon />}
        {text}
      </p>
      <div class="stack">
        <button type="button" class="main" onClick={survey.sending.tryNow}>
          {say('action.try-again')}
        </button>
        <BackToAnswers />
      </div>
      <HelpContacts />
    </div>
  );
}

function BackToAnswers() {
  const { survey, say } = useSurvey();
  return (
    <button type="button" class="quiet" onClick={() => survey.backToAnswers()}>
      {say('send.back')}
    </button>
  );
}

/** What can be done about a refusal. */
const REMEDIES: Readonly<Record<string, 'access' | 'renew' | 'answers' | 'over'>> = {
  'code-missing': 'access',
  'code-mistyped': 'access',
  'code-unknown': 'access',
  'code-used': 'access',
  'card-unknown': 'access',
  'consent-version-old': 'renew',
  'form-version-old': 'renew',
  'answers-invalid': 'answers',
  'payload-too-large': 'answers',
  'card-already-answered': 'over',
  'id-reused': 'over',
  'wave-over': 'over',
  'wave-closed': 'over',
  'survey-not-found': 'over',
  'link-expired': 'over',
  'link-locked': 'over',
  'link-taken-back': 'over',
  'link-unknown': 'over',
  'link-used': 'over',
  'link-wrong-code': 'over',
};

function Refused({
  sending,
  places,
}: {
  sending: Extract<Sending, { kind: 'refused' }>;
  places: readonly Place[];
}) {
  const { survey, say, sayRefusal } = useSurvey();
  const [isRenewFailed, setRenewFailed] = useState(false);
  const { code, details } = sending;
  const remedy = REMEDIES[code];
  const findings = (details.findings ?? []) as { form: string; path: string }[];
  const wrong = findings.flatMap(
    ({ form, path }) => places.find(({ id }) => id === placeId(form, path)) ?? [],
  );
  return (
    <div class="end">
      <Heading>{say('send.refused')}</Heading>
      <p class="lead" role="alert">
        {sayRefusal(code, details)}
      </p>
      {wrong.length > 0 && (
        <ul class="links">
          {wrong.map(({ id, screen }) => (
            <li key={id}>
              <button type="button" class="link" onClick={() => survey.backToAnswers(id)}>
                <span>
                  {screen.row && `${screen.row.heading}: `}
                  {screen.question.text}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="hint" role="status">
        {isRenewFailed && say('language.no-signal')}
      </p>
      <div class="stack">
        {remedy === 'access' && (
          <button type="button" class="main" onClick={survey.backToAccess}>
            {say('action.change')}
          </button>
        )}
        {remedy === 'renew' && (
          <button
            type="button"
            class="main"
            onClick={async () => setRenewFailed(!(await survey.renew()))}
          >
            {say('action.continue')}
          </button>
        )}
        {remedy === undefined && (
          <button type="button" class="main" onClick={() => survey.sending.begin()}>
            {say('action.try-again')}
          </button>
        )}
        {remedy !== 'over' && <BackToAnswers />}
        <Sure
          label={say('send.delete')}
          question={say('back.delete-sure')}
          yes={say('back.delete-yes')}
          no={say('action.cancel')}
          onYes={survey.stopAndDelete}
        />
      </div>
      <HelpContacts />
    </div>
  );
}
