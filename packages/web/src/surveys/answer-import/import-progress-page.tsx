import { Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { DryRunResult } from './dry-run-result.tsx';

const route = getRouteApi('/surveys/$campaignId/imports/$importId');
const LOOK_EVERY = 1000;

const isOver = (state: string | undefined) =>
  state === 'done' || state === 'refused' || state === 'cancelled';

/** How far an import has come. It goes on whether or not anybody looks; the address can be opened again. */
export function ImportProgressPage() {
  const { campaignId, importId } = route.useParams();
  const text = useText('import');
  const queries = useQueryClient();
  const read = useRead(
    'getImport',
    { importId },
    { every: (answer) => (isOver(answer?.state) ? false : LOOK_EVERY) },
  );
  const state = read.data?.state;
  const hasEnded = isOver(state);
  useEffect(() => {
    if (!hasEnded) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'getCampaign' || queryKey[0] === 'listCampaigns',
    });
  }, [hasEnded, queries]);
  return (
    <Page
      title={text('progress.title')}
      back={{ to: `/surveys/${campaignId}`, label: text('progress.back') }}
      isNarrow
    >
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && !read.data && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data && (
          <>
            <p>{read.data.fileNames.join(', ')}</p>
            {!hasEnded && (
              <>
                <Progress
                  value={read.data.total > 0 ? (100 * read.data.done) / read.data.total : 0}
                  aria-label={text('progress.title')}
                  size="lg"
                  animated
                />
                <p role="status">
                  {text('progress.words', { done: read.data.done, total: read.data.total })}
                </p>
              </>
            )}
            {state === 'done' && (
              <>
                <Notice kind="success" title={text('done.title')}>
                  {text('done.words', { count: read.data.total })}
                </Notice>
                {read.data.waveId && (
                  <ButtonLink
                    mt="md"
                    to="/surveys/$campaignId/waves/$waveId"
                    params={{ campaignId, waveId: read.data.waveId }}
                  >
                    {text('done.toWave')}
                  </ButtonLink>
                )}
              </>
            )}
            {state === 'cancelled' && <Notice kind="info">{text('cancelled')}</Notice>}
            {state === 'refused' && (
              <>
                <Notice kind="refusal" title={text('refused.title')}>
                  {text('refused.words')}
                </Notice>
                {read.data.result && <DryRunResult result={read.data.result} />}
              </>
            )}
          </>
        )}
      </Panel>
    </Page>
  );
}
