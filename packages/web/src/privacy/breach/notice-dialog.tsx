import { Select } from '@mantine/core';
import { NOTICE_WAYS } from '@tirek/domain/privacy/breach';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

type Way = (typeof NOTICE_WAYS)[number];

/** That the authority was told, when and how. */
export function NoticeDialog({ breachId, onClose }: { breachId: string; onClose: () => void }) {
  const text = useText('breaches');
  const tell = useToast();
  const { now } = useClient();
  const today = useFormat().dateOf(now());
  const [way, setWay] = useState<Way | null>(null);
  const [on, setOn] = useState(today);
  const record = useWrite('recordBreachNotice', {
    renews: ['listBreaches', 'listDuties'],
    onDone: () => {
      tell(text('notice.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('notice')}
      confirm={text('notice.confirm')}
      canConfirm={way !== null && on !== ''}
      isBusy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={() => way && record.mutate({ breachId, way, on })}
    >
      <Select
        label={text('way')}
        data={NOTICE_WAYS.map((value) => ({ value, label: text(`way.${value}`) }))}
        value={way}
        onChange={(value) => setWay(value as Way | null)}
        placeholder={text('choose')}
      />
      <DatePicker label={text('notice.on')} value={on} onChange={setOn} max={today} />
    </Dialog>
  );
}
