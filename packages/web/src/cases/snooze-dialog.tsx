import { addDays, type CaseTask, MOST_SNOOZED_DAYS, SNOOZE_REASONS } from '@tirek/domain/cases';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useCaseWords } from './case-shown.ts';
import { Choice } from './fields.tsx';

type Reason = (typeof SNOOZE_REASONS)[number];

interface SnoozeDialogProps {
  readonly familyId: string;
  readonly task: CaseTask;
  readonly today: string;
  readonly onClose: () => void;
}

/** Puts a task off for some days, with a reason. Its due date stays, and it comes back by itself. */
export function SnoozeDialog({ familyId, task, today, onClose }: SnoozeDialogProps) {
  const text = useText('cases');
  const tell = useToast();
  const { t } = useCaseWords();
  const { api } = useClient();
  const [subjectId] = useState(() => api.newId());
  const [until, setUntil] = useState(() => addDays(today, 7));
  const [reason, setReason] = useState<Reason | ''>('');
  const write = useWrite('recordCaseEntry', {
    renews: ['getCase', 'listCases'],
    onDone: () => {
      tell(text('snooze.done'));
      onClose();
    },
  });
  const { kind, subjectId: of, dueOn } = task;
  return (
    <Dialog
      isOpen
      title={text('snooze.title')}
      confirm={text('snooze.go')}
      canConfirm={until !== '' && reason !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        reason !== '' &&
        write.mutate({
          familyId,
          basedOn: 0,
          entry: {
            ...{ kind: 'snooze', subjectId, state: 'put-off', personId: null, words: null },
            value: { task: kind, of, dueOn, until, reason },
          },
        })
      }
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
    </Dialog>
  );
}
