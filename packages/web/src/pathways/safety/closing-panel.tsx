import { Button, NativeSelect, Textarea } from '@mantine/core';
import { CLOSING_GROUNDS } from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { PartProps } from './event-page.tsx';
import styles from './safety.module.css';
import { useEntryWrite } from './use-entry-write.ts';
import { useSafetyWords } from './use-safety-words.ts';

/** Closing by two: one proposes once the protocol is done, another confirms. */
export function ClosingPanel({ shown, standing, mayAct }: PartProps) {
  const text = useText('safety');
  const t = useSafetyWords();
  const { account } = useHolder();
  const [isProposing, setProposing] = useState(false);
  const errorText = useErrorText();
  const { write, record } = useEntryWrite(shown.event.id);
  const { status, missing, takenBy, closing } = standing;
  const say = (kind: 'closed' | 'closing-declined' | 'reopened') =>
    record({ kind, value: {}, words: null });
  return (
    <Panel title={text('close')} note={text('close.note')}>
      {status === 'open' && missing.length > 0 && (
        <p className={styles.quiet}>{text('close.missing', { count: missing.length })}</p>
      )}
      {closing && (
        <p>
          {text('close.proposed', {
            name: shown.colleagues[closing.recordedBy ?? ''] ?? '',
            ground: t(`ground.${closing.value.ground}`),
          })}
        </p>
      )}
      {write.isError && <Notice kind="refusal">{errorText(write.error)}</Notice>}
      {mayAct && (
        <div className={styles.actions}>
          {status === 'open' && missing.length === 0 && takenBy !== null && (
            <Button variant="default" onClick={() => setProposing(true)}>
              {text('close.propose')}
            </Button>
          )}
          {status === 'closing' && closing?.recordedBy !== account.id && (
            <Button loading={write.isPending} onClick={() => say('closed')}>
              {text('close.confirm')}
            </Button>
          )}
          {status === 'closing' && (
            <Button
              variant="default"
              loading={write.isPending}
              onClick={() => say('closing-declined')}
            >
              {text('close.decline')}
            </Button>
          )}
          {status === 'closed' && (
            <Button variant="default" loading={write.isPending} onClick={() => say('reopened')}>
              {text('reopen')}
            </Button>
          )}
        </div>
      )}
      {isProposing && (
        <ProposeDialog eventId={shown.event.id} onClose={() => setProposing(false)} />
      )}
    </Panel>
  );
}

function ProposeDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const [ground, setGround] = useState<(typeof CLOSING_GROUNDS)[number]>('danger-over');
  const [said, setSaid] = useState('');
  const { write, record } = useEntryWrite(eventId, onClose);
  return (
    <Dialog
      isOpen
      title={text('close.propose')}
      confirm={text('close.propose')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        record({
          ...{ kind: 'closing-proposed', value: { ground } },
          words: said.trim() ? { text: said } : null,
        })
      }
    >
      <NativeSelect
        label={text('close.ground')}
        data={CLOSING_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value as typeof ground)}
      />
      <Textarea
        label={text('words')}
        autosize
        minRows={2}
        maxLength={2000}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </Dialog>
  );
}
