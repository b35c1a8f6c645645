import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Below so many it is time for new ones. */
const FEW = 4;

/** How many codes on paper are left, and ten new ones. */
export function RecoveryCodesPanel() {
  const text = useText('access');
  const factors = useRead('listSecondFactors', {});
  const [isAsking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const renew = useAct('renewRecoveryCodes', {
    renews: ['listSecondFactors'],
    onDone: ({ recoveryCodes }) => {
      setAsking(false);
      setCodes(recoveryCodes);
    },
  });
  const left = factors.data?.recoveryCodesLeft;
  return (
    <Panel title={text('recovery.panel')} note={text('recovery.note')}>
      {factors.isPending && <LoadingState lines={2} />}
      {factors.isError && <ErrorState error={factors.error} onRetry={factors.refetch} />}
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      {left !== undefined && codes.length === 0 && (
        <>
          {left < FEW ? (
            <Notice kind="warning" isStanding>
              {text('recovery.left', { count: left })} {text('recovery.few')}
            </Notice>
          ) : (
            <p>{text('recovery.left', { count: left })}</p>
          )}
          <Button variant="default" mt="sm" onClick={() => setAsking(true)}>
            {text('recovery.renew')}
          </Button>
        </>
      )}
      <Dialog
        isOpen={isAsking}
        title={text('recovery.renew.title')}
        confirm={text('recovery.renew')}
        isBusy={renew.isPending}
        error={renew.error}
        onClose={() => {
          setAsking(false);
          renew.reset();
        }}
        onConfirm={() => renew.mutate({})}
      >
        <p>{text('recovery.renew.words')}</p>
      </Dialog>
    </Panel>
  );
}
