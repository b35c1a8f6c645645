import { NumberInput, TextInput } from '@mantine/core';
import { Attendance, type MonthKept } from '@tirek/domain/people/school';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** How many days a pupil was away in a month; a month that was written down is corrected. */
export function MonthDialog({
  pupilId,
  months,
  today,
  onClose,
}: {
  pupilId: string;
  months: readonly MonthKept[];
  today: string;
  onClose: () => void;
}) {
  const text = useText('school');
  const tell = useToast();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [days, setDays] = useState<Record<'days' | 'away' | 'excused', number | string>>({
    ...{ days: '', away: '', excused: 0 },
  });
  const write = useWrite('recordPupilEntry', {
    renews: ['listSchoolRecord'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
  const read = Attendance.safeParse({ month, ...days });
  const known = months.find(({ value }) => value.month === month);
  return (
    <Dialog
      isOpen
      title={text('months.add')}
      confirm={text('save')}
      canConfirm={read.success && month <= today.slice(0, 7)}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        read.success &&
        write.mutate({
          ...{ pupilId, basedOn: known?.version ?? 0 },
          entry: { kind: 'attendance', value: read.data },
        })
      }
    >
      <TextInput
        label={text('months.month')}
        type="month"
        value={month}
        max={today.slice(0, 7)}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      {(['days', 'away', 'excused'] as const).map((name) => (
        <NumberInput
          key={name}
          label={text(`months.${name}`)}
          value={days[name]}
          min={0}
          max={27}
          allowDecimal={false}
          onChange={(value) => setDays({ ...days, [name]: value })}
        />
      ))}
    </Dialog>
  );
}
