import { Sure } from './sure.tsx';
import { useSurvey } from './survey-context.ts';

/** How to leave for a while, or for good. */
export function PauseMenu() {
  const { survey, state, say } = useSurvey();
  const { way } = state;
  if (!way) return null;
  return (
    <details class="pause">
      <summary>{say('pause.title')}</summary>
      <p>{say(`pause.${way}`)}</p>
      {survey.canLock() && state.model.linkage !== 'linked' && (
        <button type="button" class="quiet" onClick={() => survey.show('carry')}>
          {say('pause.carry')}
        </button>
      )}
      <Sure
        label={say('pause.delete')}
        question={say('pause.delete-sure')}
        yes={say('back.delete-yes')}
        no={say('action.cancel')}
        onYes={survey.stopAndDelete}
      />
    </details>
  );
}
