import type { Campaign } from '@tirek/domain/surveys';
import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';

interface WithCampaignProps {
  readonly campaignId: string;
  readonly children: (campaign: Campaign) => ReactNode;
}

/** Shows a page about one campaign as soon as it is there. */
export function WithCampaign({ campaignId, children }: WithCampaignProps) {
  const text = useText('surveys');
  const campaign = useRead('getCampaign', { campaignId });
  if (campaign.data) return children(campaign.data);
  return (
    <Page
      title={text('campaign.title')}
      back={{ to: '/surveys', label: text('campaigns.title') }}
      isNarrow
    >
      <Panel>
        {campaign.isError ? (
          <ErrorState error={campaign.error} onRetry={campaign.refetch} />
        ) : (
          <LoadingState lines={6} />
        )}
      </Panel>
    </Page>
  );
}
