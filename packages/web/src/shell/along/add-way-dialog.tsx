import { PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { openWithPasskey, type PasskeyOpening, useOwnPasskey } from '../../access/index.ts';
import type { Ways } from '../../offline/along.ts';
import type { Opener } from '../../offline/locks.ts';
import { useAlong } from '../../offline/use-along.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';

interface AddWayDialogProps {
  readonly kind: Opener['kind'];
  readonly ways: Ways;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A new passphrase or a passkey: proven first by what opens the store already, since the key in use cannot be read. */
export function AddWayDialog({ kind, ways, onClose, onDone }: AddWayDialogProps) {
  const text = useText('offline');
  const { along } = useAlong();
  const passkey = useOwnPasskey();
  const fresh = useNewPassphrase();
  const [current, setCurrent] = useState('');
  const [hint, setHint] = useState<'given-up' | 'unable' | 'wrong' | null>(null);
  const add = useMutation({
    networkMode: 'always',
    async mutationFn() {
      setHint(null);
      const proof: PasskeyOpening = ways.hasPassphrase
        ? { kind: 'answered', opener: { kind: 'passphrase', passphrase: current } }
        : await openWithPasskey(ways.passkeys);
      if (proof.kind !== 'answered') return setHint(proof.kind);
      const way: PasskeyOpening =
        kind === 'passkey'
          ? await passkey.choose()
          : { kind: 'answered', opener: { kind, passphrase: fresh.good ?? '' } };
      if (way.kind !== 'answered') return setHint(way.kind);
      if (await along.addWay(proof.opener, way.opener)) onDone();
      else setHint('wrong');
    },
  });
  const isProvable = !ways.hasPassphrase || current !== '';
  return (
    <Dialog
      isOpen
      title={text(`way.${kind}.add`)}
      confirm={text('way.save')}
      canConfirm={isProvable && (kind === 'passkey' || fresh.good !== null)}
      isBusy={add.isPending}
      error={add.error}
      onClose={onClose}
      onConfirm={() => add.mutate()}
    >
      {hint && (
        <Notice kind={hint === 'given-up' ? 'info' : 'refusal'}>
          {text(hint === 'wrong' ? 'passphrase.wrong' : `way.passkey.${hint}`)}
        </Notice>
      )}
      {ways.hasPassphrase ? (
        <PasswordInput
          label={text('way.current')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': text('passphrase.show') }}
          size="md"
          data-autofocus
        />
      ) : (
        <p>{text('way.passkey.proof')}</p>
      )}
      {kind === 'passphrase' && <NewPassphraseFields of={fresh} />}
    </Dialog>
  );
}
