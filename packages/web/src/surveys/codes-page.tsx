import { getRouteApi } from '@tanstack/react-router';
import type { Campaign, Wave } from '@tirek/domain/surveys';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { IssueForm } from './issue-form.tsx';
import { PrintedSlips } from './printed-slips.tsx';
import { WithCampaign } from './with-campaign.tsx';

const route = getRouteApi('/surveys/$campaignId/waves/$waveId/codes');

/** One-time codes of a wave: made, shown once, printed, cut apart. */
export function CodesPage() {
  const { campaignId, waveId } = route.useParams();
  const text = useText('surveys');
  return (
    <WithCampaign campaignId={campaignId}>
      {(campaign) => {
        const wave = campaign.waves.find(({ id }) => id === waveId);
        if (wave) return <Codes campaign={campaign} wave={wave} />;
        return (
          <Page
            title={text('codes.title')}
            back={{ to: `/surveys/${campaignId}`, label: text('campaign.title') }}
          >
            <EmptyState icon="help" title={text('wave.missing')} />
          </Page>
        );
      }}
    </WithCampaign>
  );
}

function Codes({ campaign, wave }: { campaign: Campaign; wave: Wave }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const [isPrinted, setPrinted] = useState(false);
  const issue = useWrite('issueCodes', { renews: ['getWaveProgress'] });
  return (
    <Page
      title={text('codes.title')}
      intro={`${campaign.settings.title[language]} \u00b7 ${text('wave.name', { number: wave.number })}`}
      back={{
        to: `/surveys/${campaign.id}/waves/${wave.id}`,
        label: text('wave.name', { number: wave.number }),
      }}
    >
      {issue.data ? (
        <PrintedSlips
          kind="code"
          codes={issue.data.codes}
          path={issue.data.path}
          languages={campaign.settings.languages}
          isPrinted={isPrinted}
          onPrinted={setPrinted}
        />
      ) : (
        <IssueForm
          kind="code"
          linkage={campaign.settings.linkage}
          least={1}
          most={2000}
          isBusy={issue.isPending}
          error={issue.error}
          onIssue={(count) => issue.mutate({ waveId: wave.id, count })}
        />
      )}
    </Page>
  );
}
