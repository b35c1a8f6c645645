import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Problem } from '@tirek/domain/problem';
import type { Campaign } from '@tirek/domain/surveys';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { CampaignEditor } from './campaign-editor.tsx';
import type { CampaignForm } from './campaign-form.ts';
import { ClashNotice } from './clash-notice.tsx';
import { WithCampaign } from './with-campaign.tsx';

const route = getRouteApi('/surveys/$campaignId/edit');

/** The settings of a draft. */
export function EditCampaignPage() {
  const { campaignId } = route.useParams();
  return (
    <WithCampaign campaignId={campaignId}>
      {(campaign) => <Editing key={campaign.id} campaign={campaign} />}
    </WithCampaign>
  );
}

/** What is being typed, and which edition it started from. */
interface Draft {
  readonly basedOn: number;
  readonly settings: CampaignForm;
}

function Editing({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const kept = useKeptForm<Draft>(
    `campaign.${campaign.id}`,
    { basedOn: campaign.edition, settings: campaign.settings },
    'tab',
  );
  const { basedOn, settings } = kept.values;
  const change = useWrite('changeCampaign', {
    renews: ['listCampaigns', 'getCampaign'],
    onDone: () => {
      kept.drop();
      void navigate({ to: '/surveys/$campaignId', params: { campaignId: campaign.id } });
    },
  });
  const isClash = change.error instanceof Problem && change.error.code === 'changed-meanwhile';
  const save = (complete: Campaign['settings']) =>
    change.mutate(
      { campaignId: campaign.id, basedOn, settings: complete },
      // A clash is shown with both sides, so the other side has to be fetched.
      { onError: () => void queries.invalidateQueries({ queryKey: ['getCampaign'] }) },
    );
  const form = {
    values: settings,
    isTouched: kept.isTouched,
    isSafe: kept.isSafe,
    change: (changed: CampaignForm) => kept.change({ basedOn, settings: changed }),
    set: <Name extends keyof CampaignForm>(name: Name, value: CampaignForm[Name]) =>
      kept.change({ basedOn, settings: { ...settings, [name]: value } }),
    drop: kept.drop,
  };
  return (
    <Page
      title={campaign.settings.title[language]}
      intro={text('edit.intro')}
      back={{ to: `/surveys/${campaign.id}`, label: text('edit.back') }}
      isNarrow
    >
      {kept.isTouched && basedOn < campaign.edition && (
        <ClashNotice
          mine={settings}
          theirs={campaign.settings}
          onKeepMine={() => {
            change.reset();
            kept.change({ basedOn: campaign.edition, settings });
          }}
          onTakeTheirs={() => {
            change.reset();
            kept.drop();
          }}
        />
      )}
      <CampaignEditor
        form={form}
        save={text('edit.save')}
        isBusy={change.isPending}
        error={isClash ? null : change.error}
        onSave={save}
      />
    </Page>
  );
}
