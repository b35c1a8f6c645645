import { NativeSelect, Stack } from '@mantine/core';
import {
  type DueRescreen,
  MOST_SKIP_MONTHS,
  SKIP_REASONS,
  type SkipReason,
} from '@tirek/domain/assessments/rescreening';
import { addDays, addMonths } from '@tirek/domain/cases';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useRescreenWords } from './use-rescreen-words.ts';

const USUAL_DAYS = 30;

/** Puts a sitting off to a day, with a reason; it comes back by itself. */
export function SkipDialog({
  due: { personId, dueBy },
  today,
  onClose,
}: {
  due: DueRescreen;
  today: string;
  onClose: () => void;
}) {
  const text = useText('rescreening');
  const { t } = useRescreenWords();
  const tell = useToast();
  const [until, setUntil] = useState(() => addDays(today, USUAL_DAYS));
  const [reason, setReason] = useState<SkipReason | ''>('');
  const write = useWrite('skipRescreen', {
    renews: ['listRescreens', 'getRescreens'],
    onDone: () => {
      tell(text('skip.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('skip.title')}
      confirm={text('skip.go')}
      canConfirm={until !== '' && reason !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => reason !== '' && write.mutate({ personId, dueBy, until, reason })}
    >
      <Stack gap="md">
        <p>{text('skip.words', { months: MOST_SKIP_MONTHS })}</p>
        <DatePicker
          label={text('skip.until')}
          value={until}
          onChange={setUntil}
          min={addDays(today, 1)}
          max={addMonths(today, MOST_SKIP_MONTHS)}
        />
        <NativeSelect
          label={text('skip.reason')}
          data={[
            { value: '', label: text('skip.choose') },
            ...SKIP_REASONS.map((value) => ({ value, label: t(`skip.${value}`) })),
          ]}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as SkipReason | '')}
        />
      </Stack>
    </Dialog>
  );
}
