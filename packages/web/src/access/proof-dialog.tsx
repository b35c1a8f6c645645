import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useText } from '../text/language.tsx';
import type { ProofStore } from './proof-store.ts';
import { useHolder } from './session.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** Before a change to one's own sign-in: is it really she? The change itself is then sent by the client. */
export function ProofDialog({ proofs }: { proofs: ProofStore }) {
  const text = useText('access');
  const ui = useText('ui');
  const { account } = useHolder();
  const isAsked = useSyncExternalStore(proofs.subscribe, proofs.isAsked);
  return (
    <Modal
      opened={isAsked}
      onClose={() => proofs.settle(false)}
      title={text('proof.title')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <p>{text('proof.words')}</p>
      <UnlockForm
        signInName={account.signInName}
        methods={['password', 'passkey']}
        confirm={text('proof.go')}
        onProven={() => proofs.settle(true)}
      />
    </Modal>
  );
}
