import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndpointName } from '../../api.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import styles from '../lists/lists.module.css';
import { type BulkRow, useBulk } from './use-bulk.ts';

interface BulkDialogProps<Row extends BulkRow> {
  readonly title: string;
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly rows: readonly Row[];
  readonly send: (row: Row, id: string) => Promise<unknown>;
  readonly renews: readonly EndpointName[];
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks for what holds for all of them, does it, and says how many were done and which were refused, and why. */
export function BulkDialog<Row extends BulkRow>(props: BulkDialogProps<Row>) {
  const text = useText('cases');
  const ui = useText('ui');
  const errorText = useErrorText();
  // What was asked for stays what it was, though the list behind it changes while it is done.
  const [rows] = useState(props.rows);
  const { run, isRunning, outcome } = useBulk(props.send, props.renews);
  if (!outcome) {
    return (
      <Dialog
        isOpen
        title={props.title}
        confirm={props.confirm}
        canConfirm={props.canConfirm && rows.length > 0}
        isBusy={isRunning}
        onClose={props.onClose}
        onConfirm={() => void run(rows)}
      >
        <p>{text('bulk.many', { count: rows.length })}</p>
        {props.children}
      </Dialog>
    );
  }
  const { done, refused } = outcome;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack gap="md">
        <p role="status" className={styles.chosen}>
          {text('bulk.outcome', { done, refused: refused.length })}
        </p>
        {refused.length > 0 && (
          <ul className={styles.refused}>
            {refused.map(({ row, error }) => (
              <li key={row.key}>
                <p>{row.name}</p>
                <p className={styles.small}>{errorText(error)}</p>
              </li>
            ))}
          </ul>
        )}
        <Group justify="flex-end" gap="sm">
          {refused.length > 0 && (
            <Button
              variant="default"
              loading={isRunning}
              onClick={() => void run(refused.map(({ row }) => row))}
            >
              {text('bulk.again')}
            </Button>
          )}
          <Button onClick={props.onClose}>{text('bulk.finish')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
