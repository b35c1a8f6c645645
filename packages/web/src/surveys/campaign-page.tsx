import { getRouteApi } from '@tanstack/react-router';
import type { Campaign } from '@tirek/domain/surveys';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './campaign-page.module.css';
import { CampaignWaves } from './campaign-waves.tsx';
import { ConsentPreview } from './consent-preview.tsx';
import { DangerNote } from './danger-note.tsx';
import { formTitle } from './form-title.ts';
import { PublishPanel } from './publish-panel.tsx';
import { WithCampaign } from './with-campaign.tsx';

const route = getRouteApi('/surveys/$campaignId');

/** One survey: what was decided, whether it can be published, its waves. */
export function CampaignPage() {
  const { campaignId } = route.useParams();
  return (
    <WithCampaign campaignId={campaignId}>
      {(campaign) => <OneCampaign campaign={campaign} />}
    </WithCampaign>
  );
}

function OneCampaign({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const may = useMay();
  const isDraft = campaign.status === 'draft';
  return (
    <Page
      title={campaign.settings.title[language]}
      mark={
        <StatusMark
          tone={isDraft ? 'waiting' : 'going'}
          label={text(isDraft ? 'campaign.draft' : 'campaign.published')}
        />
      }
      back={{ to: '/surveys', label: text('campaigns.title') }}
      actions={
        isDraft &&
        may('campaign.manage') && (
          <ButtonLink
            to="/surveys/$campaignId/edit"
            params={{ campaignId: campaign.id }}
            variant="default"
          >
            {text('campaign.edit')}
          </ButtonLink>
        )
      }
    >
      <DangerNote forms={campaign.settings.forms} />
      {isDraft && <PublishPanel campaign={campaign} />}
      <CampaignWaves campaign={campaign} />
      <SettingsPanel campaign={campaign} />
      <ConsentPanel campaign={campaign} />
    </Page>
  );
}

function SettingsPanel({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const format = useFormat();
  const may = useMay();
  const askable = useRead('listAskableForms', {}, { isWanted: may('instrument.read') });
  const { settings, publishedAt, createdAt, cardsIssued } = campaign;
  const titleOf = (code: string, version: string) => {
    const found = askable.data?.forms.find(
      (form) => form.code === code && form.version === version,
    );
    return found ? formTitle(found, language) : code;
  };
  return (
    <Panel
      title={text('campaign.settings')}
      actions={
        settings.linkage === 'panel' &&
        campaign.status === 'published' &&
        may('code.issue') && (
          <ButtonLink
            to="/surveys/$campaignId/cards"
            params={{ campaignId: campaign.id }}
            variant="default"
            leftSection={<Icon name="printer" size={18} />}
          >
            {text('cards.print')}
          </ButtonLink>
        )
      }
    >
      <Facts
        facts={[
          [text('field.purpose'), settings.purpose[language]],
          [text('field.audience'), settings.audience[language]],
          [
            text('field.forms'),
            settings.forms.map(({ code, version }) => titleOf(code, version)).join(', '),
          ],
          [
            text('field.languages'),
            settings.languages.map((code) => LANGUAGE_NAMES[code]).join(', '),
          ],
          [text('field.linkage'), text(`linkage.${settings.linkage}`)],
          [
            text('field.retentionMonths'),
            text('retention.months', { count: settings.retentionMonths }),
          ],
          [text('field.operator'), settings.operator.name[language]],
          [
            text('field.help'),
            settings.help.map(({ name, phone }) => `${name[language]}, ${phone}`).join('; ') ||
              text('check.empty'),
          ],
          [
            text(publishedAt ? 'campaign.publishedAt' : 'campaign.createdAt'),
            format.instant(publishedAt ?? createdAt),
          ],
          ...(cardsIssued === null
            ? []
            : ([[text('cards.issued'), format.number(cardsIssued)]] as const)),
        ]}
      />
    </Panel>
  );
}

function ConsentPanel({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const texts = useRead('listConsentTexts', {});
  const { settings } = campaign;
  const consent = texts.data?.texts.find(({ version }) => version === settings.consentVersion);
  if (!consent) return null;
  return (
    <Panel title={text('consent.title')} note={settings.consentVersion}>
      <details className={styles.consent}>
        <summary>{text('consent.show')}</summary>
        <ConsentPreview words={consent.words} languages={settings.languages} values={settings} />
      </details>
    </Panel>
  );
}
