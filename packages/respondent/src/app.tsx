import type { VNode } from 'preact';
import { placeShown, placesOf, REVIEW } from './answering/places.ts';
import { AccessScreen } from './screens/access-screen.tsx';
import { ConsentScreen } from './screens/consent-screen.tsx';
import { DangerScreen } from './screens/danger-screen.tsx';
import {
  DeclinedScreen,
  StoppedScreen,
  ThanksScreen,
  WithdrawnScreen,
  WithdrawScreen,
} from './screens/end-screens.tsx';
import { CodeScreen, PhoneScreen, SharedScreen } from './screens/phone-screens.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import {
  BackScreen,
  CarryScreen,
  ElsewhereScreen,
  LeftScreen,
  ResumeScreen,
} from './screens/resume-screens.tsx';
import { ReviewScreen } from './screens/review-screen.tsx';
import { SendingScreen } from './screens/sending-screen.tsx';
import type { Stage } from './session/state.ts';
import { PauseMenu } from './ui/pause-menu.tsx';
import { type Shown, SurveyContext } from './ui/survey-context.ts';
import { Announcements, TopBar } from './ui/top-bar.tsx';

const PLAIN: Partial<Record<Stage, () => VNode | null>> = {
  consent: ConsentScreen,
  declined: DeclinedScreen,
  phone: PhoneScreen,
  shared: SharedScreen,
  code: CodeScreen,
  access: AccessScreen,
  thanks: ThanksScreen,
  back: BackScreen,
  resume: ResumeScreen,
  carry: CarryScreen,
  left: LeftScreen,
  elsewhere: ElsewhereScreen,
  stopped: StoppedScreen,
  withdraw: WithdrawScreen,
  withdrawn: WithdrawnScreen,
};

/** The whole page: the bar on top, and below it the one screen she is at. */
export function App({ shown }: { shown: Shown }) {
  const { isDraft } = shown.state.model;
  return (
    <SurveyContext.Provider value={shown}>
      <div class="page" data-mark={isDraft ? shown.say('screen.draft-short') : undefined}>
        {isDraft && <p class="mark">{shown.say('screen.draft')}</p>}
        <TopBar />
        <Announcements />
        <main>
          <Screen {...shown} />
        </main>
        {shown.state.stage === 'question' && <PauseMenu />}
      </div>
    </SurveyContext.Provider>
  );
}

function Screen({ state }: Shown) {
  const { stage, draft, forms } = state;
  const Plain = PLAIN[stage];
  // The key makes a new screen of every stage and question: focus and scroll begin anew, typed remains do not linger.
  if (Plain) return <Plain key={stage} />;
  if (!draft) return null;
  const places = placesOf(forms, draft);
  if (stage === 'sending') return <SendingScreen key={state.sending.kind} places={places} />;
  if (draft.onward !== undefined) return <DangerScreen key={`help ${draft.onward}`} />;
  const place = placeShown(places, draft.place);
  if (draft.place === REVIEW || !place) {
    return <ReviewScreen key={REVIEW} draft={draft} places={places} />;
  }
  return <QuestionScreen key={place.id} draft={draft} places={places} place={place} />;
}
