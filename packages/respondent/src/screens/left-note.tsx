import { useState } from 'preact/hooks';
import type { Say } from '../survey-data.ts';
import { Sure } from '../ui/sure.tsx';

/** On the page of a survey that is over: unfinished answers are still on this phone. */
export function LeftNote({ say, onDelete }: { say: Say; onDelete: () => Promise<void> }) {
  const [isDeleted, setDeleted] = useState(false);
  return (
    <div class="warning" role="status">
      {isDeleted ? (
        <p>{say('stopped.title')}</p>
      ) : (
        <>
          <p>{say('ended.kept')}</p>
          <Sure
            label={say('send.delete')}
            question={say('back.delete-sure')}
            yes={say('back.delete-yes')}
            no={say('action.cancel')}
            onYes={() => onDelete().then(() => setDeleted(true))}
          />
        </>
      )}
    </div>
  );
}
