import { Button } from '@mantine/core';
import type { ReportRelease } from '@tirek/domain/reports';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './release-page.module.css';

/** The second person's two buttons: the report below goes out as it is, or does not, with the reason. */
export function ReleaseDecision({ release }: { release: ReportRelease }) {
  const text = useText('releases');
  const tell = useToast();
  const [asks, setAsks] = useState<'nothing' | 'approved' | 'refused'>('nothing');
  const decide = useWrite('decideRelease', {
    renews: ['getRelease', 'listReleases', 'listPublicReleases'],
    onDone: ({ decision }) => {
      setAsks('nothing');
      tell(
        decision?.number ? text('approve.done', { number: decision.number }) : text('refuse.done'),
      );
    },
  });
  const leave = () => {
    setAsks('nothing');
    decide.reset();
  };
  const releaseId = release.id;
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
        onConfirm={() => decide.mutate({ releaseId, decision: 'approved' })}
      >
        <p>{text(`approve.words.${release.audience}`)}</p>
      </Dialog>
      <ReasonDialog
        isOpen={asks === 'refused'}
        title={text('refuse.title')}
        explanation={text('refuse.words', { name: release.preparedByName })}
        confirm={text('refuse.go')}
        isBusy={decide.isPending}
        error={decide.error}
        onClose={leave}
        onConfirm={(reason) => decide.mutate({ releaseId, decision: 'refused', reason })}
      />
    </div>
  );
}
