import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetUp } from './totp-set-up.tsx';

/** The authenticator app: set up, replaced, taken away. */
export function TotpPanel() {
  const text = useText('access');
  const ui = useText('ui');
  const format = useFormat();
  const tell = useToast();
  const queries = useQueryClient();
  const factors = useRead('listSecondFactors', {});
  const [step, setStep] = useState<'closed' | 'setting-up' | 'removing'>('closed');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const done = async () => {
    setCodes([]);
    setStep('closed');
    tell(text('totp.done'));
    await queries.invalidateQueries({ queryKey: ['listSecondFactors'] });
  };
  const remove = useAct('removeTotp', {
    renews: ['listSecondFactors'],
    onDone: () => {
      setStep('closed');
      tell(text('totp.removed'));
    },
  });
  const totp = factors.data?.totp;
  return (
    <Panel title={text('totp.title')} note={text('totp.note')}>
      {factors.isPending && <LoadingState lines={2} />}
      {factors.isError && <ErrorState error={factors.error} onRetry={factors.refetch} />}
      {factors.data && step !== 'setting-up' && (
        <>
          <p>
            {totp ? text('totp.since', { date: format.date(totp.addedOn) }) : text('totp.none')}
          </p>
          <Group gap="sm">
            <Button variant="default" onClick={() => setStep('setting-up')}>
              {text(totp ? 'totp.replace' : 'totp.setUp')}
            </Button>
            {totp && (
              <Button variant="subtle" color="red" onClick={() => setStep('removing')}>
                {text('totp.remove')}
              </Button>
            )}
          </Group>
        </>
      )}
      {step === 'setting-up' && codes.length === 0 && (
        <>
          <TotpSetUp onDone={(made) => (made.length > 0 ? setCodes(made) : void done())} />
          <Button variant="subtle" mt="md" onClick={() => setStep('closed')}>
            {ui('cancel')}
          </Button>
        </>
      )}
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => void done()} />}
      <Dialog
        isOpen={step === 'removing'}
        title={text('totp.remove.title')}
        confirm={text('totp.remove')}
        isDangerous
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => {
          setStep('closed');
          remove.reset();
        }}
        onConfirm={() => remove.mutate({})}
      >
        <p>{text('totp.remove.words')}</p>
      </Dialog>
    </Panel>
  );
}
