import { addDays, MOST_SNOOZED_DAYS, SNOOZE_REASONS } from '@tirek/domain/cases';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { useCaseWords } from '../case-shown.ts';
import { Choice } from '../fields.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkGiven, nameOf } from './bulk-given.ts';

type Reason = (typeof SNOOZE_REASONS)[number];

/** Puts off what brought the chosen families onto the list, each task by itself and for the same reason. */
export function SnoozeDialog({ selected, today, onClose }: BulkGiven) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const { api } = useClient();
  const [until, setUntil] = useState(() => addDays(today, 7));
  const [reason, setReason] = useState<Reason | ''>('');
  const rows = selected.flatMap((listed) =>
    listed.tasks.map((task) => ({
      key: `${listed.summary.family.id} ${task.kind} ${task.subjectId} ${task.dueOn}`,
      name: `${nameOf(listed, text('gone'))}: ${t(`task.${task.kind}`)}`,
      familyId: listed.summary.family.id,
      task,
    })),
  );
  return (
    <BulkDialog
      title={text('bulk.snooze')}
      confirm={text('snooze.go')}
      canConfirm={until !== '' && reason !== ''}
      rows={rows}
      send={({ familyId, task }, id) =>
        api.call('recordCaseEntry', {
          ...{ id, familyId, basedOn: 0 },
          entry: {
            ...{ kind: 'snooze', subjectId: id, state: 'put-off', personId: null, words: null },
            value: {
              ...{ task: task.kind, of: task.subjectId, dueOn: task.dueOn, until },
              reason: reason as Reason,
            },
          },
        })
      }
      renews={['listCases', 'getCase']}
      onClose={onClose}
    >
      <p>{text('snooze.words', { days: MOST_SNOOZED_DAYS })}</p>
      <DatePicker
        label={text('snooze.until')}
        value={until}
        onChange={setUntil}
        min={addDays(today, 1)}
        max={addDays(today, MOST_SNOOZED_DAYS)}
      />
      <Choice
        label={text('snooze.reason')}
        values={SNOOZE_REASONS as readonly Reason[]}
        word={(each) => t(`snooze.${each}`)}
        value={reason}
        onChange={setReason}
      />
    </BulkDialog>
  );
}
