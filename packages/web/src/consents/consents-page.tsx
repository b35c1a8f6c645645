import { useParams } from '@tanstack/react-router';
import type { PersonConsents } from '@tirek/domain/consents';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './consents.module.css';
import { DuePanel } from './due-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { usePersonName } from './use-person-name.ts';
import { WhoAgrees } from './who-agrees.tsx';

/** What somebody agreed to: what stands today, what is to be asked again, what was said. */
export function ConsentsPage() {
  const text = useText('consents');
  const { personId } = useParams({ from: '/people/$personId/consents' });
  const may = useMay();
  const name = usePersonName(personId);
  const consents = useRead('listConsents', { personId });
  const canRecord = consents.data?.obstacle === null && may('consent.record');
  return (
    <Page
      title={text('title')}
      intro={name && text('intro', { name })}
      back={{ to: `/people/${personId}`, label: text('back') }}
      isNarrow
      actions={
        canRecord && (
          <ButtonLink to="/people/$personId/consents/new" params={{ personId }}>
            {text('record')}
          </ButtonLink>
        )
      }
    >
      {consents.isPending && <LoadingState />}
      {consents.isError && <ErrorState error={consents.error} onRetry={consents.refetch} />}
      {consents.data && <Panels personId={personId} consents={consents.data} />}
    </Page>
  );
}

function Panels({ personId, consents }: { personId: string; consents: PersonConsents }) {
  const text = useText('consents');
  return (
    <>
      {consents.obstacle && (
        <div className={styles.obstacle}>
          <Notice kind="warning" isStanding>
            {text(`obstacle.${consents.obstacle}`)}
          </Notice>
        </div>
      )}
      <StandingPanel personId={personId} consents={consents} />
      {consents.rule && <DuePanel due={consents.due} />}
      {consents.rule && <WhoAgrees rule={consents.rule} />}
      <HistoryPanel entries={consents.entries} />
    </>
  );
}
