import { Button } from '@mantine/core';
import type { ReportRelease } from '@tirek/domain/reports';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** Takes back a release that was a mistake. It keeps its number and says from then on that it is withdrawn, and why. */
export function ReleaseWithdrawal({ release }: { release: ReportRelease }) {
  const text = useText('releases');
  const tell = useToast();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWrite('withdrawRelease', {
    renews: ['getRelease', 'listReleases', 'listPublicReleases', 'getPublicRelease'],
    onDone: () => {
      setAsking(false);
      tell(text('withdraw.done'));
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {text('withdraw.go')}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={text('withdraw.title')}
        explanation={text('withdraw.words')}
        confirm={text('withdraw.go')}
        isDangerous
        isBusy={withdraw.isPending}
        error={withdraw.error}
        onClose={() => {
          setAsking(false);
          withdraw.reset();
        }}
        onConfirm={(reason) => withdraw.mutate({ releaseId: release.id, reason })}
      />
    </>
  );
}
