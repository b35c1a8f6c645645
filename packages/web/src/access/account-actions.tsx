import { Button, Group, Modal } from '@mantine/core';
import type { Account, Invitation } from '@tirek/domain/access';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { InvitationHandover } from './invitation-handover.tsx';
import { RenameDialog } from './rename-dialog.tsx';

type Step = 'none' | 'rename' | 'reset' | 'close' | 'reopen';

/** What an administrator can do with somebody else's account. */
export function AccountActions({ account }: { account: Account }) {
  const text = useText('access');
  const ui = useText('ui');
  const tell = useToast();
  const [step, setStep] = useState<Step>('none');
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const handOver = (made: { invitation: Invitation }) => {
    setStep('none');
    setInvitation(made.invitation);
  };
  const reset = useWrite('resetAccess', { renews: ['listAccounts'], onDone: handOver });
  const reopen = useWrite('reopenAccount', { renews: ['listAccounts'], onDone: handOver });
  const close = useWrite('closeAccount', {
    renews: ['listAccounts'],
    onDone: () => {
      setStep('none');
      tell(text('account.nowClosed'));
    },
  });
  const act = { reset, reopen, close };
  const leave = () => {
    setStep('none');
    for (const write of Object.values(act)) write.reset();
  };
  const isClosed = account.state === 'closed';
  return (
    <Panel title={text('account.actions')} note={text('account.actionsNote')}>
      <Group gap="sm">
        {isClosed ? (
          <Button variant="default" onClick={() => setStep('reopen')}>
            {text('account.reopen')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setStep('rename')}>
              {text('account.rename')}
            </Button>
            <Button variant="default" onClick={() => setStep('reset')}>
              {text(account.state === 'invited' ? 'account.inviteAgain' : 'account.reset')}
            </Button>
            <Button variant="light" color="red" onClick={() => setStep('close')}>
              {text('account.close')}
            </Button>
          </>
        )}
      </Group>
      {(['reset', 'reopen', 'close'] as const).map((name) => (
        <Dialog
          key={name}
          isOpen={step === name}
          title={text(`account.${name}.title`, { name: account.displayName })}
          confirm={text(`account.${name}.go`)}
          isDangerous={name === 'close'}
          isBusy={act[name].isPending}
          error={act[name].error}
          onClose={leave}
          onConfirm={() => act[name].mutate({ accountId: account.id })}
        >
          <p>{text(`account.${name}.words`)}</p>
        </Dialog>
      ))}
      <RenameDialog account={account} isOpen={step === 'rename'} onClose={() => setStep('none')} />
      <Modal
        opened={invitation !== null}
        onClose={() => setInvitation(null)}
        title={text('handover.heading')}
        size="lg"
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {invitation && <InvitationHandover name={account.displayName} invitation={invitation} />}
      </Modal>
    </Panel>
  );
}
