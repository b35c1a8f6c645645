import { Button } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toasts.tsx';

/** Where one is signed in, and the way to end it from here. */
export function SessionsPanel() {
  const text = useText('access');
  const ui = useText('ui');
  const format = useFormat();
  const errorText = useErrorText();
  const tell = useToast();
  const sessions = useRead('listSessions', {});
  const end = useAct('endSession', {
    renews: ['listSessions'],
    onDone: () => tell(text('sessions.ended')),
  });
  const endOthers = useAct('endOtherSessions', {
    renews: ['listSessions'],
    onDone: () => tell(text('sessions.othersEnded')),
  });
  const error = end.error ?? endOthers.error;
  const alive = sessions.data?.sessions ?? [];
  return (
    <Panel
      title={text('sessions.title')}
      note={text('sessions.note')}
      actions={
        alive.length > 1 && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({})}
          >
            {text('sessions.endOthers')}
          </Button>
        )
      }
    >
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      {sessions.isPending && <LoadingState lines={3} />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={sessions.refetch} />}
      {alive.length > 0 && (
        <DataTable
          caption={text('sessions.title')}
          rows={alive}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'device',
              header: text('sessions.device'),
              isRowHeader: true,
              cell: ({ device, isThisOne }) => (
                <>
                  {device || text('sessions.unknownDevice')}{' '}
                  {isThisOne && <StatusMark tone="going" label={text('sessions.this')} />}
                </>
              ),
            },
            {
              key: 'started',
              header: text('sessions.started'),
              cell: ({ startedAt }) => format.instant(startedAt, 'short'),
            },
            {
              key: 'used',
              header: text('sessions.used'),
              cell: ({ lastUsedAt }) => format.instant(lastUsedAt, 'short'),
            },
            {
              key: 'end',
              header: ui('actions'),
              isPlain: true,
              hasQuietHeader: true,
              cell: ({ id, isThisOne, device }) =>
                isThisOne ? null : (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-md"
                    aria-label={text('sessions.endNamed', { device })}
                    loading={end.isPending && end.variables.sessionId === id}
                    onClick={() => end.mutate({ sessionId: id })}
                  >
                    {text('sessions.end')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
