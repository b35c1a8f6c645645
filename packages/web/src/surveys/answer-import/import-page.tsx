import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Campaign } from '@tirek/domain/surveys';
import type { ImportMapping, UploadedTable } from '@tirek/domain/surveys/answer-import';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { WithCampaign } from '../with-campaign.tsx';
import { MappingStep } from './mapping-step.tsx';
import { RunStep } from './run-step.tsx';
import { emptyMapping } from './table-role.ts';
import { UploadStep } from './upload-step.tsx';

const route = getRouteApi('/surveys/$campaignId/import');

/** What has been uploaded and how it is to be read; kept in memory only, since it shows values of answers. */
export interface ImportDraft {
  readonly importId: string;
  readonly tables: readonly UploadedTable[];
  readonly suggestion: ImportMapping | null;
  readonly mapping: ImportMapping;
}

/** Bringing in answers that were given elsewhere: files, what their columns mean, a trial, and then all or nothing. */
export function ImportPage() {
  const { campaignId } = route.useParams();
  return (
    <WithCampaign campaignId={campaignId}>
      {(campaign) => <Importing campaign={campaign} />}
    </WithCampaign>
  );
}

function Importing({ campaign }: { campaign: Campaign }) {
  const text = useText('import');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const kept = useKeptForm<{ draft: ImportDraft | null }>(
    `import.${campaign.id}`,
    { draft: null },
    // The server forgets an import that was not finished.
    'memory',
  );
  const { draft } = kept.values;
  const upload = useWrite('uploadImport', {
    onDone: ({ id, tables, suggestion }) => {
      const mapping = suggestion ?? emptyMapping(tables);
      if (mapping) kept.change({ draft: { importId: id, tables, suggestion, mapping } });
    },
  });
  const cancel = useWrite('cancelImport', { onDone: () => kept.drop() });
  const title = campaign.settings.title[language];
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      back={{ to: `/surveys/${campaign.id}`, label: title }}
      actions={
        draft && (
          <Button
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ importId: draft.importId })}
          >
            {text('startAgain')}
          </Button>
        )
      }
    >
      {draft ? (
        <>
          <MappingStep
            campaign={campaign}
            draft={draft}
            onChange={(mapping) => kept.change({ draft: { ...draft, mapping } })}
          />
          <RunStep
            draft={draft}
            onStarted={(importId) => {
              kept.drop();
              void navigate({
                to: '/surveys/$campaignId/imports/$importId',
                params: { campaignId: campaign.id, importId },
              });
            }}
          />
        </>
      ) : (
        <UploadStep
          isBusy={upload.isPending}
          error={upload.error}
          onUpload={(files) => upload.mutate({ campaignId: campaign.id, files })}
        />
      )}
    </Page>
  );
}
