import { Button } from '@mantine/core';
import type { ListedFamily, ListFilter } from '@tirek/domain/cases';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { ExtractDialog } from '../../privacy/extracts/index.ts';
import { useText } from '../../text/language.tsx';
import styles from '../lists/lists.module.css';
import { AskDialog } from './ask-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';

const ACTIONS = ['handOver', 'assign', 'snooze', 'ask', 'extract'] as const;
type Action = (typeof ACTIONS)[number];

/** What can be done to several families at once, as soon as some are chosen. */
export function BulkBar({
  selected,
  filter,
  today,
}: {
  selected: readonly ListedFamily[];
  filter: ListFilter;
  today: string;
}) {
  const text = useText('cases');
  const may = useMay();
  // What was chosen when the dialog was opened: the list is made anew while it is done.
  const [doing, setDoing] = useState<{ action: Action; selected: readonly ListedFamily[] } | null>(
    null,
  );
  const isOffered: Readonly<Record<Action, boolean>> = {
    handOver: may('caseload.assign'),
    assign: may('case.write') && filter.list === 'nobodys',
    snooze: may('case.write') && selected.some(({ tasks }) => tasks.length > 0),
    ask: may('case.write'),
    extract: may('extract.make'),
  };
  const close = () => setDoing(null);
  const given = { selected: doing?.selected ?? [], today, onClose: close };
  return (
    <>
      {selected.length > 0 && (
        <div className={styles.bar}>
          <p className={styles.chosen} role="status">
            {text('bulk.chosen', { count: selected.length })}
          </p>
          {ACTIONS.filter((action) => isOffered[action]).map((action) => (
            <Button
              key={action}
              variant="default"
              size="sm"
              onClick={() => setDoing({ action, selected })}
            >
              {text(`bulk.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {doing?.action === 'handOver' && <HandOverDialog {...given} />}
      {doing?.action === 'assign' && <AssignDialog {...given} />}
      {doing?.action === 'snooze' && <SnoozeDialog {...given} />}
      {doing?.action === 'extract' && (
        <ExtractDialog
          families={doing.selected.map(({ summary }) => summary.family.id)}
          onClose={close}
        />
      )}
      {doing?.action === 'ask' && <AskDialog {...given} />}
    </>
  );
}
