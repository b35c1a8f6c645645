import { getRouteApi } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { BriefDesk, useBriefChoice } from './brief-desk.tsx';

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
    <Page
      title={text('brief.title')}
      intro={text('brief.frozen')}
      back={{ to: `/releases/${releaseId}`, label: text('brief.back') }}
      isWide
    >
      <BriefDesk
        choice={choice}
        onChoice={setChoice}
        read={read}
        fetch={(format) => api.download('getReleaseBriefFile', { ...asked, format })}
      />
    </Page>
  );
}
