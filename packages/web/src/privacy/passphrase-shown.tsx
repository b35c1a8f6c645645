import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './passphrase-shown.module.css';

/** Shows a passphrase once. It is closed by saying that it was taken down, and by nothing else. */
export function PassphraseShown({
  passphrase,
  title,
  words,
  given,
  done,
  children,
  onClose,
}: {
  readonly passphrase: string;
  readonly title: string;
  readonly words: string;
  /** What has to be said to close it. */
  readonly given: string;
  readonly done: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}) {
  const [isGiven, setGiven] = useState(false);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={title}
    >
      <Stack gap="md">
        <p className={styles.passphrase} translate="no">
          {passphrase}
        </p>
        <CopyButton value={passphrase} />
        <p>{words}</p>
        {children}
        <Checkbox
          label={given}
          checked={isGiven}
          onChange={(event) => setGiven(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!isGiven} onClick={onClose}>
            {done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
