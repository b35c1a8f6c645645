import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { useErrorText } from './error-text.ts';
import { Notice } from './notice.tsx';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly canConfirm?: boolean;
  readonly error?: unknown;
  readonly children?: ReactNode;
}

/** A question that has to be answered before going on. Escape and a click beside it mean no. */
export function Dialog(props: DialogProps) {
  const text = useText('ui');
  const errorText = useErrorText();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': text('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (props.canConfirm ?? true) props.onConfirm();
        }}
      >
        <Stack gap="md">
          {props.children}
          {props.error !== undefined && props.error !== null && (
            <Notice kind="refusal">{errorText(props.error)}</Notice>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={props.onClose}>
              {text('cancel')}
            </Button>
            <Button
              type="submit"
              color={props.isDangerous ? 'red' : 'green'}
              loading={props.isBusy ?? false}
              disabled={!(props.canConfirm ?? true)}
            >
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
