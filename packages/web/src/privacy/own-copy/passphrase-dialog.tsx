import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './own-copy.module.css';

export interface SealedUnder {
  readonly passphrase: string;
  readonly dueOn: string;
}

/** Shows the passphrase once. It is closed by saying that she has it, and by nothing else. */
export function PassphraseDialog({
  sealed,
  onClose,
}: {
  sealed: SealedUnder;
  onClose: () => void;
}) {
  const text = useText('copies');
  const format = useFormat();
  const [isGiven, setGiven] = useState(false);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={text('passphrase.title')}
    >
      <Stack gap="md">
        <p className={styles.passphrase} translate="no">
          {sealed.passphrase}
        </p>
        <CopyButton value={sealed.passphrase} />
        <p>{text('passphrase.words')}</p>
        <p className={styles.words}>
          {text('passphrase.due', { date: format.date(sealed.dueOn) })}
        </p>
        <Checkbox
          label={text('passphrase.given')}
          checked={isGiven}
          onChange={(event) => setGiven(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!isGiven} onClick={onClose}>
            {text('passphrase.done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
