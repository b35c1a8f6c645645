import { getRouteApi } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { PublicFrame } from '../releases/public-frame.tsx';
import { BriefDesk, useBriefChoice } from './brief-desk.tsx';

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
      <Page
        title={text('brief.title')}
        intro={text('brief.frozen')}
        back={{ to: `/published/${releaseId}`, label: text('brief.back') }}
        isWide
      >
        <BriefDesk
          choice={choice}
          onChoice={setChoice}
          read={read}
          fetch={(format) => api.download('getPublicReleaseBriefFile', { ...asked, format })}
        />
      </Page>
    </PublicFrame>
  );
}
