import { Button } from '@mantine/core';
import type { WaveExport } from '@tirek/domain/reports';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './exports-page.module.css';

/** The second person's two buttons. A refusal says why. */
export function ExportDecision({ request }: { request: WaveExport }) {
  const text = useText('exports');
  const tell = useToast();
  const [asks, setAsks] = useState<'nothing' | 'approved' | 'refused'>('nothing');
  const decide = useWrite('decideExport', {
    renews: ['listExports'],
    onDone: ({ decision }) => {
      setAsks('nothing');
      tell(text(decision?.kind === 'approved' ? 'approve.done' : 'refuse.done'));
    },
  });
  const leave = () => {
    setAsks('nothing');
    decide.reset();
  };
  const name = request.requestedByName;
  const exportId = request.id;
  return (
    <div className={styles.buttons}>
      <Button onClick={() => setAsks('approved')}>{text('approve.go')}</Button>
      <Button variant="default" onClick={() => setAsks('refused')}>
        {text('refuse.go')}
      </Button>
      <Dialog
        isOpen={asks === 'approved'}
        title={text('approve.title')}
        confirm={text('approve.go')}
        isBusy={decide.isPending}
        error={decide.error}
        onClose={leave}
        onConfirm={() => decide.mutate({ exportId, decision: 'approved' })}
      >
        <p>{text('approve.words', { name })}</p>
      </Dialog>
      <ReasonDialog
        isOpen={asks === 'refused'}
        title={text('refuse.title')}
        explanation={text('refuse.words', { name })}
        confirm={text('refuse.go')}
        isBusy={decide.isPending}
        error={decide.error}
        onClose={leave}
        onConfirm={(reason) => decide.mutate({ exportId, decision: 'refused', reason })}
      />
    </div>
  );
}
