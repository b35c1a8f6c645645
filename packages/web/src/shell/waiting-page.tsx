import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { isUnsent, useAlong } from '../offline/use-along.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/states.tsx';
import { UnsentFilePanel } from './waiting/unsent-file-panel.tsx';
import styles from './waiting/waiting.module.css';
import { WipedPanel } from './waiting/wiped-panel.tsx';
import { WriteCard } from './waiting/write-card.tsx';

/** What was written without signal and how it fared: waiting, arrived, refused and why, or changed by somebody else meanwhile. */
export function WaitingPage() {
  const text = useText('offline');
  const errorText = useErrorText();
  const { along, standing } = useAlong();
  const send = useMutation({ mutationFn: () => along.sync(), networkMode: 'always' });
  const writes = standing.kind === 'open' ? standing.writes : [];
  const unsent = writes.filter(isUnsent);
  const sent = writes.filter((write) => !isUnsent(write)).toReversed();
  return (
    <Page title={text('waiting.title')} intro={text('waiting.intro')} isNarrow>
      {standing.kind !== 'none' && standing.isWiped && <WipedPanel why={standing.isWiped} />}
      {send.isError && <Notice kind="refusal">{errorText(send.error)}</Notice>}
      <Panel
        title={text('waiting.unsent')}
        actions={
          unsent.length > 0 && (
            <Button size="sm" loading={send.isPending} onClick={() => send.mutate()}>
              {text('waiting.send')}
            </Button>
          )
        }
      >
        {unsent.length === 0 && (
          <EmptyState
            icon="check"
            title={text(standing.kind === 'closed' ? 'waiting.closed' : 'waiting.none')}
          />
        )}
        <ul className={styles.writes}>
          {unsent.map((write) => (
            <li key={write.place}>
              <WriteCard write={write} />
            </li>
          ))}
        </ul>
      </Panel>
      {sent.length > 0 && (
        <Panel title={text('waiting.sent')}>
          <ul className={styles.writes}>
            {sent.map((write) => (
              <li key={write.place}>
                <WriteCard write={write} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {standing.kind !== 'none' && <UnsentFilePanel hasUnsent={unsent.length > 0} />}
    </Page>
  );
}
