import { Link } from '@tanstack/react-router';
import type { CampaignSummary } from '@tirek/domain/surveys';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './campaigns-page.module.css';
import { WaveLines } from './wave-lines.tsx';

/** Every survey of the programme with its waves. */
export function CampaignsPage() {
  const text = useText('surveys');
  const may = useMay();
  const campaigns = useRead('listCampaigns', {});
  const create = may('campaign.manage') && (
    <ButtonLink to="/surveys/new" leftSection={<Icon name="plus" size={18} />}>
      {text('campaigns.new')}
    </ButtonLink>
  );
  return (
    <Page title={text('campaigns.title')} intro={text('campaigns.intro')} actions={create}>
      {campaigns.isPending && (
        <Panel>
          <LoadingState lines={6} />
        </Panel>
      )}
      {campaigns.isError && <ErrorState error={campaigns.error} onRetry={campaigns.refetch} />}
      {campaigns.data?.campaigns.length === 0 && (
        <Panel>
          <EmptyState icon="survey" title={text('campaigns.none')} action={create}>
            {text('campaigns.noneWords')}
          </EmptyState>
        </Panel>
      )}
      {campaigns.data?.campaigns.map((campaign) => (
        <CampaignCard key={campaign.id} campaign={campaign} />
      ))}
    </Page>
  );
}

function CampaignCard({ campaign }: { campaign: CampaignSummary }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const { id, status, title, linkage, languages, waves } = campaign;
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>
        <Link to="/surveys/$campaignId" params={{ campaignId: id }}>
          {title[language]}
        </Link>{' '}
        {status === 'draft' && <StatusMark tone="waiting" label={text('campaign.draft')} />}
      </h2>
      <p className={styles.facts}>
        <span>{text(`linkage.${linkage}`)}</span>
        <span>{languages.map((code) => LANGUAGE_NAMES[code]).join(', ')}</span>
      </p>
      {waves.length === 0 ? (
        <p className={styles.none}>{text('campaign.noWaves')}</p>
      ) : (
        <WaveLines campaignId={id} waves={waves} />
      )}
    </section>
  );
}
