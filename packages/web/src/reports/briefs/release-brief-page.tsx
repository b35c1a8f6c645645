import { getRouteApi } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useBriefChoice } from './brief-desk.tsx';
import { BriefFrame } from './brief-frame.tsx';

const route = getRouteApi('/releases/$releaseId/brief');

/** A short paper from the tables of a release as they were frozen. */
export function ReleaseBriefPage() {
  const { releaseId } = route.useParams();
  const text = useText('reports');
  const { api } = useClient();
  const [choice, setChoice] = useBriefChoice();
  const { audience: _, ...rest } = choice;
  const asked = { releaseId, ...rest };
  const read = useRead('getReleaseBrief', asked);
  return (
    <BriefFrame
      intro={text('brief.frozen')}
      back={{ to: `/releases/${releaseId}`, label: text('brief.back') }}
      choice={choice}
      onChoice={setChoice}
      read={read}
      fetch={(format) => api.download('getReleaseBriefFile', { ...asked, format })}
    />
  );
}
