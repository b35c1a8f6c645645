import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { WaveLines } from './wave-lines.tsx';

const CURRENT = ['not-yet', 'accepting', 'over'];

/** The waves that somebody has to keep an eye on: about to begin, going on, or waiting to be closed. */
export function CurrentWaves() {
  const text = useText('surveys');
  const { language } = useLanguage();
  const campaigns = useRead('listCampaigns', {});
  const current = (campaigns.data?.campaigns ?? [])
    .map((campaign) => ({
      ...campaign,
      waves: campaign.waves.filter(({ phase }) => CURRENT.includes(phase)),
    }))
    .filter(({ waves }) => waves.length > 0);
  if (campaigns.isPending) return <LoadingState lines={3} />;
  if (campaigns.isError && !campaigns.data) {
    return <ErrorState error={campaigns.error} onRetry={campaigns.refetch} />;
  }
  if (current.length === 0) return <p>{text('current.none')}</p>;
  return current.map(({ id, title, waves }) => (
    <Panel key={id} title={title[language]}>
      <WaveLines campaignId={id} waves={waves} />
    </Panel>
  ));
}
