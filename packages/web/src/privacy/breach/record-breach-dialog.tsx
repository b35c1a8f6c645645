import { Checkbox, Select, Stack, Textarea } from '@mantine/core';
import { BREACH_DATA, BREACH_KINDS, BREACH_SIZES } from '@tirek/domain/privacy/breach';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

type Kind = (typeof BREACH_KINDS)[number];
type Size = (typeof BREACH_SIZES)[number];
type Data = (typeof BREACH_DATA)[number];
/** Fewer letters tell an authority nothing; the contract asks for as many. */
const FEWEST_LETTERS = 15;

/** What the notice has to say. */
export function RecordBreachDialog({ onClose }: { onClose: () => void }) {
  const text = useText('breaches');
  const tell = useToast();
  const format = useFormat();
  const { now } = useClient();
  const today = format.dateOf(now());
  const [noticedOn, setNoticedOn] = useState(today);
  const [kind, setKind] = useState<Kind | null>(null);
  const [size, setSize] = useState<Size>('unknown');
  const [data, setData] = useState<Data[]>([]);
  const [what, setWhat] = useState('');
  const [measures, setMeasures] = useState('');
  const record = useWrite('recordBreach', {
    renews: ['listBreaches', 'listDuties'],
    onDone: ({ dueOn }) => {
      tell(text('record.done', { date: format.date(dueOn) }));
      onClose();
    },
  });
  const isTold = [what, measures].every((words) => words.trim().length >= FEWEST_LETTERS);
  return (
    <Dialog
      isOpen
      title={text('record')}
      confirm={text('record.confirm')}
      canConfirm={kind !== null && noticedOn !== '' && data.length > 0 && isTold}
      isBusy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={() =>
        kind &&
        record.mutate({ noticedOn, kind, size, data, what: what.trim(), measures: measures.trim() })
      }
    >
      <DatePicker label={text('noticedOn')} value={noticedOn} onChange={setNoticedOn} max={today} />
      <Select
        label={text('kind')}
        data={BREACH_KINDS.map((value) => ({ value, label: text(`kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as Kind | null)}
        placeholder={text('choose')}
      />
      <Select
        label={text('size')}
        data={BREACH_SIZES.map((value) => ({ value, label: text(`size.${value}`) }))}
        value={size}
        onChange={(value) => value && setSize(value as Size)}
        allowDeselect={false}
      />
      <Checkbox.Group
        label={text('data')}
        value={data}
        onChange={(values) => setData(values as Data[])}
      >
        <Stack gap="xs" mt="xs">
          {BREACH_DATA.map((value) => (
            <Checkbox key={value} value={value} label={text(`data.${value}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={text('what')}
        description={text('without')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        maxLength={1200}
        autosize
        minRows={3}
      />
      <Textarea
        label={text('measures')}
        value={measures}
        onChange={(event) => setMeasures(event.currentTarget.value)}
        maxLength={1200}
        autosize
        minRows={3}
      />
    </Dialog>
  );
}
