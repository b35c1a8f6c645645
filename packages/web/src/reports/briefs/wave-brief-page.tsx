import { getRouteApi } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useBriefChoice } from './brief-desk.tsx';
import { BriefFrame } from './brief-frame.tsx';

const route = getRouteApi('/reports/$waveId/brief');

/** A short paper from the report of a closed wave, as analysts, the network or everybody would be told it. */
export function WaveBriefPage() {
  const { waveId } = route.useParams();
  const text = useText('reports');
  const { api } = useClient();
  const [choice, setChoice] = useBriefChoice();
  const asked = { waveId, ...choice };
  const read = useRead('getWaveBrief', asked);
  return (
    <BriefFrame
      intro={text('brief.intro')}
      back={{ to: `/reports/${waveId}`, label: text('title') }}
      hasAudiences
      choice={choice}
      onChoice={setChoice}
      read={read}
      fetch={(format) => api.download('getWaveBriefFile', { ...asked, format })}
    />
  );
}
