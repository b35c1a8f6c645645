import { Button, Textarea } from '@mantine/core';
import type { ProtocolStep } from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { PartProps } from './event-page.tsx';
import styles from './safety.module.css';
import { useEntryWrite } from './use-entry-write.ts';
import { useSafetyWords } from './use-safety-words.ts';

/** What to do, in order: each step is done, or reasoned away in words. */
export function ProtocolPanel({ shown, standing, mayAct }: PartProps) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const errorText = useErrorText();
  const { write, record } = useEntryWrite(shown.event.id);
  const [reasoned, setReasoned] = useState<ProtocolStep | null>(null);
  return (
    <Panel title={text('protocol')} note={text('protocol.note')}>
      {write.isError && <Notice kind="refusal">{errorText(write.error)}</Notice>}
      <ul className={styles.steps}>
        {standing.steps.map(({ step, isRequired, entry }) => (
          <li key={step} className={entry ? styles.done : undefined}>
            <div className={styles.row}>
              <p className={styles.step}>
                {entry && <Icon name="check" size={18} />} {t(`step.${step}`)}
                {isRequired && ' *'}
              </p>
              {!entry && mayAct && (
                <>
                  <Button
                    size="sm"
                    aria-label={`${text('step.done')}: ${t(`step.${step}`)}`}
                    loading={write.isPending}
                    onClick={() =>
                      record({ kind: 'step', value: { step, state: 'done' }, words: null })
                    }
                  >
                    {text('step.done')}
                  </Button>
                  <Button
                    size="sm"
                    variant="subtle"
                    aria-label={`${text('step.reasoned')}: ${t(`step.${step}`)}`}
                    onClick={() => setReasoned(step)}
                  >
                    {text('step.reasoned')}
                  </Button>
                </>
              )}
            </div>
            {entry && (
              <p className={styles.quiet}>
                {text(`step.${entry.value.state}`)} ·{' '}
                {text('step.by', {
                  name: shown.colleagues[entry.recordedBy ?? ''] ?? '',
                  at: format.instant(entry.doneAt, 'short'),
                })}
                {entry.words?.text && ` · ${entry.words.text}`}
              </p>
            )}
          </li>
        ))}
      </ul>
      {reasoned && (
        <ReasonDialog eventId={shown.event.id} step={reasoned} onClose={() => setReasoned(null)} />
      )}
    </Panel>
  );
}

function ReasonDialog({
  eventId,
  step,
  onClose,
}: {
  eventId: string;
  step: ProtocolStep;
  onClose: () => void;
}) {
  const text = useText('safety');
  const t = useSafetyWords();
  const [why, setWhy] = useState('');
  const { write, record } = useEntryWrite(eventId, onClose);
  return (
    <Dialog
      isOpen
      title={text('step.reasoned')}
      confirm={text('save')}
      canConfirm={why.trim() !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        record({ kind: 'step', value: { step, state: 'reasoned' }, words: { text: why } })
      }
    >
      <p>{t(`step.${step}`)}</p>
      <Textarea
        label={text('step.why')}
        autosize
        minRows={2}
        maxLength={2000}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </Dialog>
  );
}
