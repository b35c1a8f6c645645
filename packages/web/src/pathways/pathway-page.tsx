import { Button } from '@mantine/core';
import type { FormOutline, PathwayVersion } from '@tirek/domain/pathways';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toasts.tsx';
import { PastTrialPanel } from './past-trial-panel.tsx';
import { PathwayInWords } from './pathway-in-words.tsx';
import styles from './pathways.module.css';
import { SimulationPanel } from './simulation-panel.tsx';

/** The pathway of care that is in force, and for those who write it the versions that wait. */
export function PathwayPage() {
  const text = useText('pathways');
  const format = useFormat();
  const may = useMay();
  const answer = useRead('getPathway', {});
  const { inForce, forms, today = '' } = answer.data ?? {};
  const about = inForce?.published
    ? text('inForceSince', {
        date: format.instant(inForce.published.at),
        name: inForce.published.by,
      })
    : text('inForceShipped');
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      actions={
        <ButtonLink variant="default" to="/care-rule">
          {text('careRule')}
        </ButtonLink>
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {inForce && forms && (
        <>
          {may('pathway.edit') && <VersionsPanel inForce={inForce} forms={forms} today={today} />}
          <Panel title={text('inForce')} note={about}>
            <PathwayInWords pathway={inForce.pathway} forms={forms} />
          </Panel>
        </>
      )}
    </Page>
  );
}

const TONES = { draft: 'waiting', tested: 'going', published: 'over' } as const;

function VersionsPanel({
  inForce,
  forms,
  today,
}: {
  inForce: PathwayVersion;
  forms: readonly FormOutline[];
  today: string;
}) {
  const text = useText('pathways');
  const answer = useRead('listPathwayVersions', {});
  const waiting = (answer.data?.versions ?? []).filter(({ state }) => state !== 'published');
  return (
    <Panel
      title={text('versions')}
      note={text('versions.note')}
      actions={
        <ButtonLink variant="default" size="sm" to="/pathway/edit">
          {text('write')}
        </ButtonLink>
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && waiting.length === 0 && (
        <p className={styles.quiet}>{text('versions.none')}</p>
      )}
      {waiting.map((version) => (
        <VersionLine
          key={version.version}
          version={version}
          inForce={inForce}
          forms={forms}
          today={today}
        />
      ))}
    </Panel>
  );
}

function VersionLine({
  version,
  inForce,
  forms,
  today,
}: {
  version: PathwayVersion;
  inForce: PathwayVersion;
  forms: readonly FormOutline[];
  today: string;
}) {
  const text = useText('pathways');
  const format = useFormat();
  const errorText = useErrorText();
  const tell = useToast();
  const [isOpen, setOpen] = useState(false);
  const renews = ['getPathway', 'listPathwayVersions'] as const;
  const mark = useWrite('markPathwayTested', { renews, onDone: () => tell(text('saved')) });
  const publish = useWrite('publishPathway', { renews, onDone: () => tell(text('published')) });
  const { id, state, written, isOwn, pathway } = version;
  const error = mark.error ?? publish.error ?? null;
  if (id === null) return null;
  return (
    <div className={styles.version}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text('version', { number: version.version })}</h3>
        <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />
      </div>
      {written && (
        <p className={styles.quiet}>
          {text('writtenBy', { name: written.by, date: format.instant(written.at) })}
        </p>
      )}
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {text(isOpen ? 'close' : 'look')}
        </Button>
        {state === 'tested' && !isOwn && (
          <Button
            size="compact-sm"
            loading={publish.isPending}
            onClick={() => publish.mutate({ versionId: id })}
          >
            {text('publish')}
          </Button>
        )}
      </div>
      {state === 'tested' && isOwn && <p className={styles.quiet}>{text('ownWaits')}</p>}
      {isOpen && (
        <>
          <PathwayInWords pathway={pathway} forms={forms} />
          <SimulationPanel
            pathway={pathway}
            inForce={inForce.pathway}
            forms={forms}
            today={today}
          />
          <PastTrialPanel versionId={id} />
          {state === 'draft' && (
            <div className={styles.buttons}>
              <Button
                size="sm"
                loading={mark.isPending}
                onClick={() => mark.mutate({ versionId: id })}
              >
                {text('markTested')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
