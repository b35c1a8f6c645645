import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './audit.module.css';

/** How far the log is sealed, and the end of the chain to write down elsewhere. */
export function AuditStatePanel() {
  const text = useText('audit');
  const format = useFormat();
  const state = useRead('readAuditState', {});
  const { head, lastCheck, sealedEntries, unsealedEntries } = state.data ?? {};
  return (
    <Panel title={text('state.title')} note={text('state.note')}>
      {state.isPending && <LoadingState lines={3} />}
      {state.isError && <ErrorState error={state.error} onRetry={state.refetch} />}
      {lastCheck && !lastCheck.isIntact && (
        <Notice kind="refusal" title={text('state.broken')}>
          {text('state.brokenWords')}
        </Notice>
      )}
      {state.data && (
        <Facts
          facts={[
            [text('state.sealed'), format.number(sealedEntries ?? 0)],
            [text('state.unsealed'), format.number(unsealedEntries ?? 0)],
            [
              text('state.lastCheck'),
              lastCheck
                ? `${format.instant(lastCheck.at, 'medium')}: ${text(lastCheck.isIntact ? 'state.intact' : 'state.notIntact')}`
                : text('state.notChecked'),
            ],
            ...(head
              ? ([
                  [
                    text('state.head', { sequence: head.sequence }),
                    <>
                      {format.instant(head.sealedAt, 'medium')}
                      <span className={styles.hash}>{head.hash}</span>
                      <CopyButton value={`${head.sequence} ${head.hash}`} />
                    </>,
                  ],
                ] as const)
              : []),
          ]}
        />
      )}
    </Panel>
  );
}
