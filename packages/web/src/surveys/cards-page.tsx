import { getRouteApi } from '@tanstack/react-router';
import type { Campaign } from '@tirek/domain/surveys';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { IssueForm } from './issue-form.tsx';
import { PrintedSlips } from './printed-slips.tsx';
import { WithCampaign } from './with-campaign.tsx';

const route = getRouteApi('/surveys/$campaignId/cards');

/** Cards of a panel: made in lots, shown once, printed, good for every wave of the survey. */
export function CardsPage() {
  const { campaignId } = route.useParams();
  return (
    <WithCampaign campaignId={campaignId}>
      {(campaign) => <Cards campaign={campaign} />}
    </WithCampaign>
  );
}

function Cards({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const [isPrinted, setPrinted] = useState(false);
  const issue = useWrite('issueCards', { renews: ['getCampaign'] });
  const title = campaign.settings.title[language];
  return (
    <Page
      title={text('cards.title')}
      intro={title}
      back={{ to: `/surveys/${campaign.id}`, label: title }}
    >
      {issue.data ? (
        <PrintedSlips
          kind="card"
          codes={issue.data.cards}
          path={issue.data.path}
          languages={campaign.settings.languages}
          isPrinted={isPrinted}
          onPrinted={setPrinted}
        />
      ) : (
        <IssueForm
          kind="card"
          linkage={campaign.settings.linkage}
          least={20}
          most={1000}
          isBusy={issue.isPending}
          error={issue.error}
          onIssue={(count) => issue.mutate({ campaignId: campaign.id, count })}
        />
      )}
    </Page>
  );
}
