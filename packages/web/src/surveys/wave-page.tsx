import { getRouteApi } from '@tanstack/react-router';
import type { Campaign, Wave } from '@tirek/domain/surveys';
import { useMay } from '../access/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useDateSpan } from './date-span.ts';
import { WaveActions } from './wave-actions.tsx';
import { WaveInvitation } from './wave-invitation.tsx';
import styles from './wave-page.module.css';
import { WavePhaseMark } from './wave-phase-mark.tsx';
import { WaveProgressPanel } from './wave-progress-panel.tsx';
import { WithCampaign } from './with-campaign.tsx';

const route = getRouteApi('/surveys/$campaignId/waves/$waveId');

/** One wave: how people get to it, how far it has come, how it is opened and closed. */
export function WavePage() {
  const { campaignId, waveId } = route.useParams();
  const text = useText('surveys');
  return (
    <WithCampaign campaignId={campaignId}>
      {(campaign) => {
        const wave = campaign.waves.find(({ id }) => id === waveId);
        if (wave) return <OneWave campaign={campaign} wave={wave} />;
        return (
          <Page
            title={text('wave.wave')}
            back={{ to: `/surveys/${campaignId}`, label: text('campaign.title') }}
          >
            <EmptyState icon="help" title={text('wave.missing')} />
          </Page>
        );
      }}
    </WithCampaign>
  );
}

function OneWave({ campaign, wave }: { campaign: Campaign; wave: Wave }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const may = useMay();
  const dateSpan = useDateSpan();
  const title = campaign.settings.title[language];
  return (
    <Page
      title={text('wave.name', { number: wave.number })}
      intro={`${title} \u00b7 ${dateSpan(wave)}`}
      mark={<WavePhaseMark phase={wave.phase} />}
      back={{ to: `/surveys/${campaign.id}`, label: title }}
      actions={
        wave.phase === 'closed' &&
        may('report.read') && (
          <ButtonLink
            to="/reports/$waveId"
            params={{ waveId: wave.id }}
            leftSection={<Icon name="report" size={18} />}
          >
            {text('wave.report')}
          </ButtonLink>
        )
      }
    >
      {may('campaign.manage') && <WaveActions campaign={campaign} wave={wave} />}
      <WaveProgressPanel wave={wave} />
      {!wave.isImported && wave.phase !== 'closed' && (
        <WaveInvitation campaign={campaign} wave={wave} />
      )}
      <History wave={wave} />
    </Page>
  );
}

function History({ wave }: { wave: Wave }) {
  const text = useText('surveys');
  const format = useFormat();
  return (
    <Panel title={text('history.title')}>
      <ol className={styles.history}>
        {wave.events.map(({ id, kind, reason, by, at }) => (
          <li key={id}>
            <span className={styles.event}>{text(`event.${kind}`)}</span>
            <span className={styles.when}>
              {format.instant(at, 'medium')}
              {` \u00b7 ${by ?? text('history.program')}`}
            </span>
            {reason && <span className={styles.reason}>{reason}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
