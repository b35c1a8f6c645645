import { Button } from '@mantine/core';
import type { OutputOf } from '@tirek/domain/contract';
import type { servicesContract } from '@tirek/domain/services';
import { findServices, NO_WISH, type Wish } from '@tirek/domain/services';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { type DirectoryDialog, DirectoryDialogs } from './directory-dialogs.tsx';
import { FoundServices } from './found-services.tsx';
import { ProvidersPanel } from './providers-panel.tsx';
import { WishFields } from './wish-fields.tsx';

export type Answer = OutputOf<(typeof servicesContract)['listServices']>;

/** The directory: who helps with what, where and on which terms. */
export function ServicesPage() {
  const text = useText('directory');
  const may = useMay();
  const directory = useRead('listServices', {});
  const [dialog, setDialog] = useState<DirectoryDialog | null>(null);
  const manages = may('service.manage');
  const hasProviders = (directory.data?.providers ?? []).some(({ closed }) => closed === null);
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      actions={
        <>
          <ButtonLink to="/services/coverage" variant="default">
            {text('coverage.title')}
          </ButtonLink>
          {manages && (
            <>
              <ButtonLink to="/services/import" variant="default">
                {text('import.open')}
              </ButtonLink>
              <Button
                leftSection={<Icon name="plus" size={18} />}
                disabled={!hasProviders}
                onClick={() => setDialog({ what: 'service', known: null })}
              >
                {text('addService')}
              </Button>
              <Button
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
                onClick={() => setDialog({ what: 'provider', known: null })}
              >
                {text('addProvider')}
              </Button>
            </>
          )}
        </>
      }
    >
      {directory.isPending && <LoadingState lines={6} />}
      {directory.isError && <ErrorState error={directory.error} onRetry={directory.refetch} />}
      {directory.data && (
        <>
          <Finding directory={directory.data} onOpen={setDialog} />
          {manages && <ProvidersPanel directory={directory.data} onOpen={setDialog} />}
          {dialog && (
            <DirectoryDialogs
              dialog={dialog}
              directory={directory.data}
              onClose={() => setDialog(null)}
            />
          )}
        </>
      )}
    </Page>
  );
}

function Finding({
  directory,
  onOpen,
}: {
  directory: Answer;
  onOpen: (dialog: DirectoryDialog) => void;
}) {
  const text = useText('directory');
  const [wish, setWish] = useState<Wish>(NO_WISH);
  const found = findServices(directory, wish, directory.today);
  return (
    <>
      <Panel title={text('find')}>
        <WishFields wish={wish} onChange={setWish} />
      </Panel>
      {directory.services.length === 0 ? (
        <Panel>
          <EmptyState icon="globe" title={text('empty')}>
            {text('emptyWords')}
          </EmptyState>
        </Panel>
      ) : (
        <FoundServices found={found} onOpen={onOpen} />
      )}
    </>
  );
}
