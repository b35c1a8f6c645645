import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { CampaignEditor } from './campaign-editor.tsx';
import { EMPTY_CAMPAIGN } from './campaign-form.ts';

/** A new campaign, from nothing or from an earlier one. It is kept in this tab until it is saved as a draft. */
export function NewCampaignPage() {
  const text = useText('surveys');
  const navigate = useNavigate();
  const form = useKeptForm('campaign.new', EMPTY_CAMPAIGN, 'tab');
  const create = useWrite('createCampaign', {
    renews: ['listCampaigns'],
    onDone: ({ id }) => {
      form.drop();
      void navigate({ to: '/surveys/$campaignId', params: { campaignId: id } });
    },
  });
  return (
    <Page
      title={text('new.title')}
      intro={text('new.intro')}
      back={{ to: '/surveys', label: text('campaigns.title') }}
      isNarrow
    >
      {!form.isTouched && <EarlierCampaign onCopy={form.change} />}
      <CampaignEditor
        form={form}
        save={text('new.save')}
        isBusy={create.isPending}
        error={create.error}
        onSave={(settings) => create.mutate({ settings })}
      />
    </Page>
  );
}

/** Most campaigns resemble the last one. */
function EarlierCampaign({ onCopy }: { onCopy: (form: typeof EMPTY_CAMPAIGN) => void }) {
  const text = useText('surveys');
  const { api } = useClient();
  const { language } = useLanguage();
  const errorText = useErrorText();
  const campaigns = useRead('listCampaigns', {});
  const [error, setError] = useState<unknown>(null);
  const earlier = campaigns.data?.campaigns ?? [];
  if (earlier.length === 0) return null;
  const copy = async (campaignId: string | null) => {
    if (!campaignId) return;
    setError(null);
    try {
      const { settings } = await api.call('getCampaign', { campaignId });
      onCopy(settings);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Panel>
      <Select
        label={text('new.copy')}
        description={text('new.copyHelp')}
        placeholder={text('new.copyNone')}
        data={earlier.map(({ id, title }) => ({ value: id, label: title[language] }))}
        value={null}
        onChange={(id) => void copy(id)}
      />
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
    </Panel>
  );
}
