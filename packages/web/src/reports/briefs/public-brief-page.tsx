import { getRouteApi } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { PublicFrame } from '../releases/public-frame.tsx';
import { useBriefChoice } from './brief-desk.tsx';
import { BriefFrame } from './brief-frame.tsx';

const route = getRouteApi('/published/$releaseId/brief');

/** A short paper from a release for everybody. */
export function PublicBriefPage() {
  const { releaseId } = route.useParams();
  const text = useText('reports');
  const { api } = useClient();
  const [choice, setChoice] = useBriefChoice();
  const { audience: _, ...rest } = choice;
  const asked = { releaseId, ...rest };
  const read = useRead('getPublicReleaseBrief', asked);
  return (
    <PublicFrame>
      <BriefFrame
        intro={text('brief.frozen')}
        back={{ to: `/published/${releaseId}`, label: text('brief.back') }}
        choice={choice}
        onChoice={setChoice}
        read={read}
        fetch={(format) => api.download('getPublicReleaseBriefFile', { ...asked, format })}
      />
    </PublicFrame>
  );
}
