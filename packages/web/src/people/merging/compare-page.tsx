import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { MergeConflict, MergePreview } from '@tirek/domain/people/merging';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { CompareRows } from './compare-rows.tsx';
import { ConflictChecks } from './conflict-checks.tsx';
import styles from './merging.module.css';
import { READS_OF_MERGED } from './reads-of-merged.ts';

/** Two records side by side: one person or two? */
export function ComparePage() {
  const text = useText('merging');
  const { personId, otherId } = useParams({ from: '/people/$personId/same/$otherId' });
  const preview = useRead('previewMerge', { personId, otherId });
  return (
    <Page
      title={text('compare.title')}
      intro={text('compare.intro')}
      back={{ to: `/people/${personId}/same`, label: text('same.title') }}
    >
      {preview.isPending && <LoadingState lines={8} />}
      {preview.isError && <ErrorState error={preview.error} onRetry={preview.refetch} />}
      {preview.data && <Compared key={personId} preview={preview.data} />}
    </Page>
  );
}

function Compared({ preview }: { preview: MergePreview }) {
  const text = useText('merging');
  const { kept, other, conflicts, obstacle } = preview;
  const [confirmed, setConfirmed] = useState<readonly MergeConflict[]>([]);
  const merges = useRead('listMerges', {});
  const waiting = merges.data?.merges.find(
    (merge) =>
      merge.mayDecide &&
      [merge.personId, merge.otherId].toSorted().join() ===
        [kept.personId, other.personId].toSorted().join(),
  );
  const isTurned = waiting !== undefined && waiting.personId !== kept.personId;
  const areConfirmed = conflicts.every((conflict) => confirmed.includes(conflict));
  const isDecided = waiting !== undefined && !isTurned;
  return (
    <>
      <Panel
        actions={
          (!waiting || isTurned) && (
            <Link
              to="/people/$personId/same/$otherId"
              params={{ personId: other.personId, otherId: kept.personId }}
            >
              {text('compare.swap')}
            </Link>
          )
        }
      >
        <CompareRows preview={preview} />
      </Panel>
      <Panel>
        {obstacle && !(obstacle === 'waits' && isDecided) ? (
          <Notice kind="warning" isStanding>
            {text(`obstacle.${obstacle}`)}
          </Notice>
        ) : (
          <>
            {preview.needsAnother && !isDecided && (
              <Notice kind="info" isStanding>
                {text('needsAnother')}
              </Notice>
            )}
            {conflicts.length > 0 && (!preview.needsAnother || isDecided) && (
              <ConflictChecks preview={preview} confirmed={confirmed} onChange={setConfirmed} />
            )}
            {isDecided ? (
              <Deciding mergeId={waiting.id} confirmed={confirmed} mayAgree={areConfirmed} />
            ) : (
              <Asking
                preview={preview}
                confirmed={confirmed}
                mayAsk={areConfirmed || preview.needsAnother}
              />
            )}
          </>
        )}
      </Panel>
    </>
  );
}

function Asking({
  preview,
  confirmed,
  mayAsk,
}: {
  preview: MergePreview;
  confirmed: readonly MergeConflict[];
  mayAsk: boolean;
}) {
  const text = useText('merging');
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const personId = preview.kept.personId;
  const ask = useWrite('askMerge', {
    renews: READS_OF_MERGED,
    onDone: ({ state }) => {
      tell(text(state === 'done' ? 'merge.done' : 'same.asked'));
      void navigate({ to: '/people/$personId/same', params: { personId } });
    },
  });
  return (
    <>
      {ask.isError && <Notice kind="refusal">{errorText(ask.error)}</Notice>}
      <div className={styles.actions}>
        <Button
          size="md"
          disabled={!mayAsk}
          loading={ask.isPending}
          onClick={() =>
            ask.mutate({ personId, otherId: preview.other.personId, confirmed: [...confirmed] })
          }
        >
          {text(preview.needsAnother ? 'merge.ask' : 'merge.go')}
        </Button>
      </div>
    </>
  );
}

function Deciding({
  mergeId,
  confirmed,
  mayAgree,
}: {
  mergeId: string;
  confirmed: readonly MergeConflict[];
  mayAgree: boolean;
}) {
  const text = useText('merging');
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const decide = useWrite('decideMerge', { renews: READS_OF_MERGED });
  const send = (isAgreed: boolean) =>
    decide.mutate(
      { mergeId, isAgreed, confirmed: isAgreed ? [...confirmed] : [] },
      {
        onSuccess: () => {
          tell(text(isAgreed ? 'merge.done' : 'decide.declined'));
          void navigate({ to: '/merges' });
        },
      },
    );
  return (
    <>
      {decide.isError && <Notice kind="refusal">{errorText(decide.error)}</Notice>}
      <div className={styles.actions}>
        <Button
          size="md"
          disabled={!mayAgree}
          loading={decide.isPending}
          onClick={() => send(true)}
        >
          {text('decide.agree')}
        </Button>
        <Button size="md" variant="default" disabled={decide.isPending} onClick={() => send(false)}>
          {text('decide.decline')}
        </Button>
      </div>
    </>
  );
}
